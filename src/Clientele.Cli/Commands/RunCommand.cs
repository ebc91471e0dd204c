using Clientele.Actions.Files;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Clusters.Files;
using Clientele.Explore.Files;
using Clientele.Handover;
using Clientele.People.Describing;
using Clientele.People.Segments.Files;
using Clientele.Products.Files;
using Clientele.Reports;
using Clientele.Whole;

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
            Run = invocation => Repeat(SavedRun.Open(invocation.Operands[0], Product.Version), output.Read(invocation), invocation.Terminal),
        };
    }

    private static ExitCode Repeat(SavedRun saved, OutputOptions output, Terminal terminal)
    {
        if (output.Folder is not null) output = output with { Exports = Handovers.Names(saved.Exports) };
        switch (saved.Command)
        {
            case null:
                var sales = RunFile.Of(saved);
                return RunJob.Do(sales.Plan, output with { ShowValues = sales.ShowValues, Stability = sales.Stability }, terminal, sales);
            case PeopleRunFile.Command:
                var people = PeopleRunFile.Of(saved);
                return PeopleRunJob.Do(people.Plan, output with { ShowValues = people.ShowValues }, null, terminal, people);
            case DescribeRunFile.Command:
                var described = DescribeRunFile.Of(saved);
                return DescribeJob.Do(described, output with { ShowValues = described.ShowValues }, terminal);
            case ExploreRunFile.Command:
                var explored = ExploreRunFile.Of(saved);
                return ExploreRunJob.Do(explored.Plan, output, terminal, explored);
            case ShopRunFile.Products:
                var products = ShopRunFile.OfProducts(saved);
                return ShopRunJob.Do(products.Plan, output, terminal, products);
            case ShopRunFile.Baskets:
                var baskets = ShopRunFile.OfBaskets(saved);
                return ShopRunJob.Do(baskets.Plan, output, terminal, baskets);
            case ActionsRunFile.Command:
                var actions = ActionsRunFile.Of(saved);
                return ActionsJob.Do(actions.Plan, output with { ShowValues = actions.ShowValues }, terminal, actions);
            case WholeRun.Command:
                var whole = WholeRun.Of(saved);
                return WholeRunJob.Do(whole.Plan, output with { ShowValues = whole.ShowValues }, terminal, whole);
            case ClusterRunFile.Command:
                var clusters = ClusterRunFile.Of(saved);
                return ClusterRunJob.Do(clusters.Plan, output, terminal, clusters);
            default:
                throw saved.CannotRepeat();
        }
    }
}
