using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Validity;

/// <summary>
/// The distribution with one hump that lies near a column's own: convex up to its mode, concave from there, straight in between. Gaps and
/// second humps are filled up, width, skew and tails stay.
/// </summary>
/// <remarks>After the dip [HH85]: greatest convex minorant below the mode, least concave majorant above it; of up to 64 modes at even ranks
/// the one that comes nearest to the column.</remarks>
internal sealed class Unimodal
{
    private const int Modes = 64;

    private readonly double[] _places;
    private readonly double[] _heights;

    /// <summary>Fits one column; costs 64 · n after sorting.</summary>
    public Unimodal(ReadOnlySpan<double> column)
    {
        var sorted = Quantile.Type7(column, Ranks(column.Length));
        (_places, _heights) = ([sorted[0]], [0.0]);
        if (sorted[0] == sorted[^1]) return;
        var (nearest, modes, last) = (double.PositiveInfinity, Math.Min(Modes, sorted.Length), sorted.Length - 1);
        for (var m = 0; m < modes; m++)
        {
            var mode = (int)((long)m * last / Math.Max(modes - 1, 1));
            var knots = Knots(sorted, mode);
            var distance = Distance(sorted, knots);
            if (!(distance < nearest - 1e-12)) continue;
            nearest = distance;
            (_places, _heights) = ([.. knots.Select(i => sorted[i])], [.. knots.Select(i => (double)i / last)]);
        }
    }

    /// <summary>The value below which this share lies.</summary>
    /// <param name="share">From 0 to 1.</param>
    public double At(double share)
    {
        var above = Array.BinarySearch(_heights, share);
        if (above >= 0) return _places[above];
        above = ~above;
        if (above == 0) return _places[0];
        if (above == _heights.Length) return _places[^1];
        var along = (share - _heights[above - 1]) / (_heights[above] - _heights[above - 1]);
        return (_places[above - 1] * (1 - along)) + (_places[above] * along);
    }

    private static double[] Ranks(int n)
    {
        var ranks = new double[n];
        for (var i = 1; i < n; i++) ranks[i] = (double)i / (n - 1);
        return ranks;
    }

    // Corners of the lower hull up to the mode, then of the upper hull.
    private static List<int> Knots(double[] sorted, int mode)
    {
        var knots = new List<int>();
        for (var i = 0; i <= mode; i++)
        {
            while (knots.Count > 1 && Turn(sorted, knots[^2], knots[^1], i) <= 0) knots.RemoveAt(knots.Count - 1);
            knots.Add(i);
        }

        var floor = knots.Count;
        for (var i = mode + 1; i < sorted.Length; i++)
        {
            while (knots.Count > floor && Turn(sorted, knots[^2], knots[^1], i) >= 0) knots.RemoveAt(knots.Count - 1);
            knots.Add(i);
        }

        return knots;
    }

    // Above 0 for a turn to the left: the curve grows steeper.
    private static double Turn(double[] sorted, int a, int b, int c) =>
        ((sorted[b] - sorted[a]) * (c - b)) - ((b - a) * (sorted[c] - sorted[b]));

    private static double Distance(double[] sorted, List<int> knots)
    {
        var (most, last) = (0.0, sorted.Length - 1);
        for (var knot = 1; knot < knots.Count; knot++)
        {
            var (a, b) = (knots[knot - 1], knots[knot]);
            var width = sorted[b] - sorted[a];
            for (var i = a + 1; i < b; i++)
            {
                var height = width > 0 ? a + ((b - a) * ((sorted[i] - sorted[a]) / width)) : b;
                most = Math.Max(most, Math.Abs(height - i) / last);
            }
        }

        return most;
    }
}
