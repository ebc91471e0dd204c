using Clientele.Reports;
using Clientele.Reports.Writing;

namespace Clientele.Clusters.Files;

/// <summary>run.json of a clustering: the plan, the table's hash, what was chosen and how long it took. <see cref="ClusterRunFile"/> reads the plan back.</summary>
internal static class ClusterRunJson
{
    /// <summary>Changes when a field changes its meaning.</summary>
    public const int Format = 1;

    public const string Command = "cluster";

    public static void Write(ClusterReport report, string version, Stream output)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("format", Format).Text("version", version).Text("command", Command);
        Plan(json, report.Plan);
        json.Unsigned("seed", report.Plan.Seed);
        json.List("inputs").Object().Text("path", report.Table.Path).Integer("bytes", report.Table.Bytes).Text("hash", report.Table.Hash)
            .Integer("lines", report.Table.Rows).EndObject().EndList();
        json.Object("rows").Integer("read", report.Table.Rows).Integer("clustered", report.Rows.Count).EndObject();
        json.Text("method", report.Method).Integer("k", report.Model.Model.K).Texts("columns", [.. report.Model.Columns.Select(c => c.Name)]);
        json.Text("reason", report.Search?.Reason).Text("recommendation", report.Comparison?.Recommendation).Texts("notes", report.Notes);
        json.List("decisions");
        foreach (var decision in report.Table.Decisions)
            json.Object().Text("subject", decision.Subject).Text("value", decision.Value).Text("reason", decision.Reason).Text("override", decision.Override).EndObject();
        json.EndList();

        // The only part that may differ between two runs of one plan.
        json.Object("timings");
        foreach (var time in report.Timings) json.Number(time.Stage, Math.Round(time.Milliseconds, 3));
        json.EndObject().EndObject();
        text.FlushTo(output);
    }

    private static void Plan(JsonText json, ClusterPlan plan)
    {
        json.Object("plan").Text("input", plan.Input);
        PlanJson.Reading(json, plan.Reading);
        json.Texts("columns", plan.Columns).Texts("categorical", plan.Categorical).Texts("frequency", plan.Frequency).Text("id", plan.Id).Text("method", plan.Method).Object("settings");
        foreach (var name in plan.Settings.Keys.Order(StringComparer.Ordinal)) json.Number(name, plan.Settings[name]);
        json.EndObject();
        if (plan.K is { } k) json.Object("k").Integer("least", k.Least).Integer("most", k.Most).EndObject();
        else json.Text("k", null);
        json.Text("scale", plan.Scale).Text("missing", plan.Missing).Unsigned("seed", plan.Seed);
        json.Text("model", plan.Model).Flag("trustUnits", plan.TrustUnits).EndObject();
    }
}
