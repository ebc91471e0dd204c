using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>What mini-batch K-Means found. A round is one batch; the rows were then all given to their nearest centres.</summary>
public sealed class MiniBatchModel : CentreModel
{
    internal const string Name = "minibatch";

    [SetsRequiredMembers]
    internal MiniBatchModel(KMeansFit fit, int columns)
        : base(fit, columns)
    {
    }

    /// <inheritdoc/>
    public override string Method => Name;

    internal static ClusterModel Read(ModelHead head, JsonElement state) => new MiniBatchModel(ReadFit(head, state), head.Columns);
}
