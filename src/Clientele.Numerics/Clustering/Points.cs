using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// The distinct rows of a matrix in a canonical order that keeps neighbours together, each with the weight of its copies; columns in
/// canonical order, too. Each column is moved so that a middle value of it becomes 0, and all are multiplied by one power of two so that
/// the widest range lies in [1, 2): both keep distances exact up to that factor, so that far offsets, huge and tiny values lose nothing.
/// </summary>
internal sealed unsafe class Points
{
    /// <summary>Distinct rows per block. Sums run block by block, whoever computes them.</summary>
    public const int BlockRows = 256;

    private const int MostChunks = 256;
    private const int OriginSample = 1023;
    private const int Ahead = 12;

    // Magnitudes beyond these powers of two are brought to 1 before anything is subtracted.
    private const int FarExponent = 900;

    // Weights beyond these are brought to 1, so that sums of many neither overflow nor vanish.
    private const int FarWeight = 100;

    private readonly double[] _origin;
    private readonly int _outer;
    private readonly int _inner;
    private readonly int _weightExponent;

    /// <summary>Orders, groups, moves and scales. Time O(n · d).</summary>
    /// <param name="x">Finite, checked here; not changed.</param>
    /// <param name="weights">[n], checked here; rows of weight 0 are left out. Null: 1 each.</param>
    /// <param name="crew">Shares the work; may be null. Same bits.</param>
    /// <param name="ct">Looked at all along.</param>
    public Points(Matrix x, double[]? weights = null, Crew? crew = null, CancellationToken ct = default)
    {
        var ranges = ColumnRanges.Of(x, crew, ct);
        Require.Weights(weights, x.Rows);
        var rowsGiven = x.Rows;
        int[]? present = null;
        if (AnyZero(weights))
        {
            // As if the rows of weight 0 had never been there.
            present = Present(weights!);
            (x, weights) = (Pick(x, present), Array.ConvertAll(present, i => weights![i]));
            ranges = ColumnRanges.Of(x, crew, ct);
        }

        Dimensions = x.Columns;
        ColumnsInOrder = ColumnOrder.Of(x, ranges);
        LargestMagnitude = ranges.Largest;
        _outer = Outer(ranges.Largest);
        var near = _outer == 0 ? x : Nearer(x, _outer);
        var nearRanges = _outer == 0 ? ranges : ColumnRanges.Of(near, crew, ct);
        var widest = nearRanges.Most[ColumnsInOrder[0]] - nearRanges.Least[ColumnsInOrder[0]];
        _inner = widest > 0 ? Math.ILogB(widest) : 0;
        var scale = Math.ScaleB(1, -_inner);

        var spatial = SpatialOrder.Of(near, ColumnsInOrder, nearRanges, scale, crew, ct);
        Order = spatial.Order;
        var groups = new RowGroups(spatial, x, weights);
        (Group, Representative) = (groups.Group, groups.Representative);
        Count = Representative.Length;
        Blocks = (Count + BlockRows - 1) / BlockRows;
        Padded = Blocks * BlockRows;
        ChunkBlocks = (Blocks + MostChunks - 1) / MostChunks;
        Chunks = (Blocks + ChunkBlocks - 1) / ChunkBlocks;
        _weightExponent = Math.Abs(Math.ILogB(groups.Largest)) > FarWeight ? Math.ILogB(groups.Largest) : 0;
        Weights = new double[Padded];
        for (var i = 0; i < Count; i++)
        {
            Weights[i] = _weightExponent == 0 ? groups.Weights[i] : Math.ScaleB(groups.Weights[i], -_weightExponent);
            TotalWeight += Weights[i];
            HeaviestRow = Math.Max(HeaviestRow, Weights[i]);
        }

        _origin = Origins(near);
        Columns = Room.Numbers(checked(Dimensions * Padded));
        (Low, High) = (new double[Blocks * Dimensions], new double[Blocks * Dimensions]);
        Crew.Share(crew, Chunks, (chunk, _) => Lay(near, scale, chunk), ct);
        if (present is null) return;
        var all = new int[rowsGiven];
        Array.Fill(all, -1);
        for (var i = 0; i < present.Length; i++) all[present[i]] = Group[i];
        (Order, Group, Representative) = (Array.ConvertAll(Order, i => present[i]), all, Array.ConvertAll(Representative, i => present[i]));
    }

    // Some of the rows of other points, in the same order, space and units.
    private Points(Points whole, int[] chosen, double[]? weights)
    {
        (Dimensions, ColumnsInOrder, LargestMagnitude, Count) = (whole.Dimensions, whole.ColumnsInOrder, whole.LargestMagnitude, chosen.Length);
        (_origin, _outer, _inner, _weightExponent) = (whole._origin, whole._outer, whole._inner, whole._weightExponent);
        (Order, Group, Representative) = ([], [], []);
        Blocks = (Count + BlockRows - 1) / BlockRows;
        Padded = Blocks * BlockRows;
        ChunkBlocks = (Blocks + MostChunks - 1) / MostChunks;
        Chunks = (Blocks + ChunkBlocks - 1) / ChunkBlocks;
        (Columns, Weights) = (new double[checked(Dimensions * Padded)], new double[Padded]);
        (Low, High) = (new double[Blocks * Dimensions], new double[Blocks * Dimensions]);
        for (var i = 0; i < Count; i++)
        {
            Weights[i] = weights is null ? whole.Weights[chosen[i]] : weights[i];
            TotalWeight += Weights[i];
            HeaviestRow = Math.Max(HeaviestRow, Weights[i]);
            HeaviestRow = Math.Max(HeaviestRow, Weights[i]);
            for (var q = 0; q < Dimensions; q++) Columns[Place(i, q)] = whole[chosen[i], q];
        }

        for (var i = Count; i < Padded; i++)
        {
            for (var q = 0; q < Dimensions; q++) Columns[Place(i, q)] = whole[chosen[^1], q];
        }

        for (var block = 0; block < Blocks; block++) Bound(block);
    }

    /// <summary>Distinct rows of weight above 0, m.</summary>
    public int Count { get; }

    /// <summary>m rounded up to whole blocks; the rows beyond m repeat the last one and have weight 0.</summary>
    public int Padded { get; }

    /// <summary>d.</summary>
    public int Dimensions { get; }

    /// <summary>The column of the matrix that stands at each place [d].</summary>
    public int[] ColumnsInOrder { get; }

    /// <summary>Values [blocks × d × <see cref="BlockRows"/>]: block by block, in each column by column.</summary>
    public double[] Columns { get; }

    /// <summary>Weight of each distinct row [padded].</summary>
    public double[] Weights { get; }

    public double TotalWeight { get; }

    public double HeaviestRow { get; }

    /// <summary>Least value of each block and column [blocks × d].</summary>
    public double[] Low { get; }

    /// <summary>Largest value of each block and column [blocks × d].</summary>
    public double[] High { get; }

    /// <summary>Rows of the matrix in canonical order [n, those of weight 0 left out].</summary>
    public int[] Order { get; }

    /// <summary>Distinct row of each row of the matrix [n]; −1 for a row of weight 0.</summary>
    public int[] Group { get; }

    /// <summary>A row of the matrix for each distinct row [m].</summary>
    public int[] Representative { get; }

    public int Blocks { get; }

    /// <summary>Blocks summed into one partial sum; more than one only beyond 65,536 distinct rows.</summary>
    public int ChunkBlocks { get; }

    public int Chunks { get; }

    /// <summary>The largest magnitude in the matrix.</summary>
    public double LargestMagnitude { get; }

    /// <summary>Power of two by which distances in the units of the data are larger.</summary>
    public int Exponent => _outer + _inner;

    public double this[int i, int q] => Columns[Place(i, q)];

    /// <summary>d + 1 rounded up to whole vectors.</summary>
    public int Stride => (Dimensions + 4) / 4 * 4;

    /// <summary>Distinct rows of a block.</summary>
    public int RowsOf(int block) => Math.Min(BlockRows, Count - (block * BlockRows));

    /// <summary>The blocks of a chunk.</summary>
    public (int From, int To) ChunkOfBlocks(int chunk) => (chunk * ChunkBlocks, Math.Min(Blocks, (chunk + 1) * ChunkBlocks));

    /// <summary>The distinct rows of a chunk.</summary>
    public (int From, int To) Chunk(int chunk) =>
        (chunk * ChunkBlocks * BlockRows, (int)Math.Min(Count, ((long)chunk + 1) * ChunkBlocks * BlockRows));

    /// <summary>A coordinate in the units of the data; q is a place, not a column of the matrix.</summary>
    public double Original(double value, int q) =>
        Math.ScaleB(Math.ScaleB(value, _inner) + _origin[q], _outer);

    /// <summary>A weighted sum of squared distances in the units of the data; at most the largest finite number.</summary>
    public double OriginalSquare(double square) =>
        Math.Min(Math.ScaleB(Math.ScaleB(square, _weightExponent), 2 * (_outer + _inner)), double.MaxValue);

    /// <summary>Points for some of the distinct rows.</summary>
    /// <param name="chosen">Their numbers, rising, at least one.</param>
    /// <param name="weights">Of each; null: as they are.</param>
    public Points Some(int[] chosen, double[]? weights = null) => new(this, chosen, weights);

    private int Place(int i, int q) => ((i / BlockRows * Dimensions) + q) * BlockRows + (i % BlockRows);

    private static int Outer(double largest) => largest > 0 && Math.Abs(Math.ILogB(largest)) > FarExponent ? Math.ILogB(largest) : 0;

    private static bool AnyZero(double[]? weights)
    {
        if (weights is null) return false;
        foreach (var weight in weights)
        {
            if (weight == 0) return true;
        }

        return false;
    }

    private static int[] Present(double[] weights)
    {
        var rows = new List<int>(weights.Length);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0) rows.Add(i);
        }

        return [.. rows];
    }

    private static Matrix Pick(Matrix x, int[] rows)
    {
        var values = new double[checked(rows.Length * x.Columns)];
        for (var i = 0; i < rows.Length; i++) x.Row(rows[i]).CopyTo(new Span<double>(values, i * x.Columns, x.Columns));
        return new(values, rows.Length, x.Columns);
    }

    private static Matrix Nearer(Matrix x, int exponent)
    {
        var (power, values) = (new Power(-exponent), new double[x.Values.Length]);
        for (var i = 0; i < values.Length; i++) values[i] = power.Times(x.Values[i]);
        return x with { Values = values };
    }

    // A value that occurs, not the mean: then moving all data by an exact step changes no bit of what follows.
    private double[] Origins(Matrix x)
    {
        var sample = Math.Min(Count, OriginSample);
        var (keys, origins) = (new ulong[sample], new double[Dimensions]);
        var (items, spare, spareItems) = (new int[sample], new ulong[sample], new int[sample]);
        for (var q = 0; q < Dimensions; q++)
        {
            for (var s = 0; s < sample; s++)
                keys[s] = RadixSort.Key(x.Row(Representative[(int)((long)s * Count / sample)])[ColumnsInOrder[q]]);
            RadixSort.Sort(keys, items, spare, spareItems);
            origins[q] = RadixSort.Value(keys[sample / 2]);
        }

        return origins;
    }

    private void Lay(Matrix x, double scale, int chunk)
    {
        var d = Dimensions;
        var (first, end) = ChunkOfBlocks(chunk);
        fixed (double* values = x.Values, columns = Columns, origin = _origin)
        fixed (int* order = ColumnsInOrder, rows = Representative)
        {
            for (var block = first; block < end; block++)
            {
                var at = columns + ((long)block * d * BlockRows);
                for (var i = 0; i < BlockRows; i++)
                {
                    if (Sse.IsSupported)
                    {
                        // The rows lie far apart in memory.
                        var ahead = values + ((long)rows[Math.Min((block * BlockRows) + i + Ahead, Count - 1)] * d);
                        Sse.Prefetch0(ahead);
                        Sse.Prefetch0(ahead + d - 1);
                    }

                    var row = values + ((long)rows[Math.Min((block * BlockRows) + i, Count - 1)] * d);
                    for (var q = 0; q < d; q++) at[(q * BlockRows) + i] = (row[order[q]] - origin[q]) * scale;
                }

                Bound(block);
            }
        }
    }

    private void Bound(int block)
    {
        for (var q = 0; q < Dimensions; q++)
        {
            var column = new ReadOnlySpan<double>(Columns, ((block * Dimensions) + q) * BlockRows, BlockRows);
            (Low[(block * Dimensions) + q], High[(block * Dimensions) + q]) = Ends(column[..Math.Min(BlockRows, Count - (block * BlockRows))]);
        }
    }

    private static (double Low, double High) Ends(ReadOnlySpan<double> values)
    {
        if (values.Length >= 4)
        {
            fixed (double* at = values)
            {
                var (low, high) = (Lanes.Load(at), Lanes.Load(at));
                for (var i = 4; i < values.Length; i += 4)
                {
                    // The last vector may overlap the one before.
                    var now = Lanes.Load(at + Math.Min(i, values.Length - 4));
                    low = Vector256.ConditionalSelect(Vector256.LessThan(now, low), now, low);
                    high = Vector256.ConditionalSelect(Vector256.GreaterThan(now, high), now, high);
                }

                return (Math.Min(Math.Min(low[0], low[1]), Math.Min(low[2], low[3])), Math.Max(Math.Max(high[0], high[1]), Math.Max(high[2], high[3])));
            }
        }

        var (a, b) = (values[0], values[0]);
        foreach (var value in values) (a, b) = (Math.Min(a, value), Math.Max(b, value));
        return (a, b);
    }
}
