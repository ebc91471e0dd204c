using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Statistics;

/// <summary>
/// Mean and central moments of sorted values. The order is that of the values, so rows cannot change a bit; sums run over fixed blocks in
/// four lanes, and block sums carry twice the digits, the sum of the values all along. Powers of two keep huge and tiny values in range.
/// </summary>
internal readonly struct PowerSums
{
    private const int Block = 512;

    private PowerSums(double mean, double second, double third, double fourth, int exponent) =>
        (Mean, Second, Third, Fourth, Exponent) = (mean, second, third, fourth, exponent);

    public double Mean { get; }

    /// <summary>Mean squared distance to the mean, of the values divided by 2^<see cref="Exponent"/>.</summary>
    public double Second { get; }

    /// <summary>Mean cubed distance.</summary>
    public double Third { get; }

    /// <summary>Mean fourth power of the distance.</summary>
    public double Fourth { get; }

    public int Exponent { get; }

    /// <summary>Of at least one value, finite and ascending, which is not checked.</summary>
    public static PowerSums OfSorted(ReadOnlySpan<double> sorted)
    {
        var (low, high, n) = (sorted[0], sorted[^1], sorted.Length);
        if (low == high) return new(low, 0, 0, 0, 0);
        var size = Math.ILogB(Math.Max(Math.Abs(low), Math.Abs(high)));
        var down = new Power(-size);

        var centre = Sum(sorted, down) / n;
        var exponent = Math.ILogB(Math.Max(down.Times(high) - centre, centre - down.Times(low)));
        var (s1, s2, s3, s4) = Sums(sorted, down, centre, new Power(-exponent));
        var (m1, m2, m3, m4) = (s1 / n, s2 / n, s3 / n, s4 / n);
        var square = m1 * m1;
        var second = m2 - square;
        var third = m3 - (3 * m1 * m2) + (2 * m1 * square);
        var fourth = m4 - (4 * m1 * m3) + (6 * square * m2) - (3 * square * square);
        var mean = new Power(size).Times(centre);
        return new(Math.Clamp(mean, low, high), Math.Max(second, 0), third, Math.Max(fourth, 0), exponent + size);
    }

    private static unsafe double Sum(ReadOnlySpan<double> values, Power down)
    {
        // Each lane as an ExactSum, but for the renormalisation, which is left to the end of a block.
        var (total, i) = (default(ExactSum), 0);
        fixed (double* from = values)
        {
            while (i + 4 <= values.Length)
            {
                var (high, low, end) = (Vector256<double>.Zero, Vector256<double>.Zero, Math.Min(i + Block, values.Length));
                for (; i + 4 <= end; i += 4)
                {
                    var value = down.Times(Lanes.Load(from + i));
                    var sum = high + value;
                    var part = sum - high;
                    low += (high - (sum - part)) + (value - part);
                    high = sum;
                }

                for (var lane = 0; lane < 4; lane++) total.Add(high.GetElement(lane));
                for (var lane = 0; lane < 4; lane++) total.Add(low.GetElement(lane));
            }
        }

        for (; i < values.Length; i++) total.Add(down.Times(values[i]));
        return total.Value;
    }

    private static unsafe (double S1, double S2, double S3, double S4) Sums(ReadOnlySpan<double> values, Power down, double centre, Power closer)
    {
        var (t1, t2, t3, t4) = (default(ExactSum), default(ExactSum), default(ExactSum), default(ExactSum));
        var middle = Vector256.Create(centre);
        fixed (double* from = values)
        {
            for (var start = 0; start < values.Length; start += Block)
            {
                var end = Math.Min(start + Block, values.Length);
                var (l1, l2, l3, l4, i) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, start);
                for (; i + 4 <= end; i += 4)
                {
                    var step = closer.Times(down.Times(Lanes.Load(from + i)) - middle);
                    var square = step * step;
                    l1 += step;
                    l2 += square;
                    l3 += square * step;
                    l4 += square * square;
                }

                var (r1, r2, r3, r4) = (0.0, 0.0, 0.0, 0.0);
                for (; i < end; i++)
                {
                    var step = closer.Times(down.Times(from[i]) - centre);
                    var square = step * step;
                    r1 += step;
                    r2 += square;
                    r3 += square * step;
                    r4 += square * square;
                }

                t1.Add(Across(l1) + r1);
                t2.Add(Across(l2) + r2);
                t3.Add(Across(l3) + r3);
                t4.Add(Across(l4) + r4);
            }
        }

        return (t1.Value, t2.Value, t3.Value, t4.Value);
    }

    private static double Across(Vector256<double> lanes) =>
        (lanes.GetElement(0) + lanes.GetElement(1)) + (lanes.GetElement(2) + lanes.GetElement(3));
}
