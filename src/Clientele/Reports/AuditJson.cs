using Clientele.Reports.Writing;

namespace Clientele.Reports;

/// <summary>Where every line and every cent went. The same for the same sales, however they are split into files.</summary>
internal sealed class AuditJson : IExport
{
    public static Choice<IExport> Choice { get; } = new(
        "audit", "Where every line and every cent went, rule by rule.", [], _ => new AuditJson());

    public string File => "audit.json";

    public bool AppliesTo(FinishedRun run) => true;

    public void Write(FinishedRun run, Stream output)
    {
        var text = new Utf8Text(1 << 12);
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

        json.EndList().EndObject();
        text.FlushTo(output);
    }
}
