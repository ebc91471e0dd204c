namespace Clientele.Numerics.Hierarchical;

/// <summary>One leaf of a drawing: a leaf of the tree, or a branch that is not drawn further.</summary>
/// <param name="Branch">Its number, as in <see cref="Merge"/>.</param>
/// <param name="Size">Weight of what is below.</param>
/// <param name="Height">Where it was joined; 0 for a leaf of the tree.</param>
public sealed record DrawnLeaf(int Branch, double Size, double Height);
