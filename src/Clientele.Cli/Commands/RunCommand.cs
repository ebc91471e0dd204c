using Clientele.Actions.Files;
using Clientele.Cli.Arguments;
using Clientele.Clusters.Files;
using Clientele.Explore.Files;
using Clientele.Products.Files;
using Clientele.People.Segments.Files;
using Clientele.Reports;

namespace Clientele.Cli.Commands;

/// <summary>Repeats a run from its run.json.</summary>
internal static class RunCommand
{
    public static Choice<Form> Choice { get; } = new("run", "Repeats an earlier run from its run.json: the same bytes, or an error that says why not.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: false);
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "RUN.json",
            OperandCount = (1, 1),
            Examples =
            [
                new("clientele run results/run.json --out again", "Every file in 'again' equals the one in 'results'; only the timings in run.json may differ."),
                new("clientele run results --quiet", "Checks that the inputs are still the same and the run still works."),
            ],
            Notes = "Input paths are taken as they stand in run.json, so call it from the same folder.",
            Groups = [output.Group],
            Run = invocation =>
            {
                var options = output.Read(invocation);
                if (ClusterRunFile.Read(invocation.Operands[0], Product.Version) is { } clusters) return ClusterRunJob.Do(clusters.Plan, options, invocation.Terminal, clusters);
                if (ExploreRunFile.Read(invocation.Operands[0], Product.Version) is { } explored) return ExploreRunJob.Do(explored.Plan, options, invocation.Terminal, explored);
                if (ShopRunFile.Read(invocation.Operands[0], Product.Version) is { } shop)
                {
                    return shop.Products is { } products
                        ? ShopRunJob.Do(products, options, invocation.Terminal, shop)
                        : ShopRunJob.Do(shop.Baskets!, options, invocation.Terminal, shop);
                }

                if (Whole.WholeRun.Read(invocation.Operands[0], Product.Version) is { } whole) return WholeRunJob.Do(whole.Plan, options, invocation.Terminal, whole);
                if (ActionsRunFile.Read(invocation.Operands[0], Product.Version) is { } actions) return ActionsJob.Do(actions.Plan, options, invocation.Terminal, actions);
                if (PeopleRunFile.Read(invocation.Operands[0], Product.Version) is { } people) return PeopleRunJob.Do(people.Plan, options, null, invocation.Terminal, people);
                var earlier = RunFile.Read(invocation.Operands[0], Product.Version);
                return RunJob.Do(earlier.Plan, options with { ShowValues = earlier.ShowValues, Stability = earlier.Stability }, invocation.Terminal, earlier);
            },
        };
    }
}
