namespace Clientele.Sales.Layouts;

/// <summary>How the text of a file falls into records and fields.</summary>
/// <param name="Format">Delimiter and line end.</param>
/// <param name="Start">First byte behind a <c>sep=</c> line.</param>
/// <param name="Line">Line at that byte: 1, or 2 behind a <c>sep=</c> line.</param>
/// <param name="Width">Fields of the usual record, at least 1.</param>
/// <param name="Reason">Why this delimiter, in words.</param>
internal sealed record Dialect(SplitFormat Format, int Start, int Line, int Width, string Reason)
{
    /// <summary>The delimiter in words.</summary>
    public string Name => NameOf(Format.Delimiter, Format.BlankRuns);

    public static string NameOf(byte delimiter, bool blankRuns) => delimiter switch
    {
        _ when blankRuns => "runs of blanks",
        (byte)',' => "comma",
        (byte)';' => "semicolon",
        (byte)'\t' => "tab",
        (byte)'|' => "pipe",
        0x1F => "cell",
        _ => $"'{(char)delimiter}'",
    };

    /// <summary>What to type behind <c>--delimiter</c>.</summary>
    public static string OptionOf(byte delimiter, bool blankRuns) => delimiter switch
    {
        _ when blankRuns => "blanks",
        (byte)'\t' => "tab",
        _ => $"\"{(char)delimiter}\"",
    };
}
