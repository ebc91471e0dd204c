namespace Clientele.Segments.Scoring;

/// <summary>Scores by bounds that a person states; a measure without bounds is scored by quantiles.</summary>
/// <remarks>Bounds are upper bounds, inclusive, ascending. Money compares exactly with the bound as it was written in decimal.</remarks>
internal sealed class FixedScoring : IScoring
{
    public static Choice<IScoring> Choice { get; } = new(
        "fixed", "Each measure is cut at the bounds of --thresholds; measures without bounds are scored by quantiles.", [], _ => new FixedScoring());

    public RfmScores Score(RfmMeasures measures, int parts, IReadOnlyDictionary<string, double[]> thresholds)
    {
        Thresholds.Check(thresholds, parts);
        byte[] r, f, m;
        if (thresholds.TryGetValue("recency", out var days)) r = ByBounds(measures.Recency, days, lowIsGood: true);
        else r = Quantiles.ScoreAll(measures.ByRecency, lowIsGood: true, parts);

        if (thresholds.TryGetValue("frequency", out var orders)) f = ByBounds(measures.Frequency, orders, lowIsGood: false);
        else
        {
            f = Quantiles.ScoreAll(measures.ByFrequency, lowIsGood: false, parts);
            Quantiles.KeepSingleOrdersLow(measures.ByFrequency.Order, measures.Frequency, f);
        }

        if (thresholds.TryGetValue("monetary", out var amounts)) m = ByBounds(measures.Monetary, Thresholds.Exact(amounts));
        else m = Quantiles.ScoreAll(measures.ByMonetary, lowIsGood: false, parts);
        return new RfmScores(r, f, m, ScoreNotes.Of(measures, parts, r, f, m));
    }

    private static byte[] ByBounds(double[] values, double[] bounds, bool lowIsGood)
    {
        var scores = new byte[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var above = 0;
            while (above < bounds.Length && values[i] > bounds[above]) above++;
            scores[i] = (byte)(lowIsGood ? bounds.Length + 1 - above : above + 1);
        }

        return scores;
    }

    private static byte[] ByBounds(Money[] values, Money[] bounds)
    {
        var scores = new byte[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var above = 0;
            while (above < bounds.Length && values[i].CompareTo(bounds[above]) > 0) above++;
            scores[i] = (byte)(above + 1);
        }

        return scores;
    }
}
