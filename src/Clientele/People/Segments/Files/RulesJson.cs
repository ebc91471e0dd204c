using Clientele.People.Segments.Explaining;
using Clientele.Reports.Writing;

namespace Clientele.People.Segments.Files;

/// <summary>rules.json: every segment as a short rule, and how far the rules can be trusted.</summary>
internal static class RulesJson
{
    public static void Write(PeopleSegmentReport report, Stream output)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("customers", report.Rules.Customers).Number("fidelity", report.Rules.Fidelity).Number("baseline", report.Rules.Baseline).List("rules");
        foreach (var rule in report.Rules.Rules)
        {
            json.Object().Integer("segment", rule.Segment + 1).Text("name", report.Segments[rule.Segment].Name);
            Rule(json, rule);
            json.EndObject();
        }

        json.EndList().EndObject();
        text.FlushTo(output);
    }

    /// <summary>Members of a rule: words, precision, coverage, lift, conditions.</summary>
    public static void Rule(JsonText json, SegmentRule rule)
    {
        json.Text("rule", rule.Words).Number("precision", rule.Precision).Number("coverage", rule.Coverage).Number("lift", rule.Lift).List("conditions");
        foreach (var part in rule.Conditions)
        {
            json.Object().Text("column", part.Column);
            if (part.Levels is { } levels) json.Texts("levels", levels).Flag("except", part.Except);
            else json.Number("above", part.Above).Number("upTo", part.UpTo);
            json.Flag("orMissing", part.OrMissing).EndObject();
        }

        json.EndList();
    }
}
