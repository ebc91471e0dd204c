namespace Clientele.Numerics.Neighbours;

/// <summary>The nearest point of a tree, the lowest index of equals. Made for one thread, used for many queries.</summary>
internal sealed unsafe class NearestPoint(KdTree tree)
{
    /// <summary>Index of the point found; −1 when none is within the limit.</summary>
    public int Item { get; private set; }

    /// <summary>Its squared distance.</summary>
    public double Square { get; private set; }

    /// <summary>Finds it anew.</summary>
    /// <param name="point">[d].</param>
    /// <param name="limit">Largest squared distance that counts.</param>
    public int Find(double* point, double limit = double.PositiveInfinity)
    {
        (Item, Square) = (-1, limit);
        Visit(point, 0, tree.Least(point, 0));
        return Item;
    }

    private void Visit(double* point, int box, double least)
    {
        if (least > Square) return;
        if (!tree.IsLeaf(box))
        {
            var (near, far) = tree.Halves(point, box);
            Visit(point, near.Box, near.Least);
            Visit(point, far.Box, far.Least);
            return;
        }

        var (from, to) = tree.Range(box);
        for (var p = from; p < to; p++)
        {
            var square = tree.Square(point, tree.At + ((nint)p * tree.Columns));
            if (square < Square || (square == Square && (Item < 0 || tree.Order[p] < Item))) (Item, Square) = (tree.Order[p], square);
        }
    }
}
