using Clientele.Baskets;
using Clientele.Reports;
using Clientele.Reports.Writing;
using Clientele.Sales.Kept;

namespace Clientele.Products.Files;

/// <summary>run.json of products and of baskets: the plan, the inputs' hashes and how long it took. <see cref="ShopRunFile"/> reads the plan back.</summary>
internal static class ShopRunJson
{
    /// <summary>Changes when a field changes its meaning.</summary>
    public const int Format = 1;

    public const string Products = "products";
    public const string Baskets = "baskets";

    public static void Write(ProductReport report, string version, Stream output)
    {
        var plan = report.Plan;
        Write(Products, version, report.Sales, report.Notes, report.Timings, output, json => json
            .Number("a", plan.A).Number("b", plan.B).Integer("periodDays", plan.PeriodDays).Number("x", plan.X).Number("y", plan.Y).Integer("recentDays", plan.RecentDays)
            .Integer("coverWeeks", plan.CoverWeeks).Number("service", plan.Service).Integer("historyWeeks", plan.HistoryWeeks).Integer("top", plan.Top).Flag("nonProducts", plan.NonProducts));
    }

    public static void Write(BasketReport report, string version, Stream output)
    {
        var plan = report.Plan;
        Write(Baskets, version, report.Sales, report.Notes, report.Timings, output, json => json
            .Text("level", plan.Level).Number("support", plan.Support).Integer("leastOrders", plan.LeastOrders).Number("confidence", plan.Confidence).Number("lift", plan.Lift)
            .Integer("size", plan.Size).Number("error", plan.Error).Integer("next", plan.Next).Integer("top", plan.Top).Flag("nonProducts", plan.NonProducts));
    }

    private static void Write(string command, string version, KeptSales sales, IReadOnlyList<string> notes, IReadOnlyList<StageTime> timings, Stream output, Action<JsonText> settings)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("format", Format).Text("version", version).Text("command", command);
        PlanJson.Write(json, sales.Plan);
        json.Object("settings");
        settings(json);
        json.EndObject().List("inputs");
        foreach (var input in sales.Inputs)
            json.Object().Text("path", input.Layout.Path).Integer("bytes", input.Bytes).Text("hash", input.Hash).Integer("lines", input.Lines).EndObject();
        json.EndList().Object("lines").Integer("read", sales.Audit.LinesRead).Integer("kept", sales.Audit.LinesKept).EndObject();
        json.Object("money").Money("read", sales.Audit.MoneyRead).Money("kept", sales.Audit.MoneyKept).EndObject();
        json.Integer("customers", sales.Totals.Customers).Integer("orders", sales.Totals.Orders).Date("first", sales.Totals.First).Date("last", sales.Totals.Last).Texts("notes", notes);

        // The only part that may differ between two runs of one plan.
        json.Object("timings");
        foreach (var time in timings) json.Number(time.Stage, Math.Round(time.Milliseconds, 3));
        json.EndObject().EndObject();
        text.FlushTo(output);
    }
}
