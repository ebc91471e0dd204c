namespace Clientele.Segments.Maps;

/// <summary>One row of a map: which codes it catches. Score s is bit s of a mask.</summary>
/// <param name="Segment">Index into the map's segments.</param>
/// <param name="Text">The rule as it is written.</param>
/// <param name="Line">Line in the map's text, 1-based.</param>
/// <param name="Patterns">It catches a code that any of these catches.</param>
internal sealed record MapRule(int Segment, string Text, int Line, MapPattern[] Patterns)
{
    public bool Catches(MapCode code)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Catches(code.R, code.F, code.M)) return true;
        }

        return false;
    }
}

/// <summary>Allowed scores per measure, and allowed mean of frequency and money.</summary>
/// <param name="LeastSum">Least F + M, twice the mean.</param>
/// <param name="MostSum">Most F + M.</param>
internal sealed record MapPattern(int R, int F, int M, int LeastSum = 0, int MostSum = int.MaxValue)
{
    public const int Any = -1;

    public bool Catches(int r, int f, int m) =>
        ((R >> r) & (F >> f) & (M >> m) & 1) == 1 && f + m >= LeastSum && f + m <= MostSum;
}
