using System.Globalization;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Web;

namespace Clientele.Cli.Commands;

/// <summary>The dashboard.</summary>
internal static class ServeCommand
{
    public static Choice<Form> Choice { get; } = new("serve", "Shows runs, and makes them, in your browser, on this machine only.", [], _ => Form());

    private static Form Form()
    {
        var group = new OptionGroup("Options");
        var runs = group.Value("--runs", "FOLDER", $"Keeps what you upload and the runs you make [{ServeOptions.UsualRuns}, or the folder of runs that you name].");
        var port = group.Value("--port", "N", "Port on this machine [a free one].");
        var limit = group.Value("--upload-limit", "MIB", $"Most mebibytes of one uploaded file [{(new ServeOptions().MostUpload >> 20).ToString(CultureInfo.InvariantCulture)}].");
        var open = group.Flag("--open", "Opens the page in your browser.");
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "[RUN|FILE|FOLDER]",
            OperandCount = (0, 1),
            Examples =
            [
                new("clientele serve --open", "Drop a file into the page, correct what was understood, run, compare. Ctrl+C ends it."),
                new("clientele serve results", "Shows a finished run."),
                new("clientele serve sales.csv", "Shows what is understood of a file, and makes runs of it."),
            ],
            Groups = [group],
            Run = invocation =>
            {
                var options = new ServeOptions
                {
                    Port = invocation[port] is { } number ? Values.Integer("--port", number, 0, 65_535) : 0,
                    OpenBrowser = invocation.Has(open),
                    Runs = invocation[runs] ?? ServeOptions.UsualRuns,
                    MostUpload = invocation[limit] is { } most ? Values.Long("--upload-limit", most, 1, 1 << 20) << 20 : new ServeOptions().MostUpload,
                    Version = Product.Version,
                };
                Serve(invocation.Operands.Count > 0 ? invocation.Operands[0] : null, options, invocation.Terminal);
                return ExitCode.Done;
            },
        };
    }

    private static void Serve(string? target, ServeOptions options, Terminal terminal)
    {
        using var signals = new Signals();
        using var writer = new StreamWriter(terminal.Output, leaveOpen: true);
        RunServer.Serve(target, options, writer, signals.Token).GetAwaiter().GetResult();
    }
}
