namespace Clientele.Segments.Scoring;

/// <summary>The tie rule: a group of equal values is scored by the middle of the ranks it fills.</summary>
/// <remarks>
/// Of n customers, a group that fills the ranks above a and up to b scores ⌈parts · (a + b) / 2n⌉. Without ties this is the
/// usual split into equal parts. With ties, each cut moves to the border between two values that lies nearest to the equal
/// split, so scores spread as well as ties allow; a group whose middle falls exactly on a cut takes the lower score.
/// One customer alone, or customers that are all equal, score in the middle: nothing tells them apart.
/// One exception: a customer with a single order always has frequency score 1, however many there are.
/// </remarks>
internal static class Quantiles
{
    public static byte[] ScoreAll(RankOrder ranks, bool lowIsGood, int parts)
    {
        var scores = new byte[ranks.Order.Length];
        Score(ranks.Order, ranks.Levels, lowIsGood, parts, scores);
        return scores;
    }

    /// <summary>Scores the customers in <paramref name="order"/> among themselves.</summary>
    /// <param name="order">Customers, smallest value first.</param>
    /// <param name="levels">Distinct value per customer of the whole table.</param>
    /// <param name="lowIsGood">The smallest value gets the best score (recency).</param>
    /// <param name="parts">Best score.</param>
    /// <param name="scores">Receives the scores of those customers.</param>
    public static void Score(ReadOnlySpan<int> order, int[] levels, bool lowIsGood, int parts, byte[] scores)
    {
        long n = order.Length;
        for (var a = 0; a < order.Length;)
        {
            var level = levels[order[a]];
            var b = a + 1;
            while (b < order.Length && levels[order[b]] == level) b++;
            var twiceMiddle = lowIsGood ? 2 * n - (a + b) : a + b;
            var score = (byte)((parts * twiceMiddle + 2 * n - 1) / (2 * n));
            for (; a < b; a++) scores[order[a]] = score;
        }
    }

    /// <summary>Single-order customers score 1 in frequency. <paramref name="order"/> has the fewest orders first.</summary>
    public static void KeepSingleOrdersLow(ReadOnlySpan<int> order, double[] frequency, byte[] scores)
    {
        foreach (var customer in order)
        {
            if (frequency[customer] > 1) return;
            scores[customer] = 1;
        }
    }
}
