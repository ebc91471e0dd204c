using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>What is bought together, by whom, and what each customer takes next.</summary>
internal static class BasketsCommand
{
    public static Choice<Form> Choice { get; } = new("baskets", "Finds what is bought together, what each segment leans to, and what each customer takes next.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: false);
        var plan = new BasketChoices();
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE…",
            OperandCount = (1, int.MaxValue),
            Examples =
            [
                new("clientele baskets sales.csv --out baskets", "Rules of the whole shop and of each segment, affinity, next products."),
                new("clientele baskets sales.csv --level category", "The same with categories in place of products."),
                new("clientele baskets sales.csv --support 0.5% --confidence 30% --lift 2", "Rarer sets, surer rules."),
            ],
            Notes = "A rule is proved when chance would give even one such rule, of all that could be formed, less often than --error says. Segments are those of the map unless --method kmeans is given.",
            Groups = [output.Group, .. plan.Groups],
            Run = invocation => ShopRunJob.Do(plan.Read(invocation), output.Read(invocation), invocation.Terminal, repeats: null),
        };
    }
}
