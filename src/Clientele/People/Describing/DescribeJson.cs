using Clientele.People.Files;
using Clientele.Reports.Writing;

namespace Clientele.People.Describing;

/// <summary>describe.json, also behind <c>--json</c>: everything that was worked out, numbers with all their digits.</summary>
public static class DescribeJson
{
    public const string File = "describe.json";

    /// <summary>One JSON object in UTF-8, with a line end. What is not defined is null.</summary>
    public static byte[] Of(DescribeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("customers", report.Customers.Count);
        PeopleJson.Files(json, report.Files);
        if (report.People is { } people) PeopleJson.Audit(json, people);
        Numbers(json, report);
        Categories(json, report);
        json.List("dates");
        foreach (var date in report.Dates)
        {
            PeopleJson.Column(json.Object(), date.Column, report.People?.Note(date.Column.Name));
            json.Integer("count", date.Count).Integer("missing", date.Missing).Integer("distinct", date.Distinct).Date("first", date.First).Date("last", date.Last).EndObject();
        }

        json.EndList().List("others");
        foreach (var other in report.Others)
        {
            PeopleJson.Column(json.Object(), other.Column, report.People?.Note(other.Column.Name));
            json.Integer("count", other.Count).Integer("missing", other.Missing).Integer("distinct", other.Distinct).EndObject();
        }

        json.EndList().Integer("pairsLeftOut", report.PairsLeftOut);
        Relations(json, "relations", report.Relations);
        Relations(json, "strongest", report.Strongest);
        json.EndObject();
        return text.Written.ToArray();
    }

    private static void Numbers(JsonText json, DescribeReport report)
    {
        json.List("numbers");
        foreach (var (column, v) in report.Numbers)
        {
            PeopleJson.Column(json.Object(), column, report.People?.Note(column.Name));
            json.Integer("count", v.Count).Integer("missing", v.Missing).Integer("distinct", v.Distinct).Number("mean", v.Mean).Number("median", v.Median).Number("mode", v.Mode).Integer("modeCount", v.ModeCount);
            json.Number("sd", v.Sd).Number("min", v.Min).Number("q1", v.Q1).Number("q3", v.Q3).Number("max", v.Max).Number("skewness", v.Skewness).Number("excessKurtosis", v.ExcessKurtosis).Object("histogram").List("edges");
            foreach (var edge in v.Histogram.Edges) json.Number(null, edge);
            json.EndList().List("counts");
            foreach (var count in v.Histogram.Counts) json.Integer(null, count);
            json.EndList().EndObject().EndObject();
        }

        json.EndList();
    }

    private static void Categories(JsonText json, DescribeReport report)
    {
        json.List("categories");
        foreach (var (column, levels, v) in report.Categories)
        {
            PeopleJson.Column(json.Object(), column, report.People?.Note(column.Name));
            json.Integer("count", v.Count).Integer("missing", v.Missing).Integer("distinct", v.Distinct).Text("mode", v.Mode < 0 ? null : levels[v.Mode]).List("levels");
            var shares = v.Shares();
            for (var i = 0; i < levels.Count; i++) json.Object().Text("level", levels[i]).Integer("count", v.Counts[i]).Number("share", shares[i]).EndObject();
            json.EndList().EndObject();
        }

        json.EndList();
    }

    private static void Relations(JsonText json, string name, IReadOnlyList<Relation> relations)
    {
        json.List(name);
        foreach (var r in relations)
        {
            json.Object().Text("a", r.A).Text("b", r.B).Number("pearson", r.Pearson).Number("spearman", r.Spearman).Number("cramersV", r.CramersV).Number("eta", r.Eta).Integer("rows", r.Rows).EndObject();
        }

        json.EndList();
    }
}
