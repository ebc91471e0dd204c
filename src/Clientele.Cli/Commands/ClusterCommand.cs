using Clientele.Cli.Arguments;
using Clientele.Clusters;

namespace Clientele.Cli.Commands;

/// <summary>Any method of clustering on any table.</summary>
internal static class ClusterCommand
{
    public static Choice<Form> Choice { get; } = new("cluster", "Clusters the rows of any table by any method, or assigns new rows to earlier clusters.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: false);
        var plan = new ClusterChoices();
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "TABLE",
            OperandCount = (1, 1),
            Examples =
            [
                new("clientele cluster customers.csv --columns income,score --out clusters", "Finds the number of clusters by itself and says why."),
                new("clientele cluster customers.csv --columns income,score --method all", "Compares every method and recommends one."),
                new("clientele cluster new.csv --model clusters/model.json --out assigned", "Puts new rows into the clusters found before."),
            ],
            Notes = Methods(),
            Groups = [output.Group, .. plan.Groups],
            Run = invocation => ClusterRunJob.Do(plan.Read(invocation), output.Read(invocation), invocation.Terminal, repeats: null),
        };
    }

    private static string Methods() =>
        $"Methods: {string.Join(' ', Clusterers.Catalog.Select(c => $"{c.Name}: {c.Summary}"))} Tables: delimited text in any usual notation, plain or .gz; .xlsx and .xls workbooks; - is standard input.";
}
