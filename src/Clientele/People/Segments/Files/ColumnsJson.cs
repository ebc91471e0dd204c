using Clientele.People.Segments.Grouping;
using Clientele.People.Typing;
using Clientele.Reports.Writing;

namespace Clientele.People.Segments.Files;

/// <summary>columns.json: what every column is and means, whether it forms the segments, how, and why.</summary>
internal static class ColumnsJson
{
    public static void Write(PeopleSegmentReport report, Stream output)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Text("id", report.Data.IdColumn).List("columns");
        var features = report.Features.ToDictionary(f => f.Name, StringComparer.Ordinal);
        for (var i = 0; i < report.Data.Customers.Columns.Count; i++)
        {
            var (column, note) = (report.Data.Customers.Columns[i], report.Data.Notes[i]);
            var verdict = report.Verdicts.First(v => v.Column == column.Name);
            json.Object().Text("name", column.Name).Text("type", TypeWords.Of(column.Nature)).Text("unit", column.Unit).Text("meaning", column.Meaning).Text("reason", column.Reason);
            json.Text("part", note.Part.ToString().ToLowerInvariant()).Text("expression", note.Expression).Texts("levels", column.Levels).Texts("decisions", note.Decisions);
            json.Object("segments").Flag("forms", verdict.Chosen).Text("rule", verdict.Rule).Text("reason", verdict.Reason).EndObject();
            if (features.TryGetValue(column.Name, out var feature)) Feature(json, feature);
            json.EndObject();
        }

        json.EndList().EndObject();
        text.FlushTo(output);
    }

    private static void Feature(JsonText json, FeatureColumn feature)
    {
        json.Object("coordinate").Text("treatment", feature.Treatment).Number("centre", feature.Centre).Number("spread", feature.Spread)
            .Number("fill", feature.Fill).Integer("filled", feature.Filled).Text("why", feature.Why);
        if (feature.Shares.Count > 0)
        {
            json.List("shares");
            for (var l = 0; l < feature.Levels.Count; l++) json.Object().Text("level", feature.Levels[l]).Number("share", feature.Shares[l]).EndObject();
            json.EndList();
        }

        json.EndObject();
    }
}
