using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>What to do next, in order of money.</summary>
internal static class ActionsCommand
{
    public static Choice<Form> Choice { get; } = new("actions", "Reads sales and says what to do next, in order of money: who, why, how much, how sure.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: true);
        var plan = new ActionChoices();
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE…",
            OperandCount = (1, int.MaxValue),
            Examples =
            [
                new("clientele actions sales.csv --out actions", "The ten things to do, with a list of customers for each."),
                new("clientele actions sales.csv --margin 35% --contact-cost 0.12", "With your own margin and cost of a mailing."),
                new("clientele actions sales.csv --plays win-back --set win-back.response=1.5%", "One play, with the response that you measured."),
            ],
            Notes = $"Plays: {string.Join(' ', ActionChoices.PlaysInWords())}",
            Groups = [output.Group, .. plan.Groups],
            Run = invocation => ActionsJob.Do(plan.Read(invocation), output.Read(invocation), invocation.Terminal, repeats: null),
        };
    }
}
