using Clientele.Cli.Screen;
using Clientele.Cli.Summary.Explored;
using Clientele.Explore;
using Clientele.Explore.Files;

namespace Clientele.Cli.Commands;

/// <summary>Runs an exploration, writes its folder, and tells what was found.</summary>
internal static class ExploreRunJob
{
    /// <summary>Everything from the plan to the printed page.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the page goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(ExplorePlan plan, OutputOptions output, Terminal terminal, ExploreRunFile? repeats) => new Job<ExploreReport>
    {
        Run = context => ExploreJob.Run(plan, context),
        Check = report => repeats?.Verify(report),
        Write = (report, _, create) => ExploreFiles.WriteAll(report, Product.Version, create, new Web.ReportPage()),
        Json = ExploreJson.Of,
        Text = (report, destination) => ExplorePage.Of(report, destination, terminal),
        ReadsStandardInput = plan.Sales.Inputs.Contains("-"),
    }.Do(output, terminal);
}
