using Clientele.People.Files;
using Clientele.Reports.Writing;

namespace Clientele.People.Segments.Files;

/// <summary>run.json of a segmented customer table. <see cref="PeopleRunFile"/> reads the plan back.</summary>
internal static class PeopleRunJson
{
    /// <summary>Changes when a field changes its meaning.</summary>
    public const int Format = 1;

    public const string Command = "segment-table";

    public static void Write(PeopleSegmentReport report, string version, bool showValues, Stream output, IReadOnlyList<string>? exports = null)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("format", Format).Text("version", version).Text("command", Command).Flag("showValues", showValues);
        Plan(json, report.Plan);
        if (exports is { Count: > 0 }) json.Texts("exports", exports);
        PeopleJson.Files(json, report.Data.Files);
        json.Date("asOf", report.Data.AsOf).Text("asOfReason", report.Data.AsOfReason);
        Found(json, report);

        // The only part that may differ between two runs of one plan.
        json.Object("timings");
        foreach (var time in report.Timings) json.Number(time.Stage, Math.Round(time.Milliseconds, 3));
        json.EndObject().EndObject();
        text.FlushTo(output);
    }

    /// <summary>What was found, without the customers: also behind <c>--json</c>.</summary>
    public static byte[] Totals(PeopleSegmentReport report)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object();
        Found(json, report);
        json.EndObject();
        return text.Written.ToArray();
    }

    private static void Found(JsonText json, PeopleSegmentReport report)
    {
        var choice = report.Choice;
        json.Integer("customers", report.Labels.Count).Integer("k", report.Segments.Count).Text("order", report.Order).Text("reason", choice.Reason);
        json.Text("structure", choice.Structure).Text("structured", choice.Structured switch { true => "yes", false => "no", _ => "unknown" });
        json.Text("alternative", choice.Alternative).Number("agreement", choice.Agreement).Number("fidelity", report.Rules.Fidelity);
        json.Texts("features", [.. report.Features.Select(f => f.Name)]).List("segments");
        for (var c = 0; c < report.Segments.Count; c++)
        {
            var segment = report.Segments[c];
            json.Object().Integer("number", c + 1).Text("name", segment.Name).Integer("customers", segment.Customers).Number("share", segment.Share).Number("money", segment.Money);
            json.Texts("apart", [.. segment.Apart.Select(a => a.Text)]);
            RulesJson.Rule(json, segment.Rule);
            json.List("answers");
            foreach (var answer in report.Answers)
            {
                if (answer.Segment != c) continue;
                json.Object().Text("campaign", answer.Column).Number("rate", answer.Rate).Number("low", answer.Low).Number("high", answer.High).Number("lift", answer.Lift)
                    .Number("p", answer.Adjusted).Flag("differs", answer.Differs).EndObject();
            }

            json.EndList().EndObject();
        }

        json.EndList().Texts("notes", report.Notes);
    }

    private static void Plan(JsonText json, PeopleSegmentPlan plan)
    {
        json.Object("plan").Texts("features", plan.Features).Texts("without", plan.Without).Texts("encodings", plan.Encodings).Text("method", plan.Method);
        json.Object("k").Integer("least", plan.K.Least).Integer("most", plan.K.Most).EndObject().Unsigned("seed", plan.Seed);
        PeoplePlanJson.Write(json, "table", plan.Table);
        json.EndObject();
    }
}
