namespace Clientele.Numerics.Ordering;

/// <summary>
/// Fingerprints of columns: each value is mixed with its whole row, this seen without regard to the order of the columns. Neither the
/// order of the rows nor copies of them matter. Columns of equal width share their unit.
/// </summary>
internal sealed class ColumnPrints
{
    private const int Buckets = 256;

    private readonly Matrix _x;
    private readonly double[] _least;
    private readonly Power[] _powers;
    private readonly ulong[] _row;

    public ColumnPrints(Matrix x, ColumnRanges ranges, double[] widths)
    {
        (_x, _least, _powers, _row) = (x, ranges.Least, new Power[x.Columns], new ulong[x.Columns]);
        for (var q = 0; q < _powers.Length; q++) _powers[q] = new(widths[q] == 0 ? 0 : -Math.ILogB(widths[q]));
    }

    /// <summary>From the largest mix of each bucket of rows: one pass, and enough unless there are few different values.</summary>
    public ulong[] Largest()
    {
        var d = _x.Columns;
        var most = new ulong[d * Buckets];
        for (var i = 0; i < _x.Rows; i++)
        {
            var whole = Whole(i);
            for (var q = 0; q < d; q++)
            {
                ref var largest = ref most[(q * Buckets) + (int)(whole % Buckets)];
                largest = Math.Max(largest, Mix(whole ^ _row[q]));
            }
        }

        var prints = new ulong[d];
        for (var at = 0; at < most.Length; at++) prints[at / Buckets] += most[at];
        return prints;
    }

    /// <summary>From all mixes of the distinct rows, which have to be sorted for it.</summary>
    public ulong[] Sums()
    {
        var (d, rows, columns) = (_x.Columns, new int[_x.Rows], new int[_x.Columns]);
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        for (var q = 0; q < d; q++) columns[q] = q;
        RowOrder.Sort(_x, columns, rows);
        var prints = new ulong[d];
        for (var i = 0; i < rows.Length; i++)
        {
            if (i > 0 && RowOrder.Same(_x.Values, d, rows[i - 1], rows[i])) continue;
            var whole = Whole(rows[i]);
            for (var q = 0; q < d; q++) prints[q] += Mix(whole ^ _row[q]);
        }

        return prints;
    }

    private ulong Whole(int i)
    {
        var values = _x.Row(i);
        var whole = 0UL;
        for (var q = 0; q < values.Length; q++)
        {
            var above = _powers[q].Times((values[q] * 0.5) - (_least[q] * 0.5)) + 0.0;
            _row[q] = Mix(BitConverter.DoubleToUInt64Bits(above));
            whole += _row[q];
        }

        return Mix(whole);
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        return bits ^ (bits >> 32);
    }
}
