using Clientele.Reports;
using Clientele.Reports.Writing;

namespace Clientele.Actions.Files;

/// <summary>run.json of a list of actions: the plan, the inputs' hashes and how long it took. <see cref="ActionsRunFile"/> reads the plan back.</summary>
internal static class ActionsRunJson
{
    /// <summary>Changes when a field changes its meaning.</summary>
    public const int Format = 1;

    public const string Command = "actions";

    public static void Write(ActionList list, string version, bool showValues, Stream output) => Write(list.Plan, list.AsReport(), Command, version, showValues, output);

    /// <summary>The same for another command that depends on the same plan.</summary>
    public static void Write(
        ActionsPlan plan, Report report, string command, string version, bool showValues, Stream output, IReadOnlyList<string>? looks = null, IReadOnlyList<string>? exports = null)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("format", Format).Text("version", version).Text("command", command).Flag("showValues", showValues);
        PlanJson.Write(json, plan.Sales);
        json.Object("actions").Integer("horizonDays", plan.HorizonDays).Number("margin", plan.Margin).Number("contactCost", plan.ContactCost).Integer("most", plan.Most);
        json.Texts("only", plan.Only).Object("settings");
        foreach (var name in plan.Settings.Keys.Order(StringComparer.Ordinal)) json.Number(name, plan.Settings[name]);
        json.EndObject().EndObject();
        if (looks is not null) json.Texts("looks", looks);
        if (exports is { Count: > 0 }) json.Texts("exports", exports);
        InputsJson.Hashes(json, report);
        TotalsJson.Members(json, report);

        // The only part that may differ between two runs of one plan.
        json.Object("timings");
        foreach (var time in report.Timings) json.Number(time.Stage, Math.Round(time.Milliseconds, 3));
        json.EndObject().EndObject();
        text.FlushTo(output);
    }
}
