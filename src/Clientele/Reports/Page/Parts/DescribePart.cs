using Clientele.Customers;
using Clientele.People.Describing;
using Clientele.People.Typing;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Parts;

/// <summary>Every column in figures, and which go together, under <c>described</c>; the rank correlations of its numbers under <c>correlations</c>.</summary>
internal sealed class DescribePart(DescribeReport report) : IReportPart
{
    private const int MostMeasures = 20;
    private const int MostColumns = 28;

    public void Write(JsonText json)
    {
        Correlations(json);
        json.Object("described").Integer("rows", report.Customers.Count).Text("id", report.People?.IdColumn).Flag("table", report.People is not null);
        Columns(json);
        Associations(json);
        json.List("strongest");
        foreach (var r in report.Strongest) json.Object().Text("a", r.A).Text("b", r.B).Text("measure", Measure(r)).Number("value", Round.Digits(Value(r))).Integer("rows", r.Rows).EndObject();
        json.EndList();
        if (report.People is { } people) TableAuditPart.Write(json, people.Audit);
        json.EndObject();
    }

    private void Columns(JsonText json)
    {
        var numbers = report.Numbers.ToDictionary(n => n.Column.Name, n => n.Values, StringComparer.Ordinal);
        var categories = report.Categories.ToDictionary(c => c.Column.Name, StringComparer.Ordinal);
        var dates = report.Dates.ToDictionary(d => d.Column.Name, StringComparer.Ordinal);
        var others = report.Others.ToDictionary(o => o.Column.Name, StringComparer.Ordinal);
        json.List("columns");
        foreach (var column in report.Customers.Columns)
        {
            json.Object().Text("name", column.Name).Text("type", TypeWords.Of(column.Nature)).Text("unit", column.Unit).Text("meaning", column.Meaning)
                .Text("why", column.Reason).Text("expression", report.People?.Note(column.Name).Expression);
            if (numbers.TryGetValue(column.Name, out var v)) Number(json, v);
            else if (categories.TryGetValue(column.Name, out var c)) Counted(json, c.Values.Count, c.Values.Missing, c.Values.Distinct).Text("mode", c.Values.Mode < 0 ? null : c.Levels[c.Values.Mode]);
            else if (dates.TryGetValue(column.Name, out var d)) Counted(json, d.Count, d.Missing, d.Distinct).Date("first", d.First).Date("last", d.Last);
            else if (others.TryGetValue(column.Name, out var o)) Counted(json, o.Count, o.Missing, o.Distinct);
            json.EndObject();
        }

        json.EndList();
    }

    private static void Number(JsonText json, Numerics.Statistics.ColumnDescription v)
    {
        Counted(json, v.Count, v.Missing, v.Distinct).Number("mean", Round.Digits(v.Mean)).Number("median", Round.Digits(v.Median)).Number("sd", Round.Digits(v.Sd)).Number("skewness", Round.Digits(v.Skewness)).List("spread");
        foreach (var value in (double[])[v.Min, v.Q1, v.Median, v.Q3, v.Max]) json.Number(null, Round.Digits(value));
        json.EndList();
    }

    private static JsonText Counted(JsonText json, long count, long missing, long distinct) => json.Integer("count", count).Integer("missing", missing).Integer("distinct", distinct);

    /// <summary>Rows in which both are there count for each pair, so that a gap does not take a column out.</summary>
    private void Correlations(JsonText json)
    {
        var pairs = report.Relations.Where(r => double.IsFinite(r.Spearman)).ToArray();
        var names = Strongest(pairs, [.. report.Numbers.Select(n => n.Column)], MostMeasures);
        if (names.Count < 2) return;
        json.Object("correlations").Text("method", "Spearman").Integer("customers", report.Customers.Count).Texts("measures", names).List("matrix");
        Matrix(json, names, pairs, r => r.Spearman);
        json.EndList().EndObject();
    }

    /// <summary>Any two columns on one scale from 0 to 1, whatever they hold: |Spearman|, Cramér's V, correlation ratio.</summary>
    private void Associations(JsonText json)
    {
        if (report.Categories.Count == 0) return;
        var pairs = report.Relations.Where(r => r.Strength >= 0 && double.IsFinite(r.Strength)).ToArray();
        var names = Strongest(pairs, report.Customers.Columns, MostColumns);
        if (names.Count < 2) return;
        json.Object("associations").Texts("columns", names).List("matrix");
        Matrix(json, names, pairs, r => r.Strength);
        json.EndList().EndObject();
    }

    // In table order, those that go with some other most.
    private static List<string> Strongest(Relation[] pairs, IReadOnlyList<CustomerColumn> columns, int most)
    {
        var strength = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var r in pairs)
        {
            strength[r.A] = Math.Max(strength.GetValueOrDefault(r.A), r.Strength);
            strength[r.B] = Math.Max(strength.GetValueOrDefault(r.B), r.Strength);
        }

        var kept = columns.Select((c, i) => (c.Name, i)).Where(c => strength.ContainsKey(c.Name)).OrderByDescending(c => strength[c.Name]).ThenBy(c => c.i).Take(most).OrderBy(c => c.i);
        return [.. kept.Select(c => c.Name)];
    }

    private static void Matrix(JsonText json, List<string> names, Relation[] pairs, Func<Relation, double> value)
    {
        var known = new Dictionary<(string, string), double>();
        foreach (var r in pairs) known[(r.A, r.B)] = known[(r.B, r.A)] = value(r);
        foreach (var a in names)
        {
            json.List();
            foreach (var b in names) json.Number(null, string.Equals(a, b, StringComparison.Ordinal) ? 1 : known.TryGetValue((a, b), out var v) ? Math.Round(v, 3) : null);
            json.EndList();
        }
    }

    private static string Measure(Relation r) => !double.IsNaN(r.Spearman) ? "rank correlation" : !double.IsNaN(r.CramersV) ? "Cramér's V" : "correlation ratio";

    private static double Value(Relation r) => !double.IsNaN(r.Spearman) ? r.Spearman : r.Strength;
}
