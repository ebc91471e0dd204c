namespace Clientele.Sales.Lines;

/// <summary>A piece of one file that holds whole records, as UTF-8 text.</summary>
internal sealed class Block
{
    public byte[] Bytes = new byte[BlockReader.PieceSize + (1 << 16)];

    /// <summary>Bytes of whole records; the last one is a line feed.</summary>
    public int Length;

    /// <summary>Place in the order of all blocks of the pass, from 0.</summary>
    public long Number;

    /// <summary>Index of the file.</summary>
    public int File;

    /// <summary>Line of the first record, as an editor counts; for workbooks the row.</summary>
    public long FirstLine;

    /// <summary>Offset of the first record in the file's text.</summary>
    public long FirstOffset;

    /// <summary>No quotation mark stands in the block. False: it may.</summary>
    public bool IsUnquoted;

    /// <summary>All bytes are ASCII, none is NUL. False: it takes a closer look.</summary>
    public bool IsPlain;

    private int _appended;

    /// <summary>Forgets texts appended for the previous content.</summary>
    public void BeginAppending() => _appended = Length + FieldIndex.Padding;

    /// <summary>Keeps a text beyond the block's own, readable for as long as the block.</summary>
    public int Append(ReadOnlySpan<byte> text)
    {
        if (_appended + text.Length + FieldIndex.Padding > Bytes.Length)
        {
            Array.Resize(ref Bytes, Math.Max(Bytes.Length * 2, _appended + text.Length + FieldIndex.Padding));
        }

        var start = _appended;
        text.CopyTo(Bytes.AsSpan(start));
        _appended += text.Length;
        return start;
    }
}
