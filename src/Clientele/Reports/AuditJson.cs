using Clientele.Reports.Writing;
using Clientele.Sales;

namespace Clientele.Reports;

/// <summary>Where every line and every cent went, and what was understood about each file.</summary>
internal sealed class AuditJson : IExport
{
    public static Choice<IExport> Choice { get; } = new(
        "audit", "Where every line and every cent went, rule by rule; what was understood about each file.", [], _ => new AuditJson());

    public string File => "audit.json";

    public bool AppliesTo(FinishedRun run) => true;

    public void Write(FinishedRun run, Stream output)
    {
        using var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object();
        TotalsJson.Lines(json, run.Report);
        json.Flag("balanced", run.Report.Audit.Balances);
        TotalsJson.Rules(json, "excluded", run.Report);
        json.List("findings");
        foreach (var finding in run.Report.Audit.Findings)
        {
            json.Object().Text("code", finding.Code).Text("text", finding.Text).Integer("count", finding.Count).EndObject();
        }

        json.EndList().List("files");
        foreach (var input in run.Report.Inputs) Input(json, input);
        json.EndList().EndObject();
        text.FlushTo(output);
    }

    private static void Input(JsonText json, InputFile input)
    {
        var layout = input.Layout;
        json.Object().Text("path", layout.Path).Integer("bytes", input.Bytes).Text("hash", input.Hash).Integer("lines", input.Lines);
        json.Integer("skippedLines", layout.SkippedLines).Integer("headerLine", layout.HeaderLine);
        json.Object("columns");
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
}
