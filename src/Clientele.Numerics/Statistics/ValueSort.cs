using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Statistics;

/// <summary>
/// The values of a column in ascending order without the missing ones: a radix sort of the highest 32 bits that differ, after which few
/// values are out of place; runs that are equal in these bits are sorted one by one. Space is kept for the next column; one per thread.
/// </summary>
internal sealed class ValueSort
{
    private const int Few = 64;

    private readonly int[] _places = new int[KeyWindow.MostDigits * KeyWindow.DigitValues];
    private ulong[] _keys = [];
    private ulong[] _spare = [];
    private double[] _sorted = [];

    /// <summary>NaN is left out, −0 becomes 0. The span is good until the next call.</summary>
    public Span<double> Sort(ReadOnlySpan<double> values, string name)
    {
        if (_keys.Length < values.Length) (_keys, _spare, _sorted) = (new ulong[values.Length], new ulong[values.Length], new double[values.Length]);
        var (count, varying) = (0, 0UL);
        var keys = _keys.AsSpan(0, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsNaN(value)) continue;
            if (double.IsInfinity(value)) throw ColumnCheck.Infinite(i, value, name);
            var key = RadixSort.Key(value);
            keys[count++] = key;
            varying |= key ^ keys[0];
        }

        var from = _keys;
        if (count <= Few) from.AsSpan(0, count).Sort();
        else
        {
            var window = new KeyWindow(varying);
            if (Digits(from.AsSpan(0, count), _spare.AsSpan(0, count), window)) from = _spare;
            if (!window.IsWhole) Finish(from.AsSpan(0, count), window.Shift);
        }

        for (var i = 0; i < count; i++) _sorted[i] = RadixSort.Value(from[i]);
        return _sorted.AsSpan(0, count);
    }

    // True when the order ended in the spare space.
    private bool Digits(Span<ulong> keys, Span<ulong> spare, KeyWindow window)
    {
        const ulong Mask = KeyWindow.DigitValues - 1;
        Array.Clear(_places);
        var shift = window.Shift;
        foreach (var key in keys)
        {
            var top = key >> shift;
            _places[(int)(top & Mask)]++;
            _places[KeyWindow.DigitValues + (int)((top >> KeyWindow.DigitBits) & Mask)]++;
            _places[(2 * KeyWindow.DigitValues) + (int)((top >> (2 * KeyWindow.DigitBits)) & Mask)]++;
        }

        for (var digit = 0; digit < window.Digits; digit++, shift += KeyWindow.DigitBits)
        {
            var at = _places.AsSpan(digit * KeyWindow.DigitValues, KeyWindow.DigitValues);
            var sum = 0;
            for (var v = 0; v < at.Length; v++) (at[v], sum) = (sum, sum + at[v]);
            var to = (digit & 1) == 0 ? spare : keys;
            foreach (var key in (digit & 1) == 0 ? keys : spare) to[at[(int)((key >> shift) & Mask)]++] = key;
        }

        return (window.Digits & 1) != 0;
    }

    private static void Finish(Span<ulong> keys, int shift)
    {
        var start = 0;
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] >= keys[i - 1])
            {
                if (keys[i] >> shift != keys[i - 1] >> shift) start = i;
                continue;
            }

            var end = i + 1;
            while (end < keys.Length && keys[end] >> shift == keys[start] >> shift) end++;
            keys[start..end].Sort();
            (start, i) = (end, end);
        }
    }
}
