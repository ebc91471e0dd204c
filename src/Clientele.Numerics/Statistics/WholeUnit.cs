using System.Numerics;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Statistics;

/// <summary>
/// How the values of a column become whole numbers of at most 2^50: (value − middle of the range) / unit, the unit a power of two of about
/// 1e-15 of the half range, rounded to even. Sums of whole numbers are exact, so neither the order of rows nor the number of threads can
/// change a bit of what is made of them; and what cancels, cancels exactly.
/// </summary>
internal sealed unsafe class WholeUnit
{
    // Adding and taking off 1.5 · 2^52 rounds to a whole number, which then stands in the low bits.
    private const double Rounder = 6755399441055744;
    private const int Bits = 50;

    private readonly Power _down;
    private readonly double _middle;
    private readonly double _up;

    private WholeUnit(ulong[] present, int count, double low, double high)
    {
        (Present, Count) = (present, count);
        // A column that does not vary is 0 throughout.
        if (count == 0 || low == high) return;
        _down = new Power(-Math.ILogB(Math.Max(Math.Abs(low), Math.Abs(high))));
        _middle = (0.5 * _down.Times(low)) + (0.5 * _down.Times(high));
        var half = Math.Max(_down.Times(high) - _middle, _middle - _down.Times(low));
        _up = Math.ScaleB(1, Bits - 1 - Math.ILogB(half));
    }

    /// <summary>A bit per row [⌈n / 64⌉].</summary>
    public ulong[] Present { get; }

    /// <summary>Rows that are there.</summary>
    public int Count { get; }

    /// <summary>Of a column.</summary>
    /// <param name="values">Finite, or NaN for missing; checked here.</param>
    /// <param name="name">What the caller calls them.</param>
    public static WholeUnit Of(ReadOnlySpan<double> values, string name)
    {
        var (present, count, low, high) = (new ulong[(values.Length + 63) / 64], 0, double.PositiveInfinity, double.NegativeInfinity);
        fixed (double* from = values)
        {
            var (lows, highs, i) = (Vector256.Create(low), Vector256.Create(high), 0);
            for (; i + 4 <= values.Length; i += 4)
            {
                // A comparison with NaN is false, and keeps what was there.
                var value = Lanes.Load(from + i);
                lows = Vector256.ConditionalSelect(Vector256.LessThan(value, lows), value, lows);
                highs = Vector256.ConditionalSelect(Vector256.GreaterThan(value, highs), value, highs);
                present[i >> 6] |= (ulong)Vector256.Equals(value, value).ExtractMostSignificantBits() << (i & 63);
            }

            for (var lane = 0; lane < 4; lane++) (low, high) = (Math.Min(low, lows.GetElement(lane)), Math.Max(high, highs.GetElement(lane)));
            for (; i < values.Length; i++)
            {
                if (double.IsNaN(from[i])) continue;
                (low, high) = (Math.Min(low, from[i]), Math.Max(high, from[i]));
                present[i >> 6] |= 1UL << (i & 63);
            }
        }

        foreach (var word in present) count += BitOperations.PopCount(word);
        if (count > 0 && (double.IsInfinity(low) || double.IsInfinity(high))) throw Infinite(values, name);
        return new(present, count, low, high);
    }

    /// <summary>Rounds values; 0 where missing.</summary>
    /// <param name="values">Of this column.</param>
    /// <param name="to">Receives the whole numbers, as many.</param>
    public void Round(ReadOnlySpan<double> values, Span<long> to)
    {
        var bits = BitConverter.DoubleToInt64Bits(Rounder);
        var (middle, up, rounder) = (Vector256.Create(_middle), Vector256.Create(_up), Vector256.Create(Rounder));
        fixed (double* from = values)
        fixed (long* into = to[..values.Length])
        {
            var i = 0;
            for (; i + 4 <= values.Length; i += 4)
            {
                var step = ((_down.Times(Lanes.Load(from + i)) - middle) * up) + rounder;
                *(Vector256<long>*)(into + i) = (step.AsInt64() - Vector256.Create(bits)) & Vector256.Equals(step, step).AsInt64();
            }

            for (; i < values.Length; i++)
            {
                var step = ((_down.Times(from[i]) - _middle) * _up) + Rounder;
                into[i] = double.IsNaN(step) ? 0 : BitConverter.DoubleToInt64Bits(step) - bits;
            }
        }
    }

    private static ArgumentException Infinite(ReadOnlySpan<double> values, string name)
    {
        var row = 0;
        while (!double.IsInfinity(values[row])) row++;
        return ColumnCheck.Infinite(row, values[row], name);
    }
}
