using Clientele.People;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Parts;

/// <summary>What cleaning a customer table did, as member <c>cleaning</c>.</summary>
internal static class TableAuditPart
{
    public static void Write(JsonText json, TableAudit audit)
    {
        json.Object("cleaning").Integer("read", audit.RowsRead).Integer("kept", audit.RowsKept).Flag("balanced", audit.Balances).List("dropped");
        foreach (var entry in audit.Dropped) json.Object().Text("rule", entry.Rule).Integer("rows", entry.Rows).EndObject();
        json.EndList().List("cells");
        foreach (var entry in audit.Cells) json.Object().Text("rule", entry.Rule).Text("column", entry.Column).Integer("cells", entry.Cells).Text("action", entry.Action).Text("reason", entry.Reason).EndObject();
        json.EndList().List("findings");
        foreach (var finding in audit.Findings) json.Object().Text("code", finding.Code).Text("text", finding.Text).Integer("count", finding.Count).EndObject();
        json.EndList().EndObject();
    }
}
