namespace Clientele.Numerics.Statistics;

/// <summary>Values counted in bins that lie side by side.</summary>
/// <param name="Edges">Rising [bins + 1]; a single value has both edges at itself, no values have none.</param>
/// <param name="Counts">Values in each bin [bins]: lower edge included, upper edge not, but for the last.</param>
/// <param name="Below">Values below the first edge.</param>
/// <param name="Above">Values above the last edge.</param>
public sealed record Histogram(double[] Edges, int[] Counts, int Below, int Above)
{
    /// <summary>Counts sorted values. Bins that the values decide on are as wide as Freedman and Diaconis say, 2 · (Q3 − Q1) / ∛n, and
    /// 1 + log₂ n in number (Sturges) where the quartiles are equal.</summary>
    /// <param name="sorted">Finite, in ascending order, which is not checked.</param>
    /// <param name="options">How many bins, or which.</param>
    /// <remarks>[FD81]; [Stu26].</remarks>
    internal static Histogram OfSorted(ReadOnlySpan<double> sorted, HistogramOptions options)
    {
        if (options.Edges is { } given) return Count(sorted, [.. given]);
        if (sorted.IsEmpty) return new([], [], 0, 0);
        var (low, high) = (sorted[0], sorted[^1]);
        if (low == high) return new([low, high], [sorted.Length], 0, 0);
        var bins = options.Bins > 0 ? options.Bins : Bins(sorted, options.MostBins);
        var edges = new double[bins + 1];
        for (var i = 0; i <= bins; i++) edges[i] = Edge(low, high, i, bins);

        (edges[0], edges[bins]) = (low, high);
        return Count(sorted, edges);
    }

    // One rounding where the range is exact, so that edges of whole numbers are whole where they can be.
    private static double Edge(double low, double high, int i, int bins)
    {
        var across = (high - low) * i;
        var share = (double)i / bins;
        return Math.Clamp(double.IsFinite(across) ? low + (across / bins) : ((1 - share) * low) + (share * high), low, high);
    }

    private static int Bins(ReadOnlySpan<double> sorted, int most)
    {
        // Halves, so that the range of the largest numbers is one.
        var quartiles = (Quantile.OfSorted(sorted, 0.75) * 0.5) - (Quantile.OfSorted(sorted, 0.25) * 0.5);
        var range = (sorted[^1] * 0.5) - (sorted[0] * 0.5);
        var bins = quartiles > 0
            ? Math.Ceiling(range / quartiles * Math.Cbrt(sorted.Length) * 0.5)
            : 1 + Math.Ceiling(Math.Log2(sorted.Length));
        return (int)Math.Clamp(bins, 1, most);
    }

    private static Histogram Count(ReadOnlySpan<double> sorted, double[] edges)
    {
        var counts = new int[edges.Length - 1];
        var first = Before(sorted, edges[0], orEqual: false);
        var start = first;
        for (var b = 0; b < counts.Length; b++)
        {
            var end = Before(sorted, edges[b + 1], orEqual: b == counts.Length - 1);
            // Edges of bins narrower than neighbouring numbers coincide.
            (counts[b], start) = (Math.Max(end - start, 0), Math.Max(end, start));
        }

        return new(edges, counts, first, sorted.Length - start);
    }

    // How many values lie below, or below or at, an edge.
    private static int Before(ReadOnlySpan<double> sorted, double edge, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (sorted[middle] < edge || (orEqual && sorted[middle] == edge)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
