using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Samples;

namespace Clientele.Cli.Commands;

/// <summary>Writes the sales of an invented shop.</summary>
internal static class SampleCommand
{
    private static readonly SampleOptions s_defaults = new();

    public static Choice<Form> Choice { get; } = new("sample", "Writes the sales of an invented shop, to try things out with.", [], _ => Form());

    private static Form Form()
    {
        var group = new OptionGroup("Options");
        var customers = group.Value("--customers", "N", $"Customers with a number of their own [{Figures.Count(SampleShop.DefaultCustomers)}, or what the lines need].");
        var lines = group.Value("--lines", "N", "Lines after which the shop closes [what the customers buy].");
        var seed = group.Value("--seed", "N", $"Another seed makes another shop [{s_defaults.Seed}].");
        var output = group.Value("--out", "FILE", "File to write; .gz compresses it, - is standard output.");
        var truth = group.Value("--truth", "FILE", "Writes who is what, one line per customer.");
        var force = group.Flag("--force", "Replaces files that exist.");
        var quiet = group.Flag("--quiet", "Prints nothing but errors.", "-q");
        return new Form(Choice.Name, Choice.Summary)
        {
            Examples =
            [
                new("clientele sample --customers 5000 --out shop.csv", "Two years of a shop with 5,000 customers."),
                new("clientele sample --lines 5000000 --seed 7 --out big.csv.gz --truth who.csv", "Five million lines, compressed, and who is what."),
            ],
            Groups = [group],
            Run = invocation =>
            {
                var path = invocation[output] ?? throw new UserException("usage.value", "sample needs --out FILE.", "For example: clientele sample --customers 5000 --out shop.csv");
                if (invocation[truth] == path) throw new UserException("usage.contradiction", "--truth and --out name the same file.", "Give two names.");
                var options = new SampleOptions
                {
                    Customers = invocation[customers] is { } count ? Values.Integer("--customers", count, 1, SampleOptions.MostCustomers) : null,
                    Lines = invocation[lines] is { } most ? Values.Long("--lines", most, 1, 2_000_000_000) : null,
                    Seed = invocation[seed] is { } number ? Values.Seed("--seed", number) : s_defaults.Seed,
                };
                using var signals = new Signals();
                if (path == "-")
                {
                    SampleFiles.Write(options, invocation.Terminal.Output, invocation[truth], invocation.Has(force), signals.Token);
                    return ExitCode.Done;
                }

                var summary = SampleFiles.Write(options, path, invocation[truth], invocation.Has(force), signals.Token);
                if (!invocation.Has(quiet)) invocation.Terminal.Print($"Wrote {path}: {Figures.Count(summary.Audit.LinesRead, "line")}.\nSegment it: clientele segment {path} --out results\n");
                return ExitCode.Done;
            },
        };
    }
}
