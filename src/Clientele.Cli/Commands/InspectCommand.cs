using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.People;
using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Cli.Commands;

/// <summary>Shows what is understood about a file, of sales or of customers, and why.</summary>
internal static class InspectCommand
{
    public static Choice<Form> Choice { get; } = new("inspect", "Shows what is understood about a file, why, and how to overrule it.", [], _ => Form());

    private static Form Form()
    {
        var reading = new ReadingChoices();
        var table = new OptionGroup("Customer tables (one row per customer)");
        var dictionary = table.Value("--dictionary", "FILE", "A table of fields and descriptions; they are shown with the columns.");
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE",
            OperandCount = (1, 1),
            Examples =
            [
                new("clientele inspect sales.csv", "Columns and their roles, how dates and numbers are written, the first lines."),
                new("clientele inspect sales.csv --date-order dmy", "The same after you have said something about it."),
                new("clientele inspect customers.csv --dictionary fields.csv", "A table with one row per customer: every column with its type, unit and meaning."),
            ],
            Groups = [.. reading.Groups, table],
            Run = invocation =>
            {
                var (path, options, input) = (invocation.Operands[0], reading.Read(invocation), StandardStream.Input);
                var fields = invocation[dictionary];
                try
                {
                    if (fields is null)
                    {
                        var view = Inspection.Of(path, options, input);
                        invocation.Terminal.Print(InspectText.Of(view, invocation.Terminal));
                        return ExitCode.Done;
                    }
                }
                catch (UserException problem) when (problem.Code.StartsWith("sales.", StringComparison.Ordinal) && Customers(path, options, input) is { } why)
                {
                    return Table(invocation.Terminal, new() { Input = path, Reading = options }, why, input);
                }

                catch (UserException problem) when (problem.Code == "sales.missing-column")
                {
                    throw new UserException(problem.Code, problem.What, $"{problem.Fix} If each row is a customer: clientele describe {path} --id COLUMN.", problem.Exit);
                }

                return Table(invocation.Terminal, new() { Input = path, Reading = options, Dictionary = fields }, Customers(path, options, input) ?? "a dictionary of its columns was given", input);
            },
        };
    }

    // Why it is a customer table, or null. Only what is no sales file is looked at a second time.
    private static string? Customers(string path, ReadOptions options, Stream input)
    {
        var found = Recognition.Of(path, options, input);
        return found.IsCustomerTable ? found.Reason : null;
    }

    private static ExitCode Table(Terminal terminal, PeoplePlan plan, string why, Stream input)
    {
        terminal.Print(PeopleInspectText.Of(PeopleInspection.Of(plan, new RunContext { StandardInput = input }), why, terminal));
        return ExitCode.Done;
    }
}
