namespace Clientele.Segments.Scoring;

/// <summary>Parts of equal size per measure over all customers; ties as in <see cref="Quantiles"/>.</summary>
internal sealed class QuantileScoring : IScoring
{
    public static Choice<IScoring> Choice { get; } = new(
        "quantile", "Each measure is cut into parts of equal size; equal values always share a score.", [], _ => new QuantileScoring());

    public RfmScores Score(RfmMeasures measures, int parts, IReadOnlyDictionary<string, double[]> thresholds)
    {
        var r = Quantiles.ScoreAll(measures.ByRecency, lowIsGood: true, parts);
        var f = Quantiles.ScoreAll(measures.ByFrequency, lowIsGood: false, parts);
        Quantiles.KeepSingleOrdersLow(measures.ByFrequency.Order, measures.Frequency, f);
        var m = Quantiles.ScoreAll(measures.ByMonetary, lowIsGood: false, parts);
        return new RfmScores(r, f, m, ScoreNotes.Of(measures, parts, r, f, m));
    }
}
