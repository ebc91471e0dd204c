using Clientele.Numerics.Hierarchical;

namespace Clientele.Reports.Page.Found;

/// <summary>A tree of rows.</summary>
/// <param name="Model">The tree, fitted to the rows.</param>
/// <param name="Labels">Group of each fitted row as the page shows it; −1 for none.</param>
/// <param name="Own">The groups are a cut of this tree; false: they were found by another method, and the tree stands beside them.</param>
/// <param name="Rows">Rows there are; more than labels when the tree was grown on part of them.</param>
internal sealed record FoundTree(HierarchicalModel Model, int[] Labels, bool Own, int Rows)
{
    /// <summary>How far its cut into as many groups finds the same ones: adjusted Rand index; NaN where that was not compared.</summary>
    public double Agreement { get; init; } = double.NaN;
}
