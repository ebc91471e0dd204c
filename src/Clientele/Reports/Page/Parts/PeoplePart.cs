using Clientele.People.Segments;
using Clientele.People.Typing;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Parts;

/// <summary>What a segmented customer table tells besides its segments, under <c>people</c>: effects, mixes, answers, rules, columns, cleaning.</summary>
internal sealed class PeoplePart(PeopleSegmentReport report) : IReportPart
{
    private const int MostEffects = 40;

    public void Write(JsonText json)
    {
        var (choice, data) = (report.Choice, report.Data);
        json.Object("people").Text("order", report.Order).Text("reason", choice.Reason).Text("structure", choice.Structure).Text("alternative", choice.Alternative).Number("agreement", Round.Digits(choice.Agreement))
            .Number("fidelity", Round.Digits(report.Rules.Fidelity)).Number("baseline", Round.Digits(report.Rules.Baseline)).Texts("features", [.. report.Features.Select(f => f.Name)]).List("tried");
        foreach (var trial in choice.Tried) json.Object().Integer("k", trial.K).Number("inertia", Round.Digits(trial.Inertia)).Number("silhouette", Round.Digits(trial.Silhouette)).EndObject();
        json.EndList().Integer("chosen", choice.K);
        Rules(json);
        Effects(json);
        Mixes(json);
        Answers(json);
        Columns(json);
        TableAuditPart.Write(json, data.Audit);
        json.EndObject();
    }

    private void Rules(JsonText json)
    {
        json.List("rules");
        foreach (var segment in report.Segments)
        {
            json.Object().Text("words", segment.Rule.Words).Number("precision", Round.Digits(segment.Rule.Precision)).Number("coverage", Round.Digits(segment.Rule.Coverage)).Number("lift", Round.Digits(segment.Rule.Lift))
                .Texts("apart", [.. segment.Apart.Select(a => a.Text)]).EndObject();
        }

        json.EndList();
    }

    // Row by row the columns and levels that tell segments apart most, by their largest effect.
    private void Effects(JsonText json)
    {
        var rows = report.Profile.Where(f => double.IsFinite(f.Effect)).GroupBy(f => (f.Column, f.Level))
            .Select(g => (g.Key, Facts: g.ToArray(), Most: g.Max(f => Math.Abs(f.Effect))))
            .OrderByDescending(g => g.Most).ThenBy(g => g.Key.Column, StringComparer.Ordinal).ThenBy(g => g.Key.Level, StringComparer.Ordinal).Take(MostEffects);
        json.List("effects");
        foreach (var (key, facts, _) in rows)
        {
            json.Object().Text("column", key.Column).Text("level", key.Level).Text("measure", facts[0].Measure).List("effect");
            for (var c = 0; c < report.Segments.Count; c++) json.Number(null, Round.Digits(Array.Find(facts, f => f.Segment == c)?.Effect ?? double.NaN));
            json.EndList().List("value");
            for (var c = 0; c < report.Segments.Count; c++) json.Number(null, Round.Digits(Array.Find(facts, f => f.Segment == c)?.Value ?? double.NaN));
            json.EndList().Number("overall", Round.Digits(facts[0].Overall)).EndObject();
        }

        json.EndList();
    }

    private void Mixes(JsonText json)
    {
        json.List("mixes");
        foreach (var family in report.Patterns.GroupBy(p => p.Family, StringComparer.Ordinal))
        {
            json.Object().Text("family", family.Key).List("columns");
            foreach (var column in family.GroupBy(p => p.Column, StringComparer.Ordinal))
            {
                json.Object().Text("column", column.Key).Number("overall", Round.Digits(column.First().Overall)).List("share");
                foreach (var pattern in column.OrderBy(p => p.Segment)) json.Number(null, Round.Digits(pattern.Share));
                json.EndList().EndObject();
            }

            json.EndList().EndObject();
        }

        json.EndList();
    }

    private void Answers(JsonText json)
    {
        json.List("answers");
        foreach (var a in report.Answers)
        {
            json.Object().Text("campaign", a.Column).Integer("segment", a.Segment).Integer("customers", a.Customers).Integer("yes", a.Yes).Number("rate", Round.Digits(a.Rate)).Number("low", Round.Digits(a.Low))
                .Number("high", Round.Digits(a.High)).Number("overall", Round.Digits(a.Overall)).Number("p", Round.Digits(a.Adjusted)).Flag("differs", a.Differs).EndObject();
        }

        json.EndList();
    }

    private void Columns(JsonText json)
    {
        var verdicts = report.Verdicts.ToDictionary(v => v.Column, StringComparer.Ordinal);
        json.Text("id", report.Data.IdColumn).List("columns");
        for (var i = 0; i < report.Data.Customers.Columns.Count; i++)
        {
            var (column, note) = (report.Data.Customers.Columns[i], report.Data.Notes[i]);
            json.Object().Text("name", column.Name).Text("type", TypeWords.Of(column.Nature)).Text("unit", column.Unit).Text("meaning", column.Meaning).Text("why", column.Reason)
                .Text("expression", note.Expression).Flag("forms", verdicts[column.Name].Chosen).Text("because", verdicts[column.Name].Reason).EndObject();
        }

        json.EndList();
    }
}
