using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>What mini-batch K-Means found. A round is one batch; the rows were then all given to their nearest centres.</summary>
public sealed class MiniBatchModel : CentreModel
{
    internal const string Name = "minibatch";

    /// <inheritdoc/>
    public override string Method => Name;

    internal static MiniBatchModel Of(KMeansFit fit, int columns) => new()
    {
        K = fit.K,
        Columns = columns,
        Labels = fit.Labels,
        Converged = fit.Converged,
        Centres = fit.Centres,
        Inertia = fit.Inertia,
        Iterations = fit.Iterations,
    };

    internal static ClusterModel Read(ModelHead head, JsonElement state)
    {
        var (centres, inertia, iterations) = ReadState(head, state);
        return Of(new([], centres, head.K, inertia, iterations, head.Converged), head.Columns);
    }
}
