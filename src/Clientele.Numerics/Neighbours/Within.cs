namespace Clientele.Numerics.Neighbours;

/// <summary>Radius queries.</summary>
internal static unsafe class Within
{
    /// <summary>The largest squared distance whose root is at most <paramref name="radius"/>, so that comparing squares compares distances.</summary>
    public static double Square(double radius)
    {
        var square = Math.Min(radius * radius, double.MaxValue);
        while (Math.Sqrt(square) > radius) square = Math.BitDecrement(square);
        while (square < double.MaxValue && Math.Sqrt(Math.BitIncrement(square)) <= radius) square = Math.BitIncrement(square);
        return square;
    }

    /// <summary>Whether the points within a radius weigh enough.</summary>
    /// <param name="tree">The points.</param>
    /// <param name="totals">Weight of each box [boxes].</param>
    /// <param name="weights">Weight of each place of the tree [n].</param>
    /// <param name="point">[d].</param>
    /// <param name="square">The radius as <see cref="Square"/> gives it.</param>
    /// <param name="enough">Weight that is wanted.</param>
    public static bool Weighs(KdTree tree, double[] totals, double[] weights, double* point, double square, double enough)
    {
        var sum = 0.0;
        Add(tree, totals, weights, point, square, enough, 0, ref sum);
        return sum >= enough;
    }

    /// <summary>Indices of the points within a radius, in no order.</summary>
    public static void List(KdTree tree, double* point, double square, List<int> found, int box = 0)
    {
        if (tree.Least(point, box) > square) return;
        if (!tree.IsLeaf(box))
        {
            List(tree, point, square, found, (2 * box) + 1);
            List(tree, point, square, found, (2 * box) + 2);
            return;
        }

        var (from, to) = tree.Range(box);
        for (var p = from; p < to; p++)
        {
            if (tree.Square(point, tree.At + ((nint)p * tree.Columns)) <= square) found.Add(tree.Order[p]);
        }
    }

    private static void Add(KdTree tree, double[] totals, double[] weights, double* point, double square, double enough, int box, ref double sum)
    {
        if (sum >= enough || tree.Least(point, box) > square) return;
        if (tree.Most(point, box) <= square)
        {
            sum += totals[box];
            return;
        }

        if (!tree.IsLeaf(box))
        {
            Add(tree, totals, weights, point, square, enough, (2 * box) + 1, ref sum);
            Add(tree, totals, weights, point, square, enough, (2 * box) + 2, ref sum);
            return;
        }

        var (from, to) = tree.Range(box);
        for (var p = from; p < to && sum < enough; p++)
        {
            if (tree.Square(point, tree.At + ((nint)p * tree.Columns)) <= square) sum += weights[p];
        }
    }
}
