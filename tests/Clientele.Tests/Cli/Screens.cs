using System.Text;
using Clientele.Cli;
using Clientele.Cli.Screen;

namespace Clientele.Tests.Cli;

/// <summary>A terminal in memory.</summary>
internal sealed class Screens
{
    public Screens(int width = 80, bool colour = false, bool unicode = true) =>
        Terminal = new Terminal(new MemoryStream(), new MemoryStream()) { Width = width, Colour = colour, Unicode = unicode };

    public Terminal Terminal { get; }

    public string Output => Text(Terminal.Output);

    public string Error => Text(Terminal.Error);

    /// <summary>Calls the command as a user would; returns the exit code.</summary>
    public static (int Code, string Output, string Error) Type(params string[] words)
    {
        var screens = new Screens();
        var code = Entry.Run(words, screens.Terminal);
        return (code, screens.Output, screens.Error);
    }

    private static string Text(Stream stream) => Encoding.UTF8.GetString(((MemoryStream)stream).ToArray());
}
