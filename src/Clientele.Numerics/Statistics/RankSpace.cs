using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Statistics;

/// <summary>
/// Puts the rows of a column into ascending order of value, rows of equal values as they stand. Row numbers travel below the highest 32
/// bits that differ, in one word; runs that are equal in these bits are sorted by the whole keys. Space is kept for the next column; one per thread.
/// </summary>
internal sealed class RankSpace
{
    private const ulong Mask = KeyWindow.DigitValues - 1;
    private const int RowBits = 32;

    private readonly int[] _places = new int[KeyWindow.MostDigits * KeyWindow.DigitValues];
    private ulong[] _keys = [];
    private ulong[] _packed = [];
    private ulong[] _spare = [];

    /// <summary>Rows that are there [count], and where each run of equal values ends in them [distinct].</summary>
    public (int[] Order, int[] Ends) Sort(ReadOnlySpan<double> values, string name)
    {
        if (_keys.Length < values.Length) (_keys, _packed, _spare) = (new ulong[values.Length], new ulong[values.Length], new ulong[values.Length]);
        var (count, varying, first) = (0, 0UL, 0UL);
        for (var i = 0; i < values.Length; i++)
        {
            // 0 is the key of no finite number.
            var value = values[i];
            _keys[i] = 0;
            if (double.IsNaN(value)) continue;
            if (double.IsInfinity(value)) throw ColumnCheck.Infinite(i, value, name);
            var key = RadixSort.Key(value);
            if (count++ == 0) first = key;
            (_keys[i], varying) = (key, varying | (key ^ first));
        }

        var window = new KeyWindow(varying);
        var sorted = Digits(values.Length, count, window);
        if (!window.IsWhole) Finish(sorted);
        return Runs(sorted, window.IsWhole);
    }

    private Span<ulong> Digits(int rows, int count, KeyWindow window)
    {
        Array.Clear(_places);
        var at = 0;
        for (var i = 0; i < rows; i++)
        {
            if (_keys[i] == 0) continue;
            var top = (ulong)(uint)(_keys[i] >> window.Shift);
            _packed[at++] = (top << RowBits) | (uint)i;
            _places[(int)(top & Mask)]++;
            _places[KeyWindow.DigitValues + (int)((top >> KeyWindow.DigitBits) & Mask)]++;
            _places[(2 * KeyWindow.DigitValues) + (int)((top >> (2 * KeyWindow.DigitBits)) & Mask)]++;
        }

        var (from, to, shift) = (_packed, _spare, RowBits);
        for (var digit = 0; digit < window.Digits; digit++, shift += KeyWindow.DigitBits)
        {
            var places = _places.AsSpan(digit * KeyWindow.DigitValues, KeyWindow.DigitValues);
            var sum = 0;
            for (var v = 0; v < places.Length; v++) (places[v], sum) = (sum, sum + places[v]);
            foreach (var word in from.AsSpan(0, count)) to[places[(int)((word >> shift) & Mask)]++] = word;
            (from, to) = (to, from);
        }

        return from.AsSpan(0, count);
    }

    private void Finish(Span<ulong> sorted)
    {
        for (var start = 0; start < sorted.Length;)
        {
            var (end, rising) = (start + 1, true);
            for (; end < sorted.Length && sorted[end] >> RowBits == sorted[start] >> RowBits; end++)
                rising &= _keys[(uint)sorted[end]] >= _keys[(uint)sorted[end - 1]];
            if (!rising) ByKeys(sorted[start..end]);
            start = end;
        }
    }

    private void ByKeys(Span<ulong> run)
    {
        var (keys, rows, n) = (new ulong[run.Length], new int[run.Length], run.Length);
        for (var i = 0; i < n; i++) (keys[i], rows[i]) = (_keys[(uint)run[i]], (int)(uint)run[i]);
        RadixSort.Sort(keys, rows, new ulong[n], new int[n]);
        for (var i = 0; i < n; i++) run[i] = (run[i] >> RowBits << RowBits) | (uint)rows[i];
    }

    private (int[] Order, int[] Ends) Runs(ReadOnlySpan<ulong> sorted, bool whole)
    {
        var (order, runs) = (new int[sorted.Length], sorted.Length > 0 ? 1 : 0);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = (int)(uint)sorted[i];
            if (i > 0 && !Same(sorted, i, whole)) runs++;
        }

        var (ends, run) = (new int[runs], 0);
        for (var i = 1; i < order.Length; i++)
        {
            if (!Same(sorted, i, whole)) ends[run++] = i;
        }

        if (runs > 0) ends[run] = order.Length;
        return (order, ends);
    }

    private bool Same(ReadOnlySpan<ulong> sorted, int i, bool whole) =>
        whole ? sorted[i] >> RowBits == sorted[i - 1] >> RowBits : _keys[(uint)sorted[i]] == _keys[(uint)sorted[i - 1]];
}
