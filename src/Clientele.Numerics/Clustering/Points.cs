using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// The distinct rows of a matrix in canonical order, with the number of copies as weight. Each column is moved so that a middle value
/// of it becomes 0, and all are multiplied by one power of two so that the largest magnitude lies in [1, 2): both keep distances
/// exact up to that factor, so that far offsets, huge and tiny values lose nothing.
/// </summary>
internal sealed class Points
{
    /// <summary>Distinct rows per block. Sums run block by block, whoever computes them.</summary>
    public const int BlockRows = 256;

    private const int MostChunks = 256;
    private const int OriginSample = 1023;

    private readonly double[] _origin;
    private readonly int _outer;
    private readonly int _inner;

    public Points(Matrix x)
    {
        Dimensions = x.Columns;
        Group = new int[x.Rows];
        Order = RowOrder.Of(x);
        Representative = Distinct(x, Order, Group, out Copies);
        Count = Representative.Length;
        Padded = (Count + AssignKernel.Step - 1) / AssignKernel.Step * AssignKernel.Step;
        Blocks = (Count + BlockRows - 1) / BlockRows;
        ChunkBlocks = (Blocks + MostChunks - 1) / MostChunks;
        Chunks = (Blocks + ChunkBlocks - 1) / ChunkBlocks;
        Stride = (Dimensions + 4) / 4 * 4;

        Columns = new double[(long)Dimensions * Padded];
        Weights = new double[Padded];
        Rows = new double[(long)Padded * Stride];
        _origin = new double[Dimensions];

        for (var i = 0; i < Count; i++)
        {
            Weights[i] = Copies[i];
            var row = x.Row(Representative[i]);
            for (var q = 0; q < row.Length; q++) Columns[((long)q * Padded) + i] = row[q];
        }

        _outer = Exponent();
        Scale(-_outer);
        Centre();
        _inner = Exponent();
        Scale(-_inner);
        Weigh();
    }

    /// <summary>Distinct rows, m.</summary>
    public int Count { get; }

    /// <summary>m rounded up to whole vectors; the rows beyond m have weight 0.</summary>
    public int Padded { get; }

    /// <summary>d.</summary>
    public int Dimensions { get; }

    /// <summary>Values [d × padded], column by column.</summary>
    public double[] Columns { get; }

    /// <summary>Copies of each distinct row [padded].</summary>
    public double[] Weights { get; }

    /// <summary>Per row its weighted values, then its weight, then zeros [padded × stride].</summary>
    public double[] Rows { get; }

    /// <summary>d + 1 rounded up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>Rows of the matrix in canonical order [n].</summary>
    public int[] Order { get; }

    /// <summary>Distinct row of each row of the matrix [n].</summary>
    public int[] Group { get; }

    /// <summary>A row of the matrix for each distinct row [m].</summary>
    public int[] Representative { get; }

    /// <summary>Rows of the matrix per distinct row [m].</summary>
    public readonly int[] Copies;

    public int Blocks { get; }

    /// <summary>Blocks summed into one partial sum; more than one only beyond 65,536 distinct rows.</summary>
    public int ChunkBlocks { get; }

    public int Chunks { get; }

    public double this[int i, int q] => Columns[((long)q * Padded) + i];

    /// <summary>The distinct rows of a chunk.</summary>
    public (int From, int To) Chunk(int chunk) =>
        (chunk * ChunkBlocks * BlockRows, (int)Math.Min(Count, ((long)chunk + 1) * ChunkBlocks * BlockRows));

    /// <summary>A coordinate in the units of the data.</summary>
    public double Original(double value, int q) =>
        Math.ScaleB(Math.ScaleB(value, _inner) + _origin[q], _outer);

    /// <summary>A squared distance in the units of the data; at most the largest finite number.</summary>
    public double OriginalSquare(double square) =>
        Math.Min(Math.ScaleB(square, 2 * (_outer + _inner)), double.MaxValue);

    private static int[] Distinct(Matrix x, int[] order, int[] group, out int[] copies)
    {
        var distinct = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || !RowOrder.Same(x.Values, x.Columns, order[i - 1], order[i])) distinct++;
            group[order[i]] = distinct - 1;
        }

        var representative = new int[distinct];
        copies = new int[distinct];
        foreach (var row in order)
        {
            if (copies[group[row]]++ == 0) representative[group[row]] = row;
        }

        return representative;
    }

    private int Exponent()
    {
        var largest = 0.0;
        foreach (var value in Columns) largest = Math.Max(largest, Math.Abs(value));
        return largest == 0 ? 0 : Math.ILogB(largest);
    }

    private void Scale(int exponent)
    {
        if (exponent == 0) return;
        var (power, columns) = (new Power(exponent), Columns);
        for (var i = 0; i < columns.Length; i++) columns[i] = power.Times(columns[i]);
    }

    // A value that occurs, not the mean: then moving all data by an exact step changes no bit of what follows.
    private void Centre()
    {
        var sample = Math.Min(Count, OriginSample);
        var keys = new ulong[sample];
        var (items, spare, spareItems) = (new int[sample], new ulong[sample], new int[sample]);
        for (var q = 0; q < Dimensions; q++)
        {
            var column = new Span<double>(Columns, q * Padded, Count);
            for (var s = 0; s < sample; s++) keys[s] = RadixSort.Key(column[(int)((long)s * Count / sample)]);
            RadixSort.Sort(keys, items, spare, spareItems);
            var origin = RadixSort.Value(keys[sample / 2]);
            _origin[q] = origin;
            for (var i = 0; i < column.Length; i++) column[i] -= origin;
        }
    }

    private void Weigh()
    {
        for (var i = 0; i < Count; i++)
        {
            var row = new Span<double>(Rows, i * Stride, Stride);
            for (var q = 0; q < Dimensions; q++) row[q] = Weights[i] * this[i, q];
            row[Dimensions] = Weights[i];
        }
    }
}
