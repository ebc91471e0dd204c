using Clientele.Customers;
using Clientele.Segments;

namespace Clientele.Reports.Page;

/// <summary>What the customers of a report can be filtered by, the most telling first.</summary>
internal static class Dimensions
{
    private const int MostMeasures = 16;
    private const int MostLabels = 20;
    private const int MostMonths = 72;

    public static List<Dimension> Of(Report report)
    {
        var dimensions = new List<Dimension>();
        var segments = report.Segments;
        if (segments.Map is { } map) dimensions.Add(Group("segment", "Segment of the map.", map));
        if (segments.Clusters is { } clusters) dimensions.Add(Group("cluster", "Cluster that was found.", clusters));
        if (segments.Scores is { } scores)
        {
            dimensions.Add(Score("r", "Recency score, 5 is best.", scores.R));
            dimensions.Add(Score("f", "Frequency score, 5 is best.", scores.F));
            dimensions.Add(Score("m", "Money score, 5 is best.", scores.M));
        }

        AddColumns(dimensions, report.Customers);
        return dimensions;
    }

    /// <summary>Every column that can be cut into few values; numbers up to a limit.</summary>
    public static void AddColumns(List<Dimension> dimensions, CustomerTable customers)
    {
        var measures = 0;
        foreach (var column in customers.Columns)
        {
            var dimension = column.Kind switch
            {
                ColumnKind.Text => Texts(column),
                ColumnKind.Date => Months(column),
                _ => measures < MostMeasures ? Measure(column) : null,
            };
            if (dimension is null) continue;
            if (dimension.Bins is not null) measures++;
            dimensions.Add(dimension);
        }
    }

    internal static Dimension Group(string key, string meaning, Segmentation segmentation)
    {
        var names = new List<string>();
        foreach (var segment in segmentation.Segments) names.Add(segment.Name);
        var codes = new byte[segmentation.Labels.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = (byte)Math.Min(segmentation.Labels[i], Bins.Undefined);
        return new Dimension(key, "group", "", meaning, names, null, codes);
    }

    private static Dimension Score(string key, string meaning, byte[] scores)
    {
        var codes = new byte[scores.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = scores[i] == 0 ? Bins.Undefined : (byte)(scores[i] - 1);
        return new Dimension(key, "score", "", meaning, ["1", "2", "3", "4", "5"], null, codes);
    }

    private static Dimension? Measure(CustomerColumn column)
    {
        if (Bins.Of(column.Numbers) is not { } bins) return null;
        return new Dimension(column.Name, "bins", column.Unit, column.Meaning, [], bins, bins.Of(column.Numbers, new byte[column.Numbers.Length]));
    }

    /// <summary>The texts that most customers have, then "all others" and what is not known.</summary>
    private static Dimension? Texts(CustomerColumn column)
    {
        var (names, counts, places) = (column.Coded.Words, column.Coded.Counts, column.Coded.Codes);
        if (names.Count < 2) return null;
        var order = new int[names.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => counts[a] != counts[b] ? counts[b].CompareTo(counts[a]) : string.CompareOrdinal(names[a], names[b]));
        var labels = new List<string>();
        var code = new byte[names.Count];
        for (var rank = 0; rank < order.Length; rank++)
        {
            var rest = order.Length > MostLabels && rank >= MostLabels - 1;
            code[order[rank]] = (byte)Math.Min(rank, MostLabels - 1);
            if (!rest) labels.Add(names[order[rank]].Length == 0 ? "not known" : names[order[rank]]);
            else if (rank == MostLabels - 1) labels.Add("all others");
        }

        var codes = new byte[places.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = code[places[i]];
        return new Dimension(column.Name, "category", "", column.Meaning, labels, null, codes);
    }

    /// <summary>Every month from the first to the last, also those without customers; years when there are too many.</summary>
    private static Dimension? Months(CustomerColumn column)
    {
        var (least, most) = (int.MaxValue, int.MinValue);
        var months = new int[column.Ticks.Length];
        for (var i = 0; i < months.Length; i++)
        {
            months[i] = -1;
            if (column.Ticks[i] == 0) continue;
            var date = new DateTime(column.Ticks[i]);
            months[i] = date.Year * 12 + date.Month - 1;
            least = Math.Min(least, months[i]);
            most = Math.Max(most, months[i]);
        }

        if (least >= most) return null;
        var step = most - least < MostMonths ? 1 : 12;
        var first = least / step;
        if (most / step - first >= MostMonths) return null;
        var labels = new List<string>();
        for (var at = first; at <= most / step; at++) labels.Add(step == 12 ? $"{at:0000}" : $"{at / 12:0000}-{at % 12 + 1:00}");
        var codes = new byte[months.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = months[i] < 0 ? Bins.Undefined : (byte)(months[i] / step - first);
        return new Dimension(column.Name, "month", "", column.Meaning, labels, null, codes);
    }
}
