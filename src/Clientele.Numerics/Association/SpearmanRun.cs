using Clientele.Numerics.Statistics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Association;

/// <summary>
/// One matrix of Spearman's ρ. Columns whose gaps do not matter to each other are compared by their own ranks, all at once; a pair of
/// columns with different gaps is ranked again among the rows that both have.
/// </summary>
internal sealed class SpearmanRun
{
    private readonly FitContext _context;
    private readonly RankedColumn[] _columns;
    private readonly IReadOnlyList<double[]> _values;
    private readonly ulong[][] _present;
    private readonly int[][] _ranks;
    private readonly int _rows;
    private readonly double[] _found;
    private readonly int[] _pairs;

    public SpearmanRun(IReadOnlyList<double[]> columns, FitContext context)
    {
        var d = columns.Count;
        (_values, _rows, _context) = (columns, ColumnCheck.Rows(columns), context);
        (_columns, _present, _ranks) = (new RankedColumn[d], new ulong[d][], new int[d][]);
        (_found, _pairs) = (new double[d * d], new int[d * d]);
    }

    public CorrelationMatrix Run()
    {
        var d = _columns.Length;
        var threads = Crew.Count(_context.Threads);
        _context.Reserve($"the rank correlation of {d} columns of {_rows:#,0} rows", (12.2 * d * _rows) + (48.0 * _rows * threads), "Compare fewer columns, or a sample of the rows.");
        using var crew = new Crew(threads);
        var sorts = new RankSpace[crew.Threads];
        crew.Run(d, (q, worker) => Rank(q, sorts[worker] ??= new()), _context.Cancellation);
        _context.Progress?.Report(0.4);
        // Ranks, doubled and from the middle, stay below the number of rows.
        var products = PairSums.Of(new RankColumns(_ranks), _rows <= 1 << PairSums.NarrowBits, crew, Correlation.Part(_context, 0.4, 0.6), _context.Cancellation);
        var again = new List<(int A, int B)>();
        for (var a = 0; a < d; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                if (Within(b, a) && Within(a, b)) Set(a, b, _columns[a].Order.Length, products[(a * d) + a], products[(b * d) + b], products[(a * d) + b]);
                else again.Add((a, b));
            }
        }

        var (spaces, done) = (new Space[crew.Threads], 0);
        crew.Run(again.Count, (item, worker) =>
        {
            Compare(again[item].A, again[item].B, spaces[worker] ??= new(_rows));
            Correlation.Part(_context, 0.6, 1)((double)Interlocked.Increment(ref done) / again.Count);
        }, _context.Cancellation);
        return new(d, _found, _pairs);
    }

    private void Rank(int q, RankSpace space)
    {
        var column = _columns[q] = RankedColumn.Of(_values[q], $"columns[{q}]", space);
        _ranks[q] = column.Ranks();
        _present[q] = new ulong[(_rows + 63) / 64];
        foreach (var row in column.Order) _present[q][row >> 6] |= 1UL << (row & 63);
    }

    // Whether all rows of a are rows of b.
    private bool Within(int a, int b)
    {
        if (_columns[b].Order.Length == _rows) return true;
        for (var w = 0; w < _present[a].Length; w++)
        {
            if ((_present[a][w] & ~_present[b][w]) != 0) return false;
        }

        return true;
    }

    private void Compare(int a, int b, Space space)
    {
        var first = Among(a, b, space.First, space.Rows);
        var second = Among(b, a, space.Second, space.Rows);
        var (both, aa, bb, ab) = (0, Int128.Zero, Int128.Zero, Int128.Zero);
        for (var w = 0; w < _present[a].Length; w++) both += System.Numerics.BitOperations.PopCount(_present[a][w] & _present[b][w]);
        // Products of ranks below 2^27 fit for 2^9 rows.
        var block = _rows <= 1 << 27 ? 256 : 1;
        for (var start = 0; start < _rows; start += block)
        {
            var (x, y, xy) = (0L, 0L, 0L);
            for (var i = start; i < Math.Min(start + block, _rows); i++)
            {
                x += (long)first[i] * first[i];
                y += (long)second[i] * second[i];
                xy += (long)first[i] * second[i];
            }

            (aa, bb, ab) = (aa + x, bb + y, ab + xy);
        }

        Set(a, b, both, aa, bb, ab);
    }

    private int[] Among(int column, int other, int[] space, int[] rows)
    {
        if (Within(column, other)) return _ranks[column];
        _columns[column].Ranks(_present[other], space, rows);
        return space;
    }

    // Ranks from the middle add up to 0.
    private void Set(int a, int b, int pairs, Int128 aa, Int128 bb, Int128 ab)
    {
        var (here, there) = ((a * _columns.Length) + b, (b * _columns.Length) + a);
        _pairs[here] = _pairs[there] = pairs;
        _found[here] = _found[there] = PearsonSums.Of(pairs, 0, 0, aa, bb, ab);
    }

    private sealed class Space(int rows)
    {
        public int[] First { get; } = new int[rows];

        public int[] Second { get; } = new int[rows];

        public int[] Rows { get; } = new int[rows];
    }
}
