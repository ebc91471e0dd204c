namespace Clientele.Numerics.Hierarchical;

/// <summary>Two branches become one. Leaves are numbered 0 … m − 1; the branch that merge i makes is number m + i, as in scipy.</summary>
/// <param name="Left">The branch with the lower number: a leaf, or what was joined earlier.</param>
/// <param name="Right">The other.</param>
/// <param name="Height">Distance of the two, in the unit of the rows; never below that of the merge before, except for centroid and median.</param>
/// <param name="Size">Weight of all leaves below.</param>
/// <remarks>R's hclust writes leaf j as −(j + 1) and the branch of merge i as i + 1.</remarks>
public readonly record struct Merge(int Left, int Right, double Height, double Size);
