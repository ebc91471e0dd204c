using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>What bisecting K-Means found. A round is a split, or one of the rounds of the refinement after the last.</summary>
public sealed class BisectingModel : CentreModel
{
    internal const string Name = "bisecting";

    /// <inheritdoc/>
    public override string Method => Name;

    internal static BisectingModel Of(KMeansFit fit, int columns) => new()
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
