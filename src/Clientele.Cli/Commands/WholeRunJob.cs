using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Handover;
using Clientele.Reports;
using Clientele.Whole;

namespace Clientele.Cli.Commands;

/// <summary>Looks at sales from every side, writes the folder, and tells the short of it.</summary>
internal static class WholeRunJob
{
    /// <summary>Everything from the plan to the printed page.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the page goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(WholePlan plan, OutputOptions output, Terminal terminal, WholeRun? repeats) => new Job<WholeReport>
    {
        Run = context => WholeJob.Run(plan, context),
        Check = report => repeats?.Verify(report),
        Write = (report, context, create) => WholeFiles.WriteAll(report, Product.Version, output.ShowValues, new Web.ReportPage(), context, create, output.Exports),
        HandOver = (report, context) => HandoverRun.Of(report, Product.Version, context, output.ShowValues),
        Json = report => TotalsJson.Of(report.Segments),
        Text = (report, destination) => WholeText.Of(report, destination, terminal),
        ReadsStandardInput = plan.Sales.Inputs.Contains("-"),
        StreamsExcluded = true,
    }.Do(output, terminal);
}
