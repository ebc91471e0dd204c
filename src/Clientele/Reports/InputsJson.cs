using Clientele.Reports.Writing;
using Clientele.Sales;

namespace Clientele.Reports;

/// <summary>The files of a run: their hashes, and what was understood about each.</summary>
internal static class InputsJson
{
    /// <summary>Path, size and hash: what a repeated run is checked against.</summary>
    public static void Hashes(JsonText json, Report report)
    {
        json.List("inputs");
        foreach (var input in report.Inputs)
        {
            json.Object().Text("path", input.Layout.Path).Integer("bytes", input.Bytes).Text("hash", input.Hash)
                .Integer("lines", input.Lines).EndObject();
        }

        json.EndList();
    }

    /// <summary>Columns and decisions of each file, in the order of the inputs.</summary>
    public static void Layouts(JsonText json, Report report)
    {
        json.List("layouts");
        foreach (var input in report.Inputs)
        {
            var layout = input.Layout;
            json.Object().Integer("skippedLines", layout.SkippedLines).Integer("headerLine", layout.HeaderLine).Object("columns");
            for (var role = Role.Customer; role <= Role.Currency; role++)
            {
                if (layout[role] is var column && column >= 0) json.Text(role.Word(), layout.Columns[column]);
            }

            json.EndObject().List("decisions");
            foreach (var decision in layout.Decisions)
            {
                json.Object().Text("subject", decision.Subject).Text("value", decision.Value)
                    .Text("reason", decision.Reason).Text("override", decision.Override).EndObject();
            }

            json.EndList().EndObject();
        }

        json.EndList();
    }
}
