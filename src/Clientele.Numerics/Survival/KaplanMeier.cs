using Clientele.Numerics.Testing;

namespace Clientele.Numerics.Survival;

/// <summary>How long until something happens, where for some it had not happened yet when they were last seen.</summary>
/// <remarks>[KM58]; variance of Greenwood, bands on the logarithm, quantiles halfway along a step that is level at the quantile: as R's survival has it.</remarks>
public sealed class KaplanMeier
{
    private const double Level = 1.5e-8;

    private readonly double[] _lower;
    private readonly double[] _upper;

    private KaplanMeier(int count, int events, double[] times, double[] surviving, double[] lower, double[] upper) =>
        (Count, Events, Times, Surviving, _lower, _upper) = (count, events, times, surviving, lower, upper);

    /// <summary>How many were watched.</summary>
    public int Count { get; }

    /// <summary>For how many it happened.</summary>
    public int Events { get; }

    /// <summary>Times at which it happened, ascending and distinct.</summary>
    public double[] Times { get; }

    /// <summary>Share for whom it has not happened up to and including each of <see cref="Times"/>.</summary>
    public double[] Surviving { get; }

    /// <summary>Counts, step by step, who is still watched and for whom it happens.</summary>
    /// <param name="times">At least 0 and finite [n]; not changed.</param>
    /// <param name="happened">Whether it happened then, or the watch ended then [n].</param>
    /// <param name="confidence">Of the band, above 0 and below 1.</param>
    public static KaplanMeier Fit(ReadOnlySpan<double> times, ReadOnlySpan<bool> happened, double confidence = 0.95)
    {
        if (times.Length != happened.Length) throw new ArgumentException($"{happened.Length} outcomes for {times.Length} times.", nameof(happened));
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Must lie between 0 and 1.");
        var (sorted, order) = (times.ToArray(), happened.ToArray());
        foreach (var time in sorted)
        {
            if (!(time >= 0 && double.IsFinite(time))) throw new ArgumentException($"A time is {time}; must be finite and at least 0.", nameof(times));
        }

        Array.Sort(sorted, order);
        var z = Tails.NormalTwoSidedQuantile(1 - confidence);
        var (at, survive, lower, upper) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (share, greenwood, events) = (1.0, 0.0, 0);
        for (var i = 0; i < sorted.Length;)
        {
            var (risk, here, time) = (sorted.Length - i, 0, sorted[i]);
            for (; i < sorted.Length && sorted[i] == time; i++) here += order[i] ? 1 : 0;
            if (here == 0) continue;
            events += here;
            share *= (double)(risk - here) / risk;
            greenwood += (double)here / ((double)risk * (risk - here));
            var width = Math.Exp(z * Math.Sqrt(greenwood));
            at.Add(time);
            survive.Add(share);
            lower.Add(share == 0 ? double.NaN : share / width);
            upper.Add(share == 0 ? double.NaN : Math.Min(1, share * width));
        }

        return new KaplanMeier(times.Length, events, [.. at], [.. survive], [.. lower], [.. upper]);
    }

    /// <summary>Time by which it has happened to this share; NaN when the watch ended before.</summary>
    /// <param name="p">0 … 1.</param>
    public double Quantile(double p) => First(Surviving, 1 - p);

    /// <summary>Interval of <see cref="Quantile"/>: where the band meets the share. NaN for an end that was not reached.</summary>
    public (double Low, double High) Interval(double p) => (First(_lower, 1 - p), First(_upper, 1 - p));

    /// <summary>Share for whom it has happened up to and including a time.</summary>
    public double HappenedBy(double time)
    {
        var place = Array.BinarySearch(Times, time);
        if (place < 0) place = ~place - 1;
        return place < 0 ? 0 : 1 - Surviving[place];
    }

    private double First(double[] curve, double level)
    {
        for (var i = 0; i < curve.Length; i++)
        {
            if (!(curve[i] < level + Level)) continue;
            if (Math.Abs(curve[i] - level) >= Level) return Times[i];
            for (var j = i + 1; j < curve.Length; j++)
            {
                if (curve[j] < curve[i]) return (Times[i] + Times[j]) / 2;
            }

            return Times[i];
        }

        return double.NaN;
    }
}
