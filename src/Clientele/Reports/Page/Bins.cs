using System.Numerics;
using System.Runtime.Intrinsics;
using Clientele.Numerics.Statistics;

namespace Clientele.Reports.Page;

/// <summary>Round edges that cut one measure into at most <see cref="Most"/> bins, so that a chart and a filter mean the same customers.</summary>
/// <param name="Edges">Ascending, one more than there are bins. Bin i holds edge i ≤ value &lt; edge i + 1; the last one also holds what lies above.</param>
/// <param name="Logarithmic">The edges grow by factors: values spread over orders of magnitude.</param>
/// <param name="Open">A few values lie far above the last edge; they count in the last bin.</param>
internal sealed record Bins(double[] Edges, bool Logarithmic, bool Open = false)
{
    /// <summary>What a value that is not defined counts as.</summary>
    public const byte Undefined = 255;

    private const int Most = 24;
    private const int Sample = 4096;
    private const int Table = 2048;

    // One stray value would leave two bars standing in an empty field.
    private const double Far = 3;
    private const double Rare = 0.995;
    private const int Enough = 200;

    // From fine to coarse; the first that needs few enough bins is taken.
    private static readonly double[][] s_mantissas = [[1, 1.5, 2, 3, 5, 7], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]];

    public int Count => Edges.Length - 1;

    /// <summary>Bins for the values; null when fewer than two different ones are defined.</summary>
    public static Bins? Of(double[] values)
    {
        var (least, most, whole) = (double.PositiveInfinity, double.NegativeInfinity, true);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            if (value < least) least = value;
            if (value > most) most = value;
            whole &= value == Math.Floor(value);
        }

        if (!(least < most) || double.IsInfinity(most - least)) return null;
        if (whole && most - least < Most) return new Bins(Steps(least, 1, (int)(most - least) + 1), false);
        if (least >= 0 && most > 20 * Middle(values)) return Logarithms(values, most, whole);
        var usual = Usual(values);
        return usual > least && most - least > Far * (usual - least) ? Even(least, usual, whole) with { Open = true } : Even(least, most, whole);
    }

    /// <summary>The bin of a value; <see cref="Undefined"/> for NaN.</summary>
    public byte this[double value]
    {
        get
        {
            if (double.IsNaN(value)) return Undefined;
            var (low, high) = (0, Count - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (Edges[middle] <= value) low = middle;
                else high = middle - 1;
            }

            return (byte)low;
        }
    }

    /// <summary>The bins of many values: small whole numbers are looked up, for others edges are compared several at a time.</summary>
    public byte[] Of(ReadOnlySpan<double> values, byte[] codes)
    {
        // Inner edges, and behind them some that no value reaches.
        var lanes = Vector256<double>.Count;
        var inner = new double[(Count - 1 + lanes - 1) / lanes * lanes];
        for (var i = 0; i < inner.Length; i++) inner[i] = double.NaN;
        Array.Copy(Edges, 1, inner, 0, Count - 1);
        var known = values.Length < 2 * Table ? [] : Known();
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            var whole = (uint)(int)value;
            if (whole < known.Length && whole == value)
            {
                codes[i] = known[whole];
                continue;
            }

            var (all, bin) = (Vector256.Create(value), 0);
            for (var at = 0; at < inner.Length; at += lanes) bin += BitOperations.PopCount(Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref inner[at]), all).ExtractMostSignificantBits());
            codes[i] = double.IsNaN(value) ? Undefined : (byte)bin;
        }

        return codes;
    }

    /// <summary>The bins of the first whole numbers from 0.</summary>
    private byte[] Known()
    {
        var known = new byte[Table];
        var bin = 0;
        for (var value = 0; value < known.Length; value++)
        {
            while (bin < Count - 1 && Edges[bin + 1] <= value) bin++;
            known[value] = (byte)bin;
        }

        return known;
    }

    /// <summary>The same bins, two made one.</summary>
    public Bins Coarser()
    {
        var edges = new double[(Count + 1) / 2 + 1];
        for (var i = 0; i < edges.Length; i++) edges[i] = Edges[Math.Min(2 * i, Count)];
        return this with { Edges = edges };
    }

    private static double Middle(double[] values)
    {
        var some = Some(values);
        return some.IsEmpty ? 1 : Math.Max(Selection.At(some, some.Length / 2), 1e-9);
    }

    /// <summary>What all but a few values do not exceed; NaN where there are too few to say.</summary>
    private static double Usual(double[] values)
    {
        var some = Some(values);
        return some.Length < Enough ? double.NaN : Selection.At(some, (int)(Rare * (some.Length - 1)));
    }

    /// <summary>Every n-th value, where it is defined.</summary>
    private static Span<double> Some(double[] values)
    {
        var step = Math.Max(1, values.Length / Sample);
        var (some, count) = (new double[(values.Length + step - 1) / step], 0);
        for (var i = 0; i < values.Length; i += step)
        {
            if (!double.IsNaN(values[i])) some[count++] = values[i];
        }

        return some.AsSpan(0, count);
    }

    private static Bins Even(double least, double most, bool whole)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10((most - least) / Most)));
        for (; ; power *= 10)
        {
            foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5])
            {
                var step = Round(factor * power);
                if (whole && step < 1) continue;
                var first = Math.Floor(least / step);
                var count = Math.Floor(most / step) - first + 1;
                if (count <= Most) return new Bins(Steps(Round(first * step), step, (int)count), false);
            }
        }
    }

    /// <summary>From the least value above zero on; what is zero has a bin of its own.</summary>
    private static Bins Logarithms(double[] values, double most, bool whole)
    {
        var (least, zero) = (most, false);
        foreach (var value in values)
        {
            if (value > 0 && value < least) least = value;
            zero |= value == 0;
        }

        // What lies far below the middle is one bin, so that a stray thousandth does not take the room of the rest.
        var stray = least;
        least = Math.Max(least, Middle(values) / 1e4);
        foreach (var mantissas in s_mantissas)
        {
            // Room for the edge at zero, and one step of ten beyond what is enough. An array: a list of doubles would be compiled at every start.
            var edges = new double[Most + 8];
            var count = 1;
            for (var exponent = (int)Math.Floor(Math.Log10(least)); count <= Most + 1 && edges[count - 1] <= most; exponent++)
            {
                foreach (var mantissa in mantissas)
                {
                    var edge = Round(mantissa * Math.Pow(10, exponent));
                    if (whole && edge != Math.Floor(edge)) continue;
                    if (edge <= least) count = 1;
                    edges[count++] = edge;
                    if (edge > most) break;
                }
            }

            if (count > Most + 1 || edges[count - 1] <= most) continue;
            var from = zero || edges[1] > stray ? 0 : 1;
            var taken = new double[count - from];
            Array.Copy(edges, from, taken, 0, taken.Length);
            return new Bins(taken, true);
        }

        return Even(0, most, whole);
    }

    private static double[] Steps(double first, double step, int count)
    {
        var edges = new double[count + 1];
        for (var i = 0; i <= count; i++) edges[i] = Round(first + i * step);
        return edges;
    }

    /// <summary>Without the dust of binary fractions: 0.30000000000000004 is 0.3.</summary>
    private static double Round(double value)
    {
        if (value == 0 || Math.Abs(value) > 1e15) return value;
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return exponent is >= -6 and <= 14 ? Math.Round(value, Math.Min(15, 14 - exponent)) : value;
    }
}
