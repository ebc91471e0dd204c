using Clientele.Reports;
using Clientele.Reports.Writing;

namespace Clientele.Explore.Files;

/// <summary>explore.json: every figure and every table with what it means. Missing values are null.</summary>
public static class ExploreJson
{
    /// <summary>Changes when a field changes its meaning.</summary>
    public const int Format = 1;

    /// <summary>The whole file in UTF-8.</summary>
    public static byte[] Of(ExploreReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new Utf8Text();
        Write(report, text);
        return text.Written.ToArray();
    }

    internal static void Write(ExploreReport report, Utf8Text text)
    {
        var json = new JsonText(text);
        json.Object().Integer("format", Format);
        TotalsJson.Members(json, report.Totals);
        json.List("analyses");
        foreach (var result in report.Results) Analysis(json, result);
        json.EndList().EndObject();
    }

    private static void Analysis(JsonText json, ExploreResult result)
    {
        json.Object().Text("name", result.Name).Text("summary", AllAnalyses.Catalog.Find(result.Name).Summary);
        json.Text("cannotTell", result.CannotTell).Texts("notes", result.Notes).List("figures");
        foreach (var figure in result.Figures)
        {
            json.Object().Text("name", figure.Name).Text("meaning", figure.Meaning);
            Value(json, "value", figure, 0);
            json.EndObject();
        }

        json.EndList().List("columns");
        foreach (var column in result.Columns) json.Object().Text("name", column.Name).Text("meaning", column.Meaning).EndObject();
        json.EndList().List("rows");
        for (var row = 0; row < result.Rows; row++)
        {
            json.List();
            foreach (var column in result.Columns) Value(json, null, column, row);
            json.EndList();
        }

        json.EndList().EndObject();
    }

    private static void Value(JsonText json, string? name, ExploreColumn column, int row)
    {
        if (!column.Has(row)) json.Text(name, null);
        else if (column.Kind == ExploreKind.Text) json.Text(name, column.Text(row));
        else if (column.Kind == ExploreKind.Count) json.Integer(name, column.Whole(row));
        else if (column.Kind == ExploreKind.Money) json.Money(name, column.Amount(row));
        else json.Number(name, column.Number(row));
    }
}
