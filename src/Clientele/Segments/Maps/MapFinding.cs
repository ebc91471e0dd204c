namespace Clientele.Segments.Maps;

/// <summary>What can be odd about a map.</summary>
public enum MapFault
{
    /// <summary>No row catches these codes; they fall to the else name.</summary>
    Gap,

    /// <summary>Rows of two or more names catch these codes; the first wins.</summary>
    Overlap,

    /// <summary>Earlier rows take every code of this name.</summary>
    NeverReached,
}

/// <summary>One odd thing about a map.</summary>
/// <param name="Fault">Which kind.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Codes">The codes concerned, ascending.</param>
/// <param name="Segment">The name that is never reached, else null.</param>
public sealed record MapFinding(MapFault Fault, string Text, IReadOnlyList<string> Codes, string? Segment = null);
