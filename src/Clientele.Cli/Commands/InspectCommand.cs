using Clientele.Cli.Arguments;
using Clientele.Cli.Summary;
using Clientele.Sales.Layouts;

namespace Clientele.Cli.Commands;

/// <summary>Shows what is understood about a file and why.</summary>
internal static class InspectCommand
{
    public static Choice<Form> Choice { get; } = new("inspect", "Shows what is understood about a file, why, and how to overrule it.", [], _ => Form());

    private static Form Form()
    {
        var reading = new ReadingChoices();
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE",
            OperandCount = (1, 1),
            Examples =
            [
                new("clientele inspect sales.csv", "Columns and their roles, how dates and numbers are written, the first lines."),
                new("clientele inspect sales.csv --date-order dmy", "The same after you have said something about it."),
            ],
            Groups = reading.Groups,
            Run = invocation =>
            {
                var view = Inspection.Of(invocation.Operands[0], reading.Read(invocation), Console.OpenStandardInput());
                invocation.Terminal.Print(InspectText.Of(view, invocation.Terminal));
                return ExitCode.Done;
            },
        };
    }
}
