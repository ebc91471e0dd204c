namespace Clientele.Numerics.Neighbours;

/// <summary>
/// A balanced tree of boxes over points, for exact neighbours by Euclidean distance. Squared distances are summed over the columns in
/// their order without fused steps, so a plain loop gives the same bits; of equally near points the lowest index comes first.
/// </summary>
/// <remarks>[FBF77]. Building costs O(n log² n) at worst; a query O(log n) in few columns, up to O(n) in many. Boxes are pruned by a bound
/// that is summed in the same order of columns and so never rounds above the distance of a point inside.</remarks>
internal sealed unsafe class KdTree
{
    private const int LeafPoints = 12;

    private readonly double[] _values;
    private readonly double[] _boxes;
    private readonly int[] _from;
    private readonly int _firstLeaf;

    /// <summary>Builds the tree.</summary>
    /// <param name="values">[n × d], row-major, n ≥ 1; squares of differences must be finite. Not changed.</param>
    /// <param name="d">Columns.</param>
    public KdTree(double[] values, int d)
    {
        (Columns, Count) = (d, values.Length / d);
        var levels = 0;
        while (Count >> levels > LeafPoints) levels++;
        _firstLeaf = (1 << levels) - 1;
        _from = new int[(2 * _firstLeaf) + 2];
        Order = new int[Count];
        for (var i = 0; i < Count; i++) Order[i] = i;
        _boxes = GC.AllocateUninitializedArray<double>(((2 * _firstLeaf) + 1) * 2 * d, pinned: true);
        _values = GC.AllocateUninitializedArray<double>(values.Length, pinned: true);
        Box = (double*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_boxes, 0);
        At = (double*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0);
        var space = new double[Count];
        Build(values, space, 0, 0, Count);
        for (var p = 0; p < Count; p++) new Span<double>(values, Order[p] * d, d).CopyTo(new Span<double>(_values, p * d, d));
    }

    /// <summary>n.</summary>
    public int Count { get; }

    /// <summary>d.</summary>
    public int Columns { get; }

    /// <summary>Index of the point at each place of the tree [n]; the points of a box stand together.</summary>
    public int[] Order { get; }

    /// <summary>Boxes; box b has the boxes 2b + 1 and 2b + 2 inside, unless it is a leaf.</summary>
    public int Boxes => (2 * _firstLeaf) + 1;

    /// <summary>Values in the order of the tree [n × d].</summary>
    public double* At { get; }

    /// <summary>Least, then largest values of each box [boxes × 2d].</summary>
    public double* Box { get; }

    /// <summary>Bytes of a tree of n points besides their values.</summary>
    public static double Bytes(int n, int d) => n * ((8.0 * d) + 12 + (16.0 * d * 4 / LeafPoints));

    public bool IsLeaf(int box) => box >= _firstLeaf;

    /// <summary>Places of the points of a box: from, to − 1.</summary>
    public (int From, int To) Range(int box)
    {
        var (first, last) = (box, box);
        while (first < _firstLeaf) (first, last) = ((2 * first) + 1, (2 * last) + 2);
        return (_from[first], last == Boxes - 1 ? Count : _from[last + 1]);
    }

    /// <summary>Squared distance of two points.</summary>
    public double Square(double* a, double* b)
    {
        var sum = 0.0;
        for (var q = 0; q < Columns; q++)
        {
            var step = a[q] - b[q];
            sum += step * step;
        }

        return sum;
    }

    /// <summary>A bound that no point of the box is nearer than; 0 inside.</summary>
    public double Least(double* point, int box)
    {
        var sum = 0.0;
        var low = Low(box);
        var high = low + Columns;
        for (var q = 0; q < Columns; q++)
        {
            var step = Math.Max(Math.Max(low[q] - point[q], point[q] - high[q]), 0);
            sum += step * step;
        }

        return sum;
    }

    /// <summary>The two boxes inside a box, the nearer one first, each with its <see cref="Least"/>.</summary>
    public ((int Box, double Least) Near, (int Box, double Least) Far) Halves(double* point, int box)
    {
        var left = (Box: (2 * box) + 1, Least: Least(point, (2 * box) + 1));
        var right = (Box: (2 * box) + 2, Least: Least(point, (2 * box) + 2));
        return left.Least <= right.Least ? (left, right) : (right, left);
    }

    /// <summary>A bound that no point of the box is farther than.</summary>
    public double Most(double* point, int box)
    {
        var sum = 0.0;
        var low = Low(box);
        var high = low + Columns;
        for (var q = 0; q < Columns; q++)
        {
            var step = Math.Max(point[q] - low[q], high[q] - point[q]);
            sum += step * step;
        }

        return sum;
    }

    /// <summary>Bounds that no two points of two boxes are nearer and farther than.</summary>
    public (double Least, double Most) Between(int a, int b)
    {
        var (least, most) = (0.0, 0.0);
        double* lowA = Low(a), lowB = Low(b);
        double* highA = lowA + Columns, highB = lowB + Columns;
        for (var q = 0; q < Columns; q++)
        {
            var gap = Math.Max(Math.Max(lowA[q] - highB[q], lowB[q] - highA[q]), 0);
            var span = Math.Max(highA[q] - lowB[q], highB[q] - lowA[q]);
            least += gap * gap;
            most += span * span;
        }

        return (least, most);
    }

    private double* Low(int box) => Box + ((nint)box * 2 * Columns);

    private void Build(double[] values, double[] space, int box, int from, int to)
    {
        var widest = Bound(values, box, from, to);
        if (IsLeaf(box))
        {
            _from[box] = from;
            Array.Sort(Order, from, to - from);
            return;
        }

        var middle = from + ((to - from) / 2);
        for (var i = from; i < to; i++) space[i] = values[((long)Order[i] * Columns) + widest];
        MedianSplit.Split(space, Order, from, to, middle);
        Build(values, space, (2 * box) + 1, from, middle);
        Build(values, space, (2 * box) + 2, middle, to);
    }

    // The box of some points; returns the column in which they spread most, the first of equals.
    private int Bound(double[] values, int box, int from, int to)
    {
        var low = Low(box);
        var high = low + Columns;
        for (var q = 0; q < Columns; q++) (low[q], high[q]) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = from; i < to; i++)
        {
            var row = (long)Order[i] * Columns;
            for (var q = 0; q < Columns; q++)
            {
                var value = values[row + q];
                if (value < low[q]) low[q] = value;
                if (value > high[q]) high[q] = value;
            }
        }

        var widest = 0;
        for (var q = 1; q < Columns; q++)
        {
            if (high[q] - low[q] > high[widest] - low[widest]) widest = q;
        }

        return widest;
    }
}
