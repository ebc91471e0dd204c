using Clientele.Cli.Arguments;
using Clientele.People;
using Clientele.People.Describing;

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

    private static ExitCode Do(Invocation invocation, PeopleChoices choices, ReadingChoices reading, OutputOptions output) =>
        DescribeJob.Do(context => Describe(invocation, choices, reading, context), invocation.Operands.Contains("-"), output, invocation.Terminal, repeats: null);

    private static DescribeReport Describe(Invocation invocation, PeopleChoices choices, ReadingChoices reading, RunContext context)
    {
        var options = reading.Read(invocation);
        var only = choices.OnlyForTables(invocation);
        var found = invocation.Operands.Count == 1 ? Recognition.Of(invocation.Operands[0], options, context.StandardInput) : new Recognition(false, "several files are sales");
        if (found.IsCustomerTable || (only is not null && invocation.Operands.Count == 1 && options.Columns.Count == 0)) return Describer.Of(choices.Read(invocation) with { Reading = options }, context);
        if (only is not null) throw new UserException("usage.contradiction", $"{only} is for customer tables, and {(invocation.Operands.Count > 1 ? "several files are sales" : "columns of sales are named")}.", $"Leave {only} out.");
        try
        {
            return SalesCustomers.Of(new Plan { Inputs = invocation.Operands, Reading = options, With = choices.With(invocation), AsOf = choices.AsOf(invocation) }, context);
        }
        catch (UserException problem) when (Advice(problem, invocation) is { } fix)
        {
            throw new UserException(problem.Code, problem.What, fix, problem.Exit);
        }
    }

    // What to do where it may be a customer table all the same.
    private static string? Advice(UserException problem, Invocation invocation) =>
        problem.Code is "sales.customer-table" && invocation.Operands.Count > 1 ? "A customer table is one file: join further ones by customer with --with FILE, and put tables of other customers under one another first."
        : problem.Code is "sales.missing-column" && invocation.Operands.Count == 1 ? $"{problem.Fix} If each row is a customer, name the column of their ids: --id COLUMN."
        : null;
}
