using Clientele.Cli.Arguments;
using Clientele.People.Segments.Files;
using Clientele.Reports;

namespace Clientele.Cli.Commands;

/// <summary>Why one customer is in its segment.</summary>
internal static class ExplainCommand
{
    public static Choice<Form> Choice { get; } = new("explain", "Says why a customer of a customer table is in its segment, and which is next.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: false);
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "RUN CUSTOMER",
            OperandCount = (2, 2),
            Examples = [new("clientele explain results 5524", "Repeats the run in 'results' and explains the customer with that id.")],
            Notes = "Works for runs of 'clientele segment' on customer tables. Input paths are taken as they stand in run.json, so call it from the same folder.",
            Groups = [output.Group],
            Run = invocation =>
            {
                var saved = SavedRun.Open(invocation.Operands[0], Product.Version);
                if (saved.Command != PeopleRunFile.Command)
                    throw new UserException("explain.run", "That is no run of 'clientele segment' on a customer table.", "Give the folder that --out named, or its run.json.");
                var run = PeopleRunFile.Of(saved);
                return PeopleRunJob.Do(run.Plan, output.Read(invocation) with { ShowValues = run.ShowValues }, invocation.Operands[1], invocation.Terminal, run);
            },
        };
    }
}
