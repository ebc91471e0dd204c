using System.Text;

namespace Clientele.Cli.Screen;

/// <summary>Where the command prints: results to one stream, trouble and progress to the other.</summary>
/// <param name="Output">Results; written in whole pieces.</param>
/// <param name="Error">Trouble and progress.</param>
internal sealed record Terminal(Stream Output, Stream Error)
{
    /// <summary>Columns of a line.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Colours are wanted and understood.</summary>
    public bool Colour { get; init; }

    /// <summary>Bars, dashes and dots beyond ASCII are understood.</summary>
    public bool Unicode { get; init; }

    /// <summary>A person watches the error stream, so that a progress bar helps.</summary>
    public bool Watched { get; init; }

    /// <summary>The process's own streams and what its environment says about them.</summary>
    public static Terminal OfProcess()
    {
        var redirected = !StandardStream.IsTerminal(1);
        return new Terminal(StandardStream.Open(1), StandardStream.Open(2))
        {
            Width = Environs.Width(redirected),
            Colour = !redirected && Environs.WantsColour(),
            Unicode = Environs.IsUnicode(),
            Watched = StandardStream.IsTerminal(2) && Environs.Variable("TERM") != "dumb",
        };
    }

    public void Print(string text) => Write(Output, Plain.Of(text, Colour));

    public void Print(ReadOnlySpan<byte> text)
    {
        Output.Write(text);
        Output.Flush();
    }

    /// <summary>Tells of trouble; where nobody can be told, the exit code still says it.</summary>
    public void Complain(string text)
    {
        try
        {
            Write(Error, Plain.Of(text, Colour));
        }
        catch (Exception unheard) when (unheard is IOException or UserException)
        {
            // A full disk or a closed window at the other end changes nothing about the run.
        }
    }

    private static void Write(Stream stream, string text)
    {
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush();
    }
}
