using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>What K-Means found. A round looks at every row once; <see cref="CentreModel.Iterations"/> counts those of the winning start.</summary>
public sealed class KMeansModel : CentreModel
{
    internal const string Name = "kmeans";

    [SetsRequiredMembers]
    internal KMeansModel(KMeansFit fit, int columns)
        : base(fit, columns)
    {
    }

    /// <inheritdoc/>
    public override string Method => Name;

    internal static ClusterModel Read(ModelHead head, JsonElement state) => new KMeansModel(ReadFit(head, state), head.Columns);
}
