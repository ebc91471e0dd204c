using Clientele.Actions;
using Clientele.Actions.Files;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;

namespace Clientele.Cli.Commands;

/// <summary>Makes a list of actions, writes its folder, and tells what was found.</summary>
internal static class ActionsJob
{
    /// <summary>Everything from the plan to the printed page.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the page goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(ActionsPlan plan, OutputOptions output, Terminal terminal, ActionsRunFile? repeats) => new Job<ActionList>
    {
        Run = context => ActionList.Make(plan, context),
        Check = list => repeats?.Verify(list),
        Write = (list, _, create) => ActionFiles.WriteAll(list, Product.Version, create, new Web.ReportPage(), output.ShowValues),
        Json = ActionsJson.Of,
        Text = (list, destination) => ActionsText.Of(list, destination, terminal),
        ReadsStandardInput = plan.Sales.Inputs.Contains("-"),
        StreamsExcluded = true,
    }.Do(output, terminal);
}
