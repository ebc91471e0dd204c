namespace Clientele.Segments.Scoring;

/// <summary>Recency over all customers, frequency within each recency score, money within each recency and frequency score.</summary>
/// <remarks>The "nested" method of the RFM literature: cells come out about equally full, but a frequency score only compares
/// customers who share the recency score, so the same number of orders may score differently in two groups.</remarks>
internal sealed class NestedScoring : IScoring
{
    public static Choice<IScoring> Choice { get; } = new(
        "nested", "Frequency is scored within each recency score, money within both; cells are about equally full.", [], _ => new NestedScoring());

    public RfmScores Score(RfmMeasures measures, int parts, IReadOnlyDictionary<string, double[]> thresholds)
    {
        var n = measures.Count;
        var r = Quantiles.ScoreAll(measures.ByRecency, lowIsGood: true, parts);
        var cells = new int[n];
        for (var i = 0; i < n; i++) cells[i] = r[i] - 1;
        var f = new byte[n];
        Within(measures.ByFrequency, cells, parts, parts, f, measures.Frequency);
        for (var i = 0; i < n; i++) cells[i] = cells[i] * parts + f[i] - 1;
        var m = new byte[n];
        Within(measures.ByMonetary, cells, parts * parts, parts, m, singles: null);
        return new RfmScores(r, f, m, ScoreNotes.Nested(measures, parts, r));
    }

    private static void Within(RankOrder ranks, int[] cells, int cellCount, int parts, byte[] scores, double[]? singles)
    {
        var starts = new int[cellCount + 1];
        foreach (var cell in cells) starts[cell + 1]++;
        for (var c = 0; c < cellCount; c++) starts[c + 1] += starts[c];
        var next = new int[cellCount];
        Array.Copy(starts, next, cellCount);
        var grouped = new int[cells.Length];
        foreach (var customer in ranks.Order) grouped[next[cells[customer]]++] = customer;
        for (var c = 0; c < cellCount; c++)
        {
            var members = new ReadOnlySpan<int>(grouped, starts[c], starts[c + 1] - starts[c]);
            Quantiles.Score(members, ranks.Levels, lowIsGood: false, parts, scores);
            if (singles is not null) Quantiles.KeepSingleOrdersLow(members, singles, scores);
        }
    }
}
