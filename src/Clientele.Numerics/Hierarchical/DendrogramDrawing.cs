namespace Clientele.Numerics.Hierarchical;

/// <summary>A tree ready to draw: leaves at x = 0, 1, 2, … from left to right, and a bracket for every merge.</summary>
/// <param name="Leaves">What stands at x = 0, 1, 2, ….</param>
/// <param name="Brackets">In the order of the merges.</param>
public sealed record DendrogramDrawing(IReadOnlyList<DrawnLeaf> Leaves, IReadOnlyList<DrawnBracket> Brackets)
{
    internal static DendrogramDrawing Of(Dendrogram tree, int most)
    {
        var m = tree.Leaves;
        var merges = tree.Merges;
        var hidden = Math.Max(0, merges.Length - most + 1);
        var (leaves, brackets) = (new List<DrawnLeaf>(), new List<DrawnBracket>(merges.Length - hidden));
        var (x, height) = (new double[m + merges.Length], new double[m + merges.Length]);
        for (var i = 0; i < merges.Length; i++) height[m + i] = merges[i].Height;

        var stack = new Stack<int>([m + merges.Length - 1]);
        while (stack.TryPop(out var branch))
        {
            if (branch >= m + hidden)
            {
                stack.Push(merges[branch - m].Right);
                stack.Push(merges[branch - m].Left);
                continue;
            }

            x[branch] = leaves.Count;
            leaves.Add(new(branch, branch < m ? tree.Weights[branch] : merges[branch - m].Size, height[branch]));
        }

        for (var i = hidden; i < merges.Length; i++)
        {
            var (left, right, _, size) = merges[i];
            x[m + i] = (x[left] + x[right]) / 2;
            brackets.Add(new(m + i, x[left], x[right], height[left], height[right], merges[i].Height, size));
        }

        return new(leaves, brackets);

    }
}
