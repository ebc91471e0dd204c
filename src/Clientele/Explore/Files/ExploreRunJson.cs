using Clientele.Reports;
using Clientele.Reports.Writing;

namespace Clientele.Explore.Files;

/// <summary>run.json of an exploration: the plan, the inputs' hashes, the totals and how long it took. <see cref="ExploreRunFile"/> reads the plan back.</summary>
internal static class ExploreRunJson
{
    /// <summary>Changes when a field changes its meaning.</summary>
    public const int Format = 1;

    public const string Command = "explore";

    public static void Write(ExploreReport report, string version, Utf8Text text)
    {
        var json = new JsonText(text);
        json.Object().Integer("format", Format).Text("version", version).Text("command", Command);
        PlanJson.Write(json, report.Plan.Sales);
        json.Object(Command).Texts("only", report.Plan.Only).Text("compare", report.Plan.Compare).EndObject();
        InputsJson.Hashes(json, report.Totals);
        TotalsJson.Members(json, report.Totals);
        InputsJson.Layouts(json, report.Totals);

        // The only part that may differ between two runs of one plan.
        json.Object("timings");
        foreach (var time in report.Timings) json.Number(time.Stage, Math.Round(time.Milliseconds, 3));
        json.EndObject().EndObject();
    }
}
