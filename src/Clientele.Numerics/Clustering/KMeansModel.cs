using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>What K-Means found. A round looks at every row once; <see cref="CentreModel.Iterations"/> counts those of the winning start.</summary>
public sealed class KMeansModel : CentreModel
{
    internal const string Name = "kmeans";

    /// <inheritdoc/>
    public override string Method => Name;

    internal static KMeansModel Of(KMeansFit fit, int columns) => new()
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
