using Clientele.Reports.Writing;

namespace Clientele.People.Segments.Files;

/// <summary>audit.json of a customer table: rows read, kept and dropped, and every rule that touched cells.</summary>
internal static class TableAuditJson
{
    public static void Write(TableAudit audit, Stream output)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("rowsRead", audit.RowsRead).Integer("rowsKept", audit.RowsKept).Flag("balances", audit.Balances).List("dropped");
        foreach (var entry in audit.Dropped) json.Object().Text("rule", entry.Rule).Integer("rows", entry.Rows).EndObject();
        json.EndList().List("cells");
        foreach (var entry in audit.Cells)
            json.Object().Text("rule", entry.Rule).Text("column", entry.Column).Integer("cells", entry.Cells).Text("action", entry.Action).Text("reason", entry.Reason).EndObject();
        json.EndList().List("findings");
        foreach (var finding in audit.Findings) json.Object().Text("code", finding.Code).Text("text", finding.Text).Integer("count", finding.Count).EndObject();
        json.EndList().EndObject();
        text.FlushTo(output);
    }
}
