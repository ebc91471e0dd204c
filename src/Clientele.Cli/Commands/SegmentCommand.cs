using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>The main job: sales in, segments out.</summary>
internal static class SegmentCommand
{
    public static Choice<Form> Choice { get; } = new("segment", "Reads sales files, or a customer table, and puts every customer into a named segment.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: true, exports: true, choosesStability: true);
        var plan = new PlanChoices();
        TableChoices? made = null;
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE…",
            OperandCount = (1, int.MaxValue),
            Examples =
            [
                new("clientele segment sales.csv --out results", "Understands the file by itself, cleans it, writes the results folder."),
                new("clientele segment shop/*.csv.gz --method kmeans -k 4", "Many files as one; four clusters instead of the map."),
                new("clientele segment export.xlsx --customer \"Client no.\" --date-order dmy", "Says what cannot be found out."),
                new("clientele segment customers.csv --dictionary fields.csv --out results", "A table with one row per customer is recognised; its columns are understood and explained."),
                new("zcat big.gz | clientele segment - --json", "Reads standard input; totals for a script."),
            ],
            Notes = "Files: delimited text in any usual notation, plain or .gz; .xlsx and .xls workbooks. 'clientele inspect FILE' shows what is understood and why.",
            Groups = [output.Group, .. plan.Groups],
            Further = () => Tables().Groups,
            Run = invocation =>
            {
                var says = made?.Says(invocation) ?? (plan.NamesTableMethod(invocation) ? "table" : null);
                if (says == "table") return Table(invocation, plan, Tables(), output);
                try
                {
                    return RunJob.Do(plan.Read(invocation), output.Read(invocation), invocation.Terminal, repeats: null);
                }
                catch (UserException problem) when (says is null && MayBeTable(problem, invocation) && PeopleRunJob.Recognises(invocation.Operands[0], plan.Shared(invocation).Reading))
                {
                    return Table(invocation, plan, Tables(), output);
                }
                catch (UserException problem) when (says is null && Advice(problem, invocation) is { } fix)
                {
                    throw new UserException(problem.Code, problem.What, fix, problem.Exit);
                }
            },
        };

        // Made when an option on the line is none of sales, so that a run on sales pays nothing for it.
        TableChoices Tables() => made ??= new();
    }

    // What to do where it may be a customer table all the same.
    private static string? Advice(UserException problem, Invocation invocation) =>
        problem.Code is "sales.customer-table" && invocation.Operands.Count > 1 ? "A customer table is one file: join further ones by customer with --with FILE, and put tables of other customers under one another first."
        : problem.Code is "sales.missing-column" && invocation.Operands.Count == 1 ? $"{problem.Fix} If each row is a customer, say --as table."
        : null;

    // Only what is no sales file is looked at a second time, so that sales pay nothing for it.
    private static bool MayBeTable(UserException problem, Invocation invocation) => invocation.Operands.Count == 1 && problem.Code.StartsWith("sales.", StringComparison.Ordinal);

    private static ExitCode Table(Invocation invocation, PlanChoices plan, TableChoices table, OutputChoices output) =>
        PeopleRunJob.Do(table.Read(invocation, plan), output.Read(invocation), table.Explain(invocation), invocation.Terminal, repeats: null);
}
