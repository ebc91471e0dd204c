using System.Text.Json;
using Clientele.Customers;
using Clientele.Reports.Page;

namespace Clientele.Handover.Charts.Sources;

/// <summary>How measures spread over customers: histograms, boxes, scores, concentration and correlations. Worked out over all customers.</summary>
internal static class CustomerCharts
{
    private static readonly double[] s_box = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static IEnumerable<Chart> Of(HandoverRun run, JsonElement document)
    {
        yield return Distributions(run);
        yield return Spread(run);
        if (run.Scores is { } scores) yield return Scores(scores);
        if (run.Customers.Has("monetary")) yield return Concentration(run.Customers["monetary"].Numbers);
        yield return Correlations(document.At("correlations"));
    }

    private static Chart Distributions(HandoverRun run)
    {
        var chart = new Chart(
            "distributions", "histogram", "How measures are distributed", "Customers by measure and segment in bins of round edges: from ≤ value < to; the last bin also holds what lies above, an empty edge pair those without a value.",
            new("measure"), new("unit"), new("from"), new("to"), new("segment"), new("customers", "customers"));
        var names = run.Segments.Segments;
        foreach (var column in run.Customers.Columns)
        {
            if (column.Kind is not (ColumnKind.Number or ColumnKind.Money) || Bins.Of(column.Numbers) is not { } bins) continue;
            var counts = new int[bins.Count + 1, names.Count];
            for (var c = 0; c < run.Customers.Count; c++)
            {
                var bin = bins[column.Numbers[c]];
                counts[bin == Bins.Undefined ? bins.Count : bin, run.Segments.Labels[c]]++;
            }

            for (var b = 0; b <= bins.Count; b++)
            {
                for (var s = 0; s < names.Count; s++)
                {
                    if (counts[b, s] == 0) continue;
                    var defined = b < bins.Count;
                    chart.Add(column.Name, column.Unit, defined ? bins.Edges[b] : null, defined ? bins.Edges[b + 1] : null, names[s].Name, counts[b, s]);
                }
            }
        }

        return chart;
    }

    /// <summary>The same quantiles as the page's: linear between ascending values.</summary>
    private static Chart Spread(HandoverRun run)
    {
        var chart = new Chart(
            "spread", "box", "Spread by segment", "The box is the middle half, the line the middle customer, the whiskers hold nine in ten.",
            new("measure"), new("unit"), new("segment"), new("customers", "customers"), new("low_5"), new("quarter"), new("median"), new("three_quarters"), new("high_95"));
        var members = new List<int>[run.Segments.Segments.Count];
        for (var s = 0; s < members.Length; s++) members[s] = [];
        for (var c = 0; c < run.Customers.Count; c++) members[run.Segments.Labels[c]].Add(c);
        foreach (var column in run.Customers.Columns)
        {
            if (column.Kind is not (ColumnKind.Number or ColumnKind.Money)) continue;
            for (var s = 0; s < members.Length; s++)
            {
                var values = members[s].Select(c => column.Numbers[c]).Where(v => !double.IsNaN(v)).Order().ToArray();
                if (values.Length == 0) continue;
                var box = Array.ConvertAll(s_box, p => Quantile(values, p));
                chart.Add(column.Name, column.Unit, run.Segments.Segments[s].Name, values.Length, box[0], box[1], box[2], box[3], box[4]);
            }
        }

        return chart;
    }

    private static double Quantile(double[] ascending, double p)
    {
        var at = (ascending.Length - 1) * p;
        var low = (int)Math.Floor(at);
        var high = Math.Min(low + 1, ascending.Length - 1);
        return ascending[low] + ((at - low) * (ascending[high] - ascending[low]));
    }

    private static Chart Scores(Segments.RfmScores scores)
    {
        var chart = new Chart(
            "scores", "heatmap", "Scores: when they came, how often, how much", "Customers by score for recency, frequency and money, 1 (worst) to 5 (best).",
            new("r"), new("f"), new("m"), new("customers", "customers"));
        var counts = new int[6, 6, 6];
        for (var c = 0; c < scores.R.Length; c++) counts[scores.R[c], scores.F[c], scores.M[c]]++;
        for (var r = 1; r <= 5; r++)
        {
            for (var f = 1; f <= 5; f++)
            {
                for (var m = 1; m <= 5; m++)
                {
                    if (counts[r, f, m] > 0) chart.Add(r, f, m, counts[r, f, m]);
                }
            }
        }

        return chart;
    }

    private static Chart Concentration(double[] money)
    {
        var chart = new Chart(
            "concentration", "lorenz", "Concentration of money", "Share of the money that the share of customers with least money brings; the further below the diagonal, the fewer carry the shop.",
            new("customers_share", "share"), new("money_share", "share"));
        var ascending = money.Where(m => !double.IsNaN(m)).Select(m => Math.Max(0, m)).Order().ToArray();
        var total = ascending.Sum();
        if (ascending.Length == 0 || !(total > 0)) return chart;
        chart.Add(0, 0);
        var (sum, next) = (0.0, 1);
        for (var i = 0; i < ascending.Length; i++)
        {
            sum += ascending[i];
            if (100L * (i + 1) < (long)next * ascending.Length) continue;
            chart.Add((i + 1.0) / ascending.Length, i == ascending.Length - 1 ? 1 : sum / total);
            next = (int)(100L * (i + 1) / ascending.Length) + 1;
        }

        return chart;
    }

    private static Chart Correlations(JsonElement json)
    {
        var chart = new Chart(
            "correlations", "heatmap", "What goes together", "Rank correlation (Spearman) of two measures, −1 to 1.", new("measure"), new("with"), new("correlation"));
        var names = json.At("measures").Texts();
        var matrix = json.At("matrix").Entries();
        for (var i = 0; i < matrix.Count; i++)
        {
            var row = matrix[i].Entries();
            for (var j = 0; j < row.Count; j++) chart.Add(names[i], names[j], row[j]);
        }

        return chart;
    }
}
