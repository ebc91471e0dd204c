using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Association;

/// <summary>How often the categories of two columns occur together. Categories that do not occur at all are left out.</summary>
public sealed class ContingencyTable
{
    private const long MostCells = 1L << 26;

    private readonly long[] _counts;
    private readonly long[] _rowTotals;
    private readonly long[] _columnTotals;

    private ContingencyTable(int rows, int columns, long[] counts)
    {
        (Rows, Columns, _counts, _rowTotals, _columnTotals) = (rows, columns, counts, new long[rows], new long[columns]);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                _rowTotals[i] += counts[(i * columns) + j];
                _columnTotals[j] += counts[(i * columns) + j];
                Total += counts[(i * columns) + j];
            }
        }
    }

    /// <summary>Categories of the first column that occur.</summary>
    public int Rows { get; }

    /// <summary>Categories of the second column that occur.</summary>
    public int Columns { get; }

    /// <summary>All that was counted.</summary>
    public long Total { get; }

    /// <summary>Times the i-th occurring category met the j-th.</summary>
    public long this[int i, int j] => _counts[(i * Columns) + j];

    /// <summary>[rows].</summary>
    public ReadOnlySpan<long> RowTotals => _rowTotals;

    /// <summary>[columns].</summary>
    public ReadOnlySpan<long> ColumnTotals => _columnTotals;

    /// <summary>Counts two columns of codes.</summary>
    /// <param name="a">From 0, or −1 for missing: such rows are left out [n].</param>
    /// <param name="b">The same [n].</param>
    public static ContingencyTable Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"{a.Length} and {b.Length} codes do not make pairs.", nameof(b));
        var (first, second) = (Numbering(a, b, a), Numbering(a, b, b));
        var (rows, columns) = (first.Length == 0 ? 0 : first.Max() + 1, second.Length == 0 ? 0 : second.Max() + 1);
        if ((long)rows * columns > MostCells) throw new ArgumentException($"{rows:#,0} and {columns:#,0} categories make more than {MostCells:#,0} cells.", nameof(a));
        var counts = new long[rows * columns];
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] >= 0 && b[i] >= 0) counts[(first[a[i]] * columns) + second[b[i]]]++;
        }

        return new(rows, columns, counts);
    }

    /// <summary>A table that was counted elsewhere.</summary>
    /// <param name="rows">At least 1.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="counts">At least 0 each, row by row [rows × columns].</param>
    public static ContingencyTable Of(int rows, int columns, ReadOnlySpan<long> counts)
    {
        if (counts.Length != (long)Require.AtLeast(1, rows) * Require.AtLeast(1, columns)) throw new ArgumentException($"{counts.Length} counts do not fill {rows} × {columns}.", nameof(counts));
        var (usedRows, usedColumns) = (new bool[rows], new bool[columns]);
        for (var c = 0; c < counts.Length; c++)
        {
            if (counts[c] < 0) throw new ArgumentException($"Count {c} (counted from 0) is {counts[c]}; counts are at least 0.", nameof(counts));
            usedRows[c / columns] |= counts[c] > 0;
            usedColumns[c % columns] |= counts[c] > 0;
        }

        var kept = new List<long>(counts.Length);
        for (var c = 0; c < counts.Length; c++)
        {
            if (usedRows[c / columns] && usedColumns[c % columns]) kept.Add(counts[c]);
        }

        return new(usedRows.Count(used => used), usedColumns.Count(used => used), [.. kept]);
    }

    /// <summary>Pearson's chi-squared: Σ (observed − expected)² / expected; 0 for an empty table.</summary>
    public double ChiSquare()
    {
        var sum = default(ExactSum);
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                var expected = Expected(i, j);
                var step = this[i, j] - expected;
                sum.Add(step * step / expected);
            }
        }

        return sum.Value;
    }

    /// <summary>What independence would give.</summary>
    public double Expected(int i, int j) => (double)_rowTotals[i] * _columnTotals[j] / Total;

    // A number from 0 for each code that occurs in a row counted; −1 for the others.
    private static int[] Numbering(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ReadOnlySpan<int> codes)
    {
        var most = -1;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] < -1) throw new ArgumentException($"Row {i} (counted from 0) has code {codes[i]}; codes run from 0, and -1 is missing.", nameof(codes));
            most = Math.Max(most, codes[i]);
        }

        if (most >= 1 << 28) throw new ArgumentException($"Code {most} is above {(1 << 28) - 1}.", nameof(codes));
        var numbers = new int[most + 1];
        Array.Fill(numbers, -1);
        for (var i = 0; i < codes.Length; i++)
        {
            if (a[i] >= 0 && b[i] >= 0) numbers[codes[i]] = 0;
        }

        var next = 0;
        foreach (ref var number in numbers.AsSpan()) number = number == 0 ? next++ : -1;
        return numbers;
    }
}
