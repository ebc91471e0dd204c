using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.People;
using Clientele.People.Describing;
using Clientele.Reports;

namespace Clientele.Cli.Commands;

/// <summary>Describes customers column by column and pair by pair.</summary>
internal static class DescribeCommand
{
    public static Choice<Form> Choice { get; } = new("describe", "Describes a customer table, or the customers of a sales file: every column, and what goes with what.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: true);
        var people = new PeopleChoices();
        var reading = new ReadingChoices();
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE…",
            OperandCount = (1, int.MaxValue),
            Examples =
            [
                new("clientele describe customers.csv --dictionary fields.csv", "Every column with its meaning; suspicious values are told."),
                new("clientele describe customers.csv --with survey.csv --out described", "Joins a survey by customer, writes tables and JSON."),
                new("clientele describe sales.csv", "The customers of a sales file by what they bought."),
            ],
            Notes = "Files: delimited text in any usual notation, plain or .gz; .xlsx and .xls workbooks; - is standard input. A file with one row per customer and no sales in it is a customer table.",
            Groups = [output.Group, .. people.Groups, .. reading.Groups],
            Run = invocation => Do(invocation, people, reading, output.Read(invocation)),
        };
    }

    private static ExitCode Do(Invocation invocation, PeopleChoices choices, ReadingChoices reading, OutputOptions output)
    {
        using var signals = new Signals();
        using var folder = output.Folder is { } path ? RunFolder.Open(path, output.Replace) : null;
        signals.Guard(folder);
        var report = Compute(invocation, choices, reading, output, signals.Token);
        IReadOnlyList<string> files = folder is null ? [] : DescribeFiles.WriteAll(report, Product.Version, folder.Create, new Web.ReportPage(), output.ShowValues);
        signals.Token.ThrowIfCancellationRequested();
        folder?.Commit();
        if (output.Json) invocation.Terminal.Print(DescribeJson.Of(report));
        else if (!output.Quiet) invocation.Terminal.Print(DescribeText.Of(report, new Destination(output.Folder, files), invocation.Terminal));
        return ExitCode.Done;
    }

    private static DescribeReport Compute(Invocation invocation, PeopleChoices choices, ReadingChoices reading, OutputOptions output, CancellationToken stop)
    {
        using var progress = invocation.Terminal.Watched && output is { Json: false, Quiet: false } ? new ProgressWatch() : null;
        var context = new RunContext
        {
            Threads = output.Threads,
            Cancellation = stop,
            Progress = progress is null ? null : progress.Report,
            StandardInput = invocation.Operands.Contains("-") ? Console.OpenStandardInput() : null,
            ShowValues = output.ShowValues,
        };
        var options = reading.Read(invocation);
        var only = choices.OnlyForTables(invocation);
        var found = invocation.Operands.Count == 1 ? Recognition.Of(invocation.Operands[0], options, context.StandardInput) : new Recognition(false, "several files are sales");
        if (found.IsCustomerTable || (only is not null && invocation.Operands.Count == 1 && options.Columns.Count == 0)) return Describer.Of(choices.Read(invocation) with { Reading = options }, context);
        if (only is not null) throw new UserException("usage.contradiction", $"{only} is for customer tables, and {(invocation.Operands.Count > 1 ? "several files are sales" : "columns of sales are named")}.", $"Leave {only} out.");
        return SalesCustomers.Of(new Plan { Inputs = invocation.Operands, Reading = options, With = choices.With(invocation), AsOf = choices.AsOf(invocation) }, context);
    }
}
