namespace Clientele.Segments.Scoring;

/// <summary>What bounds for fixed scores must look like.</summary>
internal static class Thresholds
{
    private const double MostMoney = 1e20;

    /// <summary>Refuses unknown measures, a wrong number of bounds, bounds that do not ascend, and an empty set.</summary>
    public static void Check(IReadOnlyDictionary<string, double[]> thresholds, int parts)
    {
        if (thresholds.Count == 0) throw Problems.NoThresholds(parts);
        foreach (var (measure, bounds) in thresholds)
        {
            if (measure is not ("recency" or "frequency" or "monetary")) throw Problems.UnknownMeasure(measure);
            if (bounds.Length != parts - 1) throw Problems.ThresholdCount(measure, bounds.Length, parts);
            for (var i = 0; i < bounds.Length; i++)
            {
                if (!double.IsFinite(bounds[i]) || Math.Abs(bounds[i]) > MostMoney) throw Problems.ThresholdRange(measure, bounds[i]);
                if (i > 0 && bounds[i] <= bounds[i - 1]) throw Problems.ThresholdOrder(measure, bounds[i - 1], bounds[i]);
            }
        }
    }

    /// <summary>The decimal numbers that a person wrote, exactly: 0.1 is a tenth.</summary>
    public static Money[] Exact(double[] bounds)
    {
        var exact = new Money[bounds.Length];
        for (var i = 0; i < bounds.Length; i++)
        {
            var rounded = decimal.Round((decimal)bounds[i], Money.Scale);
            var whole = decimal.Truncate(rounded);
            exact[i] = Money.Of((Int128)whole, 0) + Money.Of((Int128)((rounded - whole) * 1_000_000_000_000_000_000m), Money.Scale);
        }

        return exact;
    }
}
