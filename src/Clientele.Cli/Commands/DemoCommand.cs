using Clientele.Actions;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Samples;
using Clientele.Whole;

namespace Clientele.Cli.Commands;

/// <summary>The shortest way from nothing to a result.</summary>
internal static class DemoCommand
{
    private const string Usual = "clientele-demo";

    public static Choice<Form> Choice { get; } = new("demo", "Makes a sample shop, looks at it from every side, and says where the report lies.", [], _ => Form());

    private static Form Form()
    {
        var group = new OptionGroup("Options");
        var output = group.Value("--out", "FOLDER", $"Folder for the sales and the results [{Usual}].");
        var customers = group.Value("--customers", "N", $"Customers of the shop [{Figures.Count(SampleShop.DefaultCustomers)}].");
        return new Form(Choice.Name, Choice.Summary)
        {
            Examples = [new("clientele demo", $"Makes {Usual}/sales.csv and {Usual}/results. Calling it again replaces them.")],
            Groups = [group],
            Run = invocation =>
            {
                var folder = invocation[output] ?? Usual;
                var options = new SampleOptions { Customers = Values.Integer("--customers", invocation[customers] ?? SampleShop.DefaultCustomers.ToString(System.Globalization.CultureInfo.InvariantCulture), 20, SampleOptions.MostCustomers) };
                return Demonstrate(folder, options, invocation.Terminal);
            },
        };
    }

    private static ExitCode Demonstrate(string folder, SampleOptions options, Terminal terminal)
    {
        var sales = Path.Combine(folder, "sales.csv");
        var results = Path.Combine(folder, "results");
        Directory.CreateDirectory(folder);
        terminal.Print($"A shop of {Figures.Count(options.Customers ?? SampleShop.DefaultCustomers)} customers opens and sells for two years ...\n");
        using (var signals = new Signals())
        {
            var summary = SampleFiles.Write(options, sales, Path.Combine(folder, "who-is-what.csv"), replace: true, signals.Token);
            terminal.Print($"Its sales: {sales}, {Figures.Count(summary.Audit.LinesRead, "line")}, as untidy as a real export.\n\nclientele report {sales} --out {results}\n\n");
        }

        var code = WholeRunJob.Do(new WholePlan(new ActionsPlan { Sales = new Plan { Inputs = [sales] } }), new OutputOptions { Folder = results, Replace = true }, terminal, repeats: null);
        terminal.Print("\nNow with your own sales: clientele report FILE --out FOLDER\n");
        if (code == ExitCode.Done) terminal.Print($"Open this in your browser: {Path.Combine(Path.GetFullPath(results), Reports.Exports.Report)}\n");
        return code;
    }
}
