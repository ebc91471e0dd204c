using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Web;

namespace Clientele.Cli.Commands;

/// <summary>Shows a finished run in the browser.</summary>
internal static class ServeCommand
{
    public static Choice<Form> Choice { get; } = new("serve", "Shows a finished run in your browser, on this machine only.", [], _ => Form());

    private static Form Form()
    {
        var group = new OptionGroup("Options");
        var port = group.Value("--port", "N", "Port on this machine [a free one].");
        var open = group.Flag("--open", "Opens the page in your browser.");
        return new Form(Choice.Name, Choice.Summary)
        {
            Operands = "FOLDER",
            OperandCount = (1, 1),
            Examples = [new("clientele serve results --open", "Ctrl+C ends it.")],
            Groups = [group],
            Run = invocation =>
            {
                var options = new ServeOptions
                {
                    Port = invocation[port] is { } number ? Values.Integer("--port", number, 0, 65_535) : 0,
                    OpenBrowser = invocation.Has(open),
                };
                Serve(invocation.Operands[0], options, invocation.Terminal);
                return ExitCode.Done;
            },
        };
    }

    private static void Serve(string folder, ServeOptions options, Terminal terminal)
    {
        using var signals = new Signals();
        using var writer = new StreamWriter(terminal.Output, leaveOpen: true);
        RunServer.Serve(folder, options, writer, signals.Token).GetAwaiter().GetResult();
    }
}
