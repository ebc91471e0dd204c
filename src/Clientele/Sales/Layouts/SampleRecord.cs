namespace Clientele.Sales.Layouts;

/// <summary>One record of a sample.</summary>
/// <param name="text">The piece of text it stands in.</param>
/// <param name="start">Its first byte.</param>
/// <param name="line">Its first line in the file, or 0 when that is not known.</param>
/// <param name="end">Where and how it ended.</param>
/// <param name="firstCell">Where its cells are kept.</param>
/// <param name="fields">Number of fields, at least 1.</param>
internal readonly struct SampleRecord(byte[] text, int start, int line, RecordEnd end, int firstCell, int fields)
{
    public byte[] Text => text;

    public int Start => start;

    public int Line => line;

    public RecordEnd End => end;

    public int FirstCell => firstCell;

    public int Fields => fields;

    public bool Whole => end.State == RecordState.Whole;

    /// <summary>The bytes of the record, line end included.</summary>
    public ReadOnlySpan<byte> Bytes => text.AsSpan(start, end.Next - start);
}
