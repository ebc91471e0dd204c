using Clientele.Cleaning;
using Clientele.Reports.Page;
using Clientele.Reports.Page.Found;
using Clientele.Reports.Writing;

namespace Clientele.Reports;

/// <summary>The report as one JSON document: what report.html shows and what the dashboard's views are fed with.</summary>
/// <remarks>
/// Every member but <c>format</c> may be missing, and a reader leaves out what it belongs to. A change of meaning raises
/// <see cref="Format"/>; new members do not. The same report gives the same bytes: timings stay out.
/// </remarks>
public static class ReportDocument
{
    /// <summary>Changes when a member changes its meaning.</summary>
    public const int Format = 1;

    /// <summary>UTF-8 without a byte order mark, safe inside a script element.</summary>
    public static byte[] Of(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Text(run).Written.ToArray();
    }

    internal static Utf8Text Text(FinishedRun run)
    {
        var report = run.Report;
        using var dimensions = Side.Run(() => Dimensions.Of(report), report.Customers.Count < Hands.Few ? 1 : run.Threads);
        var text = new Utf8Text(1 << 19);
        var json = new JsonText(text, indented: false);
        json.Object().Integer("format", Format).Text("version", run.Version);
        PlanJson.Write(json, report.Plan);
        InputsJson.Hashes(json, report);
        InputsJson.Layouts(json, report);
        var totals = report.Totals;
        json.Object("totals").Integer("customers", totals.Customers).Integer("orders", totals.Orders).Integer("products", totals.Products)
            .Integer("countries", totals.Countries).Date("first", totals.First).Date("last", totals.Last).Date("asOf", totals.AsOf).EndObject();
        Audit(json, report.Audit);
        SegmentsJson.Write(json, report);
        if (SalesSpace.Of(run) is { } space) new FoundPart(space).Write(json);
        Correlations.Write(json, report.Customers);
        CustomersJson.Write(json, report.Customers, dimensions.Result(), run.ShowValues);
        for (var i = 0; i < run.Parts.Count; i++) run.Parts[i].Write(json);
        json.EndObject();
        return text;
    }

    private static void Audit(JsonText json, Audit audit)
    {
        json.Object("audit").Flag("balanced", audit.Balances);
        json.Object("read").Integer("lines", audit.LinesRead).ExactMoney("money", audit.MoneyRead).EndObject();
        json.Object("kept").Integer("lines", audit.LinesKept).ExactMoney("money", audit.MoneyKept).EndObject();
        json.List("excluded");
        foreach (var entry in audit.Excluded)
        {
            json.Object().Text("rule", entry.Rule).Text("words", RuleWords.Of(entry.Rule)).Integer("lines", entry.Lines)
                .ExactMoney("money", entry.Money).EndObject();
        }

        json.EndList().List("findings");
        foreach (var finding in audit.Findings)
        {
            json.Object().Text("code", finding.Code).Text("text", finding.Text).Integer("count", finding.Count).EndObject();
        }

        json.EndList().EndObject();
    }
}
