using Clientele.Customers;
using Clientele.Reports.Writing;
using Clientele.Segments.Scoring;

namespace Clientele.Reports.Page;

/// <summary>How strongly measures rise and fall together: Spearman's rank correlation, which outliers and skew cannot fool.</summary>
/// <remarks>[Spe04], equal values share their mean rank. Over every n-th customer when there are more than <see cref="Most"/>, which the page says.</remarks>
internal static class Correlations
{
    private const int Most = 4000;
    private const int MostMeasures = 12;

    public static void Write(JsonText json, CustomerTable customers)
    {
        var step = (customers.Count + Most - 1) / Most;
        var names = new List<string>();
        var ranks = new List<double[]>();
        foreach (var column in customers.Columns)
        {
            if (names.Count == MostMeasures || column.Kind is not (ColumnKind.Number or ColumnKind.Money)) continue;
            if (Ranks(column.Numbers, step) is not { } ranked) continue;
            names.Add(column.Name);
            ranks.Add(ranked);
        }

        if (names.Count < 2) return;
        json.Object("correlations").Text("method", "Spearman").Integer("customers", ranks[0].Length).Texts("measures", names).List("matrix");
        for (var a = 0; a < names.Count; a++)
        {
            json.List();
            for (var b = 0; b < names.Count; b++) json.Number(null, a == b ? 1 : Math.Round(Product(ranks[Math.Min(a, b)], ranks[Math.Max(a, b)]), 3));
            json.EndList();
        }

        json.EndList().EndObject();
    }

    /// <summary>Mean ranks, centred and scaled to length 1; null for a measure that is constant or not defined for everybody.</summary>
    private static double[]? Ranks(double[] values, int step)
    {
        var some = new double[step == 0 ? 0 : (values.Length + step - 1) / step];
        for (var i = 0; i < some.Length; i++)
        {
            some[i] = values[i * step];
            if (double.IsNaN(some[i])) return null;
        }

        var order = RankOrder.Of(some);
        if (order.Distinct < 2) return null;
        var ranks = new double[some.Length];
        var length = 0.0;
        for (var from = 0; from < some.Length;)
        {
            var to = from + 1;
            while (to < some.Length && order.Levels[order.Order[to]] == order.Levels[order.Order[from]]) to++;
            var rank = (from + to - some.Length) / 2.0;
            for (var p = from; p < to; p++) ranks[order.Order[p]] = rank;
            length += rank * rank * (to - from);
            from = to;
        }

        length = Math.Sqrt(length);
        for (var i = 0; i < ranks.Length; i++) ranks[i] /= length;
        return ranks;
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
