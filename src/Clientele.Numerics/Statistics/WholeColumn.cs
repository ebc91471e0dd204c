using System.Numerics;

namespace Clientele.Numerics.Statistics;

/// <summary>
/// A column as whole numbers of at most 2^50: (value − middle of the range) / unit, the unit a power of two of about 1e-15 of the half
/// range, rounded to even. Sums of whole numbers are exact, so neither the order of rows nor the number of threads can change a bit of
/// what is made of them; and what cancels, cancels exactly.
/// </summary>
internal sealed class WholeColumn
{
    /// <summary>Values stay within ± 2 to this.</summary>
    public const int Bits = 50;

    // Adding and taking off 1.5 · 2^52 rounds to a whole number, which then stands in the low bits.
    private const double Rounder = 6755399441055744;

    private WholeColumn(long[] values, ulong[] present, int count, double middle, int unit) =>
        (Values, Present, Count, Middle, Unit) = (values, present, count, middle, unit);

    /// <summary>[n]; 0 where missing.</summary>
    public long[] Values { get; }

    /// <summary>A bit per row [⌈n / 64⌉].</summary>
    public ulong[] Present { get; }

    /// <summary>Rows that are there.</summary>
    public int Count { get; }

    /// <summary>What was taken off.</summary>
    public double Middle { get; }

    /// <summary>Exponent of the unit.</summary>
    public int Unit { get; }

    /// <summary>Rounds a column.</summary>
    /// <param name="values">Finite, or NaN for missing; checked here.</param>
    /// <param name="name">What the caller calls them.</param>
    public static WholeColumn Of(ReadOnlySpan<double> values, string name)
    {
        var (present, count, low, high) = (new ulong[(values.Length + 63) / 64], 0, double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsNaN(value)) continue;
            low = value < low ? value : low;
            high = value > high ? value : high;
            present[i >> 6] |= 1UL << (i & 63);
        }

        foreach (var word in present) count += BitOperations.PopCount(word);
        if (double.IsInfinity(low) || double.IsInfinity(high)) Refuse(values, name);
        var whole = new long[values.Length];
        if (count == 0 || low == high) return new(whole, present, count, count == 0 ? 0 : low, 0);

        var size = Math.ILogB(Math.Max(Math.Abs(low), Math.Abs(high)));
        var down = new Power(-size);
        var middle = (0.5 * down.Times(low)) + (0.5 * down.Times(high));
        var half = Math.Max(down.Times(high) - middle, middle - down.Times(low));
        var finer = Bits - 1 - Math.ILogB(half);
        var up = Math.ScaleB(1, finer);
        for (var i = 0; i < values.Length; i++)
        {
            var step = ((down.Times(values[i]) - middle) * up) + Rounder;
            whole[i] = double.IsNaN(step) ? 0 : BitConverter.DoubleToInt64Bits(step) - BitConverter.DoubleToInt64Bits(Rounder);
        }

        return new(whole, present, count, new Power(size).Times(middle), size - finer);
    }

    public bool Has(int row) => ((Present[row >> 6] >> (row & 63)) & 1) != 0;

    /// <summary>Exact sum.</summary>
    public Int128 Sum()
    {
        // 2^12 numbers of 2^50 fit a long.
        var total = Int128.Zero;
        for (var start = 0; start < Values.Length; start += 4096)
        {
            var sum = 0L;
            foreach (var value in Values.AsSpan(start, Math.Min(4096, Values.Length - start))) sum += value;
            total += sum;
        }

        return total;
    }

    private static void Refuse(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i])) throw ColumnCheck.Infinite(i, values[i], name);
        }
    }
}
