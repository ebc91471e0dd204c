using Clientele.Cli.Arguments;
using Clientele.Whole;

namespace Clientele.Cli.Commands;

/// <summary>The whole picture of a shop: everything that can be told from its sales, in one folder and on one page.</summary>
internal static class ReportCommand
{
    public static Choice<Form> Choice { get; } = new("report", "The whole picture from sales: segments, exploration, products, baskets and actions, on one page.", [], _ => Form());

    private static Form Form()
    {
        var output = new OutputChoices(choosesValues: true, exports: true);
        var group = new OptionGroup("What to report");
        var only = group.Value("--only", "A,B,…", $"Looks beside segments and exploration [{string.Join(',', WholePlan.Looks)}].");
        var plan = new ActionChoices();
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FILE…",
            OperandCount = (1, int.MaxValue),
            Examples =
            [
                new("clientele report sales.csv --out report", "Reads the file once; report/report.html shows everything, the other files hold every figure."),
                new("clientele report sales.csv --out report --margin 35%", "Actions sized with your own margin."),
                new("clientele report sales.csv --only products,baskets", "Without actions, which take the most time."),
            ],
            Notes = "What 'segment', 'explore', 'products', 'baskets' and 'actions' would say one by one with their usual settings. Their files stand behind their names: explore-cohorts.csv, baskets-rules.csv.",
            Groups = [output.Group, group, .. plan.Groups],
            Run = invocation => WholeRunJob.Do(new WholePlan(plan.Read(invocation)) { Only = invocation[only] is { } looks ? Values.List("--only", looks) : [] }, output.Read(invocation), invocation.Terminal, repeats: null),
        };
    }
}
