using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Clusters;
using Clientele.Clusters.Files;

namespace Clientele.Cli.Commands;

/// <summary>Runs a clustering, writes its folder, and tells what was found.</summary>
internal static class ClusterRunJob
{
    /// <summary>Everything from the plan to the printed summary.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the page goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(ClusterPlan plan, OutputOptions output, Terminal terminal, ClusterRunFile? repeats) => new Job<ClusterReport>
    {
        Run = context => ClusterJob.Run(plan, context),
        Check = report => repeats?.Verify(report),
        Write = (report, _, create) => ClusterFiles.WriteAll(report, Product.Version, create, new Web.ReportPage()),
        Json = ScoresJson.Of,
        Text = (report, destination) => ClusterText.Of(report, destination, terminal),
        ReadsStandardInput = plan.Input == "-",
    }.Do(output, terminal);
}
