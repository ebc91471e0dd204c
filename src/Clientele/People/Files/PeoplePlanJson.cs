using Clientele.Reports;
using Clientele.Reports.Writing;

namespace Clientele.People.Files;

/// <summary>The plan of a customer table as it stands in run.json.</summary>
internal static class PeoplePlanJson
{
    public static void Write(JsonText json, string name, PeoplePlan plan)
    {
        json.Object(name).Text("input", plan.Input);
        PlanJson.Reading(json, plan.Reading);
        json.Text("id", plan.Id).Text("dictionary", plan.Dictionary).Texts("with", plan.With).Texts("types", plan.Types).Texts("orders", plan.Orders).Texts("outcomes", plan.Outcomes).Date("asOf", plan.AsOf);
        json.Object("cleaning");
        foreach (var rule in plan.Cleaning.Keys.Order(StringComparer.Ordinal))
        {
            json.Object(rule);
            foreach (var knob in plan.Cleaning[rule].Keys.Order(StringComparer.Ordinal)) json.Number(knob, plan.Cleaning[rule][knob]);
            json.EndObject();
        }

        json.EndObject().Texts("derive", plan.Derive).Integer("cellsCap", plan.CellsCap).EndObject();
    }
}
