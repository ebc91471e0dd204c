namespace Clientele.Numerics.Neighbours;

/// <summary>
/// The nearest points of a tree until their weights reach a total: with weights of 1 and a total of k the k nearest. Made for one
/// thread, used for many queries.
/// </summary>
/// <param name="tree">The points.</param>
/// <param name="weights">Weight of each point by its index [n], above 0; null: 1 each.</param>
/// <param name="enough">Total that is wanted, above 0. The list holds all points when they weigh less.</param>
internal sealed unsafe class NearestList(KdTree tree, double[]? weights, double enough)
{
    private double[] _squares = new double[16];
    private double[] _weights = new double[16];
    private int[] _items = new int[16];
    private double _total;

    /// <summary>Points found.</summary>
    public int Count { get; private set; }

    /// <summary>Whether their weights reach the total.</summary>
    public bool Full => _total >= enough;

    /// <summary>Squared distance of the farthest point found; infinite when the points weigh too little.</summary>
    public double Reach => Full ? _squares[Count - 1] : double.PositiveInfinity;

    /// <summary>Squared distances, rising.</summary>
    public ReadOnlySpan<double> Squares => new(_squares, 0, Count);

    /// <summary>Indices of the points, beside their distances; of equally near ones the lowest first.</summary>
    public ReadOnlySpan<int> Items => new(_items, 0, Count);

    /// <summary>Finds them anew.</summary>
    /// <param name="point">[d].</param>
    public void Find(double* point)
    {
        (Count, _total) = (0, 0);
        Visit(point, 0, 0);
    }

    private void Visit(double* point, int box, double least)
    {
        if (least > Reach) return;
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
            if (square <= Reach) Add(square, tree.Order[p]);
        }
    }

    private void Add(double square, int item)
    {
        if (Full && square == _squares[Count - 1] && item > _items[Count - 1]) return;
        if (Count == _squares.Length) Grow();
        var at = Count++;
        for (; at > 0 && (_squares[at - 1] > square || (_squares[at - 1] == square && _items[at - 1] > item)); at--)
            (_squares[at], _items[at], _weights[at]) = (_squares[at - 1], _items[at - 1], _weights[at - 1]);
        (_squares[at], _items[at], _weights[at]) = (square, item, weights is null ? 1 : weights[item]);

        // Summed from the nearest on, so that the same neighbours give the same total however they were met.
        var (total, count) = (0.0, 0);
        while (count < Count && total < enough) total += _weights[count++];
        (_total, Count) = (total, count);
    }

    private void Grow()
    {
        Array.Resize(ref _squares, 2 * Count);
        Array.Resize(ref _items, 2 * Count);
        Array.Resize(ref _weights, 2 * Count);
    }
}
