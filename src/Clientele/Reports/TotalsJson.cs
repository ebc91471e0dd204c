using Clientele.Reports.Writing;

namespace Clientele.Reports;

/// <summary>The totals of a run: the same keys in run.json, in audit.json and behind <c>--json</c>.</summary>
public static class TotalsJson
{
    /// <summary>The totals as one JSON object in UTF-8, with a line end.</summary>
    public static byte[] Of(Report report)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object();
        Members(json, report);
        json.EndObject();
        return text.Written.ToArray();
    }

    /// <summary>All totals as members of the object at hand.</summary>
    internal static void Members(JsonText json, Report report)
    {
        Lines(json, report);
        var totals = report.Totals;
        json.Integer("customers", totals.Customers).Integer("orders", totals.Orders);
        json.Integer("products", totals.Products).Integer("countries", totals.Countries);
        json.Date("first", totals.First).Date("last", totals.Last).Date("asOf", totals.AsOf);
        Rules(json, "audit", report);
        json.List("segments");
        Groups(json, report.Segments.Map);
        Groups(json, report.Segments.Clusters);
        json.EndList();
    }

    internal static void Lines(JsonText json, Report report)
    {
        var audit = report.Audit;
        json.Object("lines").Integer("read", audit.LinesRead).Integer("kept", audit.LinesKept).EndObject();
        json.Object("money").Money("read", audit.MoneyRead).Money("kept", audit.MoneyKept).EndObject();
    }

    internal static void Rules(JsonText json, string name, Report report)
    {
        json.List(name);
        foreach (var entry in report.Audit.Excluded)
        {
            json.Object().Text("rule", entry.Rule).Integer("lines", entry.Lines).Money("money", entry.Money).EndObject();
        }

        json.EndList();
    }

    private static void Groups(JsonText json, Segments.Segmentation? segmentation)
    {
        if (segmentation is null) return;
        foreach (var segment in segmentation.Segments)
        {
            json.Object().Text("method", segmentation.Method).Text("name", segment.Name).Text("group", segment.Group)
                .Integer("customers", segment.Count).Money("money", segment.Money).Text("why", segment.Why).EndObject();
        }
    }
}
