using Clientele.Cli.Arguments;
using Clientele.Explore;

namespace Clientele.Cli.Commands;

/// <summary>Everything that sales tell about when, who, how much and why.</summary>
internal static class ExploreCommand
{
    public static Choice<Form> Choice { get; } = new("explore", "Explores sales: over time, by customer, cohort, place and price, and why money changed.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: false);
        var group = new OptionGroup("What to explore");
        var only = group.Value("--only", "A,B,…", "Analyses to run; see below [all].");
        var compare = group.Value("--compare", "A,B", "Two periods whose money to compare, in months or days [the last two comparable ones].");
        var plan = new PlanChoices(segments: false);
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE…",
            OperandCount = (1, int.MaxValue),
            Examples =
            [
                new("clientele explore sales.csv --out explored", "Reads and cleans as 'segment' does; a page to read, one CSV per analysis, explore.json with everything."),
                new("clientele explore sales.csv --only cohorts,concentration", "Two analyses only."),
                new("clientele explore sales.csv --compare 2011-03..2011-05,2011-06..2011-08", "Why the summer's money differs from the spring's, to the cent."),
            ],
            Notes = $"Analyses: {string.Join(' ', AllAnalyses.Catalog.Select(c => $"{c.Name}: {c.Summary}"))}",
            Groups = [output.Group, group, .. plan.Groups],
            Run = invocation => ExploreRunJob.Do(
                new ExplorePlan
                {
                    Sales = plan.Read(invocation),
                    Only = invocation[only] is { } names ? Values.List("--only", names) : [],
                    Compare = invocation[compare],
                },
                output.Read(invocation), invocation.Terminal, repeats: null),
        };
    }
}
