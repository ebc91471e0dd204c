using System.Runtime.CompilerServices;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Handover;
using Clientele.People;
using Clientele.People.Segments;
using Clientele.People.Segments.Explaining;
using Clientele.People.Segments.Files;
using Clientele.Sales;

namespace Clientele.Cli.Commands;

/// <summary>Segments a customer table, writes its folder, and tells what was found.</summary>
internal static class PeopleRunJob
{
    /// <summary>Whether the file is a customer table. In a method of its own, so that a run on sales loads nothing of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Recognises(string path, ReadOptions reading) => Recognition.Of(path, reading, path == "-" ? StandardStream.Input : null).IsCustomerTable;

    /// <summary>Everything from the plan to the printed summary.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">Where the results go.</param>
    /// <param name="explain">Id of a customer to explain, or null.</param>
    /// <param name="terminal">Where the summary goes.</param>
    /// <param name="repeats">The run.json that this run must agree with, or null.</param>
    public static ExitCode Do(PeopleSegmentPlan plan, OutputOptions output, string? explain, Terminal terminal, PeopleRunFile? repeats)
    {
        CustomerReason? reason = null;
        return new Job<PeopleSegmentReport>
        {
            Run = context => PeopleSegmentJob.Run(plan, context),
            Check = report =>
            {
                repeats?.Verify(report);
                reason = explain is null ? null : report.Explain(explain);
            },
            Write = (report, context, create) => PeopleFiles.WriteAll(report, Product.Version, create, new Web.ReportPage(), output.ShowValues, output.Exports, context.Threads),
            HandOver = (report, context) => HandoverRun.Of(report, Product.Version, context, output.ShowValues),
            Json = PeopleFiles.Totals,
            Text = (report, destination) => reason is null ? PeopleSegmentText.Of(report, destination, terminal) : ReasonText.Of(report, reason, terminal),
            ReadsStandardInput = plan.Table.Input == "-",
        }.Do(output, terminal);
    }
}
