using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>The main job: sales in, segments out.</summary>
internal static class SegmentCommand
{
    public static Choice<Form> Choice { get; } = new("segment", "Reads sales files and puts every customer into a named segment.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: true);
        var plan = new PlanChoices();
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE…",
            OperandCount = (1, int.MaxValue),
            Examples =
            [
                new("clientele segment sales.csv --out results", "Understands the file by itself, cleans it, writes the results folder."),
                new("clientele segment shop/*.csv.gz --method kmeans -k 4", "Many files as one; four clusters instead of the map."),
                new("clientele segment export.xlsx --customer \"Client no.\" --date-order dmy", "Says what cannot be found out."),
                new("zcat big.gz | clientele segment - --json", "Reads standard input; totals for a script."),
            ],
            Notes = "Files: delimited text in any usual notation, plain or .gz; .xlsx and .xls workbooks. 'clientele inspect FILE' shows what is understood and why.",
            Groups = [output.Group, .. plan.Groups],
            Run = invocation => RunJob.Do(plan.Read(invocation), output.Read(invocation), invocation.Terminal, repeats: null),
        };
    }
}
