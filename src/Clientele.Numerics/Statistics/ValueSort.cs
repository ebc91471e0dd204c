using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Statistics;

/// <summary>
/// The values of a column in ascending order without the missing ones: <see cref="RadixSort"/> without items. Space is kept for the next
/// column; one per thread.
/// </summary>
internal sealed class ValueSort
{
    private const int Few = 64;

    private readonly int[] _places = new int[8 * 256];
    private ulong[] _keys = [];
    private ulong[] _spare = [];
    private double[] _sorted = [];

    /// <summary>NaN is left out, −0 becomes 0. The span is good until the next call.</summary>
    public Span<double> Sort(ReadOnlySpan<double> values, string name)
    {
        if (_keys.Length < values.Length) (_keys, _spare, _sorted) = (new ulong[values.Length], new ulong[values.Length], new double[values.Length]);
        var count = 0;
        var keys = _keys.AsSpan(0, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsNaN(value)) continue;
            if (double.IsInfinity(value)) throw ColumnCheck.Infinite(i, value, name);
            keys[count++] = RadixSort.Key(value);
        }

        var (from, to) = (_keys, _spare);
        if (count <= Few) from.AsSpan(0, count).Sort();
        else if (Digits(from.AsSpan(0, count), to.AsSpan(0, count))) (from, to) = (to, from);
        for (var i = 0; i < count; i++) _sorted[i] = RadixSort.Value(from[i]);
        return _sorted.AsSpan(0, count);
    }

    // Eight bits at a time; digits that all keys share are passed over. True when the order ended in the spare space.
    private bool Digits(Span<ulong> keys, Span<ulong> spare)
    {
        Array.Clear(_places);
        Span<int> places = _places;
        foreach (var key in keys)
        {
            places[(int)(key & 255)]++;
            places[256 + (int)((key >> 8) & 255)]++;
            places[512 + (int)((key >> 16) & 255)]++;
            places[768 + (int)((key >> 24) & 255)]++;
            places[1024 + (int)((key >> 32) & 255)]++;
            places[1280 + (int)((key >> 40) & 255)]++;
            places[1536 + (int)((key >> 48) & 255)]++;
            places[1792 + (int)(key >> 56)]++;
        }

        var swapped = false;
        for (var digit = 0; digit < 8; digit++)
        {
            var shift = digit << 3;
            var at = places.Slice(digit << 8, 256);
            if (at[(int)((keys[0] >> shift) & 255)] == keys.Length) continue;
            var sum = 0;
            for (var v = 0; v < 256; v++) (at[v], sum) = (sum, sum + at[v]);
            var to = swapped ? keys : spare;
            foreach (var key in swapped ? spare : keys) to[at[(int)((key >> shift) & 255)]++] = key;
            swapped = !swapped;
        }

        return swapped;
    }
}
