using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.People.Describing;

namespace Clientele.Cli.Commands;

/// <summary>Describes customers, writes the folder, and tells what was found.</summary>
internal static class DescribeJob
{
    public static ExitCode Do(DescribeRunFile repeats, OutputOptions output, Terminal terminal) =>
        Do(repeats.Repeat, (repeats.Table?.Input ?? "") == "-" || (repeats.Sales?.Inputs.Contains("-") ?? false), output, terminal, repeats);

    /// <summary>Everything from the customers to the printed page.</summary>
    /// <param name="describe">Reads and describes.</param>
    /// <param name="fromStandardInput">- is one of the inputs.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="terminal">Where the page goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(Func<RunContext, DescribeReport> describe, bool fromStandardInput, OutputOptions output, Terminal terminal, DescribeRunFile? repeats) => new Job<DescribeReport>
    {
        Run = describe,
        Check = report => repeats?.Verify(report),
        Write = (report, _, create) => DescribeFiles.WriteAll(report, Product.Version, create, new Web.ReportPage(), output.ShowValues),
        Json = DescribeJson.Of,
        Text = (report, destination) => DescribeText.Of(report, destination, terminal),
        ReadsStandardInput = fromStandardInput,
    }.Do(output, terminal);
}
