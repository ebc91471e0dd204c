namespace Clientele.Sales.Layouts;

/// <summary>The marks that cut text into fields. Lines end in LF: old Mac text has it in place of its CRs by the time it gets here.</summary>
/// <param name="delimiter">Delimiter byte; not looked at when <paramref name="blankRuns"/>.</param>
/// <param name="blankRuns">Fields are set apart by one or more U+0020 or tabs; those at either end of a line mean nothing.</param>
internal readonly struct SplitFormat(byte delimiter, bool blankRuns = false)
{
    public byte Delimiter => blankRuns ? (byte)' ' : delimiter;

    public bool BlankRuns => blankRuns;

    public static SplitFormat Of(TextFormat text) => new(text.Delimiter, text.BlankRuns);

    public bool Delimits(byte value) => value == Delimiter || (blankRuns && value == '\t');
}
