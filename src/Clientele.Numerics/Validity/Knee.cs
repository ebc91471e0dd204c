namespace Clientele.Numerics.Validity;

/// <summary>Where a falling curve stops paying: the point of a decreasing convex curve that lies farthest below its chord.</summary>
/// <remarks>[SAIR11] Kneedle with sensitivity 1, offline, no smoothing.</remarks>
public static class Knee
{
    // A bend smaller than this share of the height is a straight line with roundings.
    private const double LeastBend = 1e-9;

    /// <summary>
    /// Index of the knee, −1 when the curve has none: fewer than three points, flat, rising, straight, or bent the other way. Of several
    /// knees the deepest, the first of equals.
    /// </summary>
    /// <param name="x">Strictly increasing, finite.</param>
    /// <param name="y">As long, finite; the height of the curve.</param>
    public static int Locate(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"{x.Length} places for {y.Length} heights.", nameof(y));
        var n = x.Length;
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < n; i++)
        {
            if (!double.IsFinite(x[i]) || (i > 0 && !(x[i] > x[i - 1])))
                throw new ArgumentException($"Place {i} is {x[i]}; places must be finite and rise.", nameof(x));
            if (!double.IsFinite(y[i])) throw new ArgumentException($"Height {i} is {y[i]}; heights must be finite.", nameof(y));
            (low, high) = (Math.Min(low, y[i]), Math.Max(high, y[i]));
        }

        if (n < 3 || !(y[0] > y[n - 1])) return -1;

        // Height below the chord of the unit square, per point.
        var (width, height) = ((x[n - 1] * 0.5) - (x[0] * 0.5), (high * 0.5) - (low * 0.5));
        var below = new double[n];
        for (var i = 0; i < n; i++)
            below[i] = 1 - ((((y[i] * 0.5) - (low * 0.5)) / height) + (((x[i] * 0.5) - (x[0] * 0.5)) / width));

        // A local maximum is a knee when the curve falls below it by a mean step before it rises above it again.
        var (knee, step) = (-1, 1.0 / (n - 1));
        for (var i = 1; i < n - 1; i++)
        {
            if (below[i] <= LeastBend || below[i] <= below[i - 1] || below[i] < below[i + 1]) continue;
            if (knee >= 0 && below[i] <= below[knee]) continue;
            for (var j = i + 1; j < n && below[j] <= below[i]; j++)
            {
                if (!(below[j] < below[i] - step)) continue;
                knee = i;
                break;
            }
        }

        return knee;
    }
}
