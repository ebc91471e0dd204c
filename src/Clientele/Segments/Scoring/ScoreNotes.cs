using System.Text;

namespace Clientele.Segments.Scoring;

/// <summary>One note per measure: which values got which score, how many customers each, and what ties did.</summary>
internal static class ScoreNotes
{
    public static string[] Of(RfmMeasures measures, int parts, byte[] r, byte[] f, byte[] m) =>
        measures.Count == 0 ? [] :
        [
            One("R", measures.ByRecency, r, parts, i => Figures.Measure(measures.Recency[i]), "day"),
            One("F", measures.ByFrequency, f, parts, i => Figures.Measure(measures.Frequency[i]), "order"),
            Money(measures, m, parts),
        ];

    public static string[] Nested(RfmMeasures measures, int parts, byte[] r) =>
        measures.Count == 0 ? [] :
        [
            One("R", measures.ByRecency, r, parts, i => Figures.Measure(measures.Recency[i]), "day"),
            "F: scored within each recency score, so the same number of orders may score differently in two of them; 1 order always scores 1.",
            "M: scored within each recency and frequency score; compare it only inside one of those cells.",
        ];

    private static string Money(RfmMeasures measures, byte[] m, int parts) => measures.HasMoney
        ? One("M", measures.ByMonetary, m, parts, i => Figures.Amount(measures.Monetary[i]), null)
        : $"M: the sales carry no money, so every customer scores {m[0]}; a map on recency and frequency alone, such as two-digit, says as much.";

    /// <summary>Walks the scores from best to worst; within a measure each score covers one stretch of the order.</summary>
    private static string One(string letter, RankOrder ranks, byte[] scores, int parts, Func<int, string> show, string? unit)
    {
        var order = ranks.Order;
        if (ranks.Distinct == 1 && order.Length > 1)
            return $"{letter}: all {Figures.Customers(order.Length)} have {Unit(show(order[0]), unit)}; every one scores {scores[order[0]]}.";

        var text = new StringBuilder(letter).Append(": ");
        var counts = new int[parts + 1];
        for (var a = 0; a < order.Length;)
        {
            var score = scores[order[a]];
            var b = a;
            while (b < order.Length && scores[order[b]] == score) b++;
            if (a > 0) text.Append("; ");
            text.Append((char)('0' + score)).Append(" = ");
            if (ranks.Levels[order[a]] != ranks.Levels[order[b - 1]]) text.Append(show(order[a])).Append(" to ");
            text.Append(Unit(show(order[b - 1]), unit)).Append(" (").Append(Figures.Count(b - a)).Append(')');
            counts[score] = b - a;
            a = b;
        }

        text.Append('.');
        Ties(text, ranks, scores, parts, counts, i => Unit(show(i), unit));
        return text.ToString();
    }

    /// <summary>Names every group of equal values that is larger than an equal part, and the scores that nobody has.</summary>
    private static void Ties(StringBuilder text, RankOrder ranks, byte[] scores, int parts, int[] counts, Func<int, string> show)
    {
        var order = ranks.Order;
        for (var a = 0; a < order.Length;)
        {
            var b = a;
            while (b < order.Length && ranks.Levels[order[b]] == ranks.Levels[order[a]]) b++;
            if (b - a > 1 && (long)(b - a) * parts > order.Length)
                text.Append(' ').Append(Figures.Customers(b - a)).Append(" with ").Append(show(order[a])).Append(" all score ").Append((char)('0' + scores[order[a]])).Append('.');
            a = b;
        }

        var missing = new List<string>();
        for (var s = 1; s <= parts; s++)
        {
            if (counts[s] == 0) missing.Add(Figures.Count(s));
        }

        if (missing.Count > 0) text.Append(" Nobody scores ").Append(string.Join(" or ", missing)).Append('.');
    }

    private static string Unit(string figure, string? unit) => unit is null ? figure : figure == "1" ? $"1 {unit}" : $"{figure} {unit}s";
}
