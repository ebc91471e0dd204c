using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>What bisecting K-Means found. A round is a split, or one of the rounds of the refinement after the last.</summary>
public sealed class BisectingModel : CentreModel
{
    internal const string Name = "bisecting";

    [SetsRequiredMembers]
    internal BisectingModel(KMeansFit fit, int columns)
        : base(fit, columns)
    {
    }

    /// <inheritdoc/>
    public override string Method => Name;

    internal static ClusterModel Read(ModelHead head, JsonElement state) => new BisectingModel(ReadFit(head, state), head.Columns);
}
