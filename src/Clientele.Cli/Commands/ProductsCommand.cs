using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>What is bought, what the best customers lean on, when it is bought again and how much to hold.</summary>
internal static class ProductsCommand
{
    public static Choice<Form> Choice { get; } = new("products", "Ranks the products: what sells, what the best customers lean on, when it is bought again, what to hold.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: false);
        var plan = new ProductChoices();
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE…",
            OperandCount = (1, int.MaxValue),
            Examples =
            [
                new("clientele products sales.csv --out products", "Ranking, classes, life, returns, prices, dependence, rebuying, cover, substitutes."),
                new("clientele products sales.csv --cover 6 --service 98%", "Stock that lasts six weeks, 98 times in 100."),
            ],
            Notes = "Segments are those of the map unless --method kmeans is given. 'clientele baskets' says what is bought together.",
            Groups = [output.Group, .. plan.Groups],
            Run = invocation => ShopRunJob.Do(plan.Read(invocation), output.Read(invocation), invocation.Terminal, repeats: null),
        };
    }
}
