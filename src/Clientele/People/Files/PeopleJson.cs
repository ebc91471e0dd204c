using Clientele.People.Typing;
using Clientele.Reports;
using Clientele.Reports.Writing;

namespace Clientele.People.Files;

/// <summary>What is known about a customer table, as part of a JSON file.</summary>
internal static class PeopleJson
{
    /// <summary>The files as a run.json that was read back names them.</summary>
    public static IReadOnlyList<RunFileInput> Inputs(IReadOnlyList<PeopleFile> files) => [.. files.Select(f => new RunFileInput(f.Path, f.Bytes, f.Hash, f.Rows))];

    public static void Files(JsonText json, IReadOnlyList<PeopleFile> files)
    {
        json.List("inputs");
        foreach (var file in files) json.Object().Text("role", file.Role).Text("path", file.Path).Integer("bytes", file.Bytes).Text("hash", file.Hash).Integer("lines", file.Rows).EndObject();
        json.EndList();
    }

    /// <summary>Rows, cells, findings, joins, derived columns and the as-of day.</summary>
    public static void Audit(JsonText json, PeopleData people)
    {
        var audit = people.Audit;
        json.Text("id", people.IdColumn).Date("asOf", people.AsOf).Text("asOfReason", people.AsOfReason);
        json.Object("audit").Integer("rowsRead", audit.RowsRead).Integer("rowsKept", audit.RowsKept).Flag("balances", audit.Balances).List("dropped");
        foreach (var entry in audit.Dropped) json.Object().Text("rule", entry.Rule).Integer("rows", entry.Rows).EndObject();
        json.EndList().List("cells");
        foreach (var entry in audit.Cells) json.Object().Text("rule", entry.Rule).Text("column", entry.Column).Integer("cells", entry.Cells).Text("action", entry.Action).Text("reason", entry.Reason).EndObject();
        json.EndList().List("findings");
        foreach (var finding in audit.Findings) json.Object().Text("code", finding.Code).Text("text", finding.Text).Integer("count", finding.Count).EndObject();
        json.EndList().EndObject();
        json.List("joins");
        foreach (var join in people.Joins)
        {
            json.Object().Text("path", join.Path).Text("key", join.Key).Integer("rows", join.Rows).Integer("matched", join.Matched)
                .Integer("unmatched", join.Unmatched).Integer("unused", join.Unused).Integer("withoutKey", join.WithoutKey).Texts("columns", join.Columns).EndObject();
        }

        json.EndList().List("derived");
        foreach (var derived in people.Derived)
        {
            json.Object().Text("name", derived.Name).Text("expression", derived.Expression).Flag("proposed", derived.Proposed)
                .Integer("missing", derived.Missing).Integer("undefined", derived.Undefined).EndObject();
        }

        json.EndList();
    }

    /// <summary>Name, type, unit, meaning, reason, part and source of a column, inside an open object.</summary>
    public static void Column(JsonText json, Customers.CustomerColumn column, ColumnNote? note)
    {
        json.Text("name", column.Name).Text("type", TypeWords.Of(column.Nature)).Text("unit", column.Unit).Text("meaning", column.Meaning).Text("reason", column.Reason);
        if (note is null) return;
        json.Text("part", note.Part.ToString().ToLowerInvariant()).Text("source", note.Source).Text("expression", note.Expression).Texts("decisions", note.Decisions);
    }
}
