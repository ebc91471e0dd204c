using Clientele.Numerics.Neighbours;

namespace Clientele.Numerics.Density;

/// <summary>One figure for each box of a tree, from its points.</summary>
internal static class BoxTotals
{
    /// <summary>Sums of weights [boxes].</summary>
    /// <param name="tree">The points.</param>
    /// <param name="weights">Weight of each place of the tree [n].</param>
    public static double[] Of(KdTree tree, double[] weights) => Folded(tree, weights, 0, static (a, b) => a + b);

    /// <summary>Least values [boxes].</summary>
    public static double[] Least(KdTree tree, double[] values) => Folded(tree, values, double.PositiveInfinity, Math.Min);

    private static double[] Folded(KdTree tree, double[] values, double start, Func<double, double, double> fold)
    {
        var folded = new double[tree.Boxes];
        for (var box = tree.Boxes - 1; box >= 0; box--)
        {
            if (!tree.IsLeaf(box))
            {
                folded[box] = fold(folded[(2 * box) + 1], folded[(2 * box) + 2]);
                continue;
            }

            var (from, to) = tree.Range(box);
            folded[box] = start;
            for (var p = from; p < to; p++) folded[box] = fold(folded[box], values[p]);
        }

        return folded;
    }
}
