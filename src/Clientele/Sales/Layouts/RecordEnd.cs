namespace Clientele.Sales.Layouts;

/// <summary>How a record ended.</summary>
internal enum RecordState
{
    /// <summary>Well formed; also a line of blanks only, which has no fields.</summary>
    Whole,

    /// <summary>Text stood behind a closing quote. The record goes on to the next line end, whatever quotes stand there.</summary>
    Malformed,

    /// <summary>The text ended inside a quoted field.</summary>
    Unclosed,
}

/// <summary>Where a record ended and how.</summary>
/// <param name="next">Start of the next record: behind the line end, or the length of the text.</param>
/// <param name="state">How it ended.</param>
/// <param name="trouble">Malformed: the first byte behind the closing quote. Unclosed: the opening quote. Else -1.</param>
internal readonly struct RecordEnd(int next, RecordState state, int trouble)
{
    public int Next => next;

    public RecordState State => state;

    public int Trouble => trouble;
}
