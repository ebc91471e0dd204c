namespace Clientele.Sales.Spreadsheets;

/// <summary>The texts that cells share, as fields ready to be written. Read only as far as cells ask for.</summary>
/// <remarks>The one thing kept in memory: its bytes in blocks of 4 MiB and 8 bytes per text.</remarks>
internal sealed class SharedStrings : IDisposable
{
    private const int BlockBits = 22;
    private const int BlockBytes = 1 << BlockBits;

    private readonly XmlScanner? _xml;
    private readonly List<byte[]> _blocks = [];
    private readonly ByteText _text = new();
    private ulong[] _places = new ulong[1024];
    private int _count;
    private int _used = BlockBytes;

    public SharedStrings(XmlScanner? xml)
    {
        _xml = xml;
        if (xml is null) return;
        XmlKind kind;
        while ((kind = xml.Read()) != XmlKind.Open)
        {
            if (kind == XmlKind.End) throw xml.Damaged("the part is empty");
        }

        if (!xml.Name.SequenceEqual("sst"u8)) throw xml.Damaged("this is not a part with shared strings");
    }

    /// <summary>The field with that index; false when there are fewer texts.</summary>
    public bool TryGet(int index, out ReadOnlySpan<byte> field)
    {
        while (_count <= index)
        {
            if (ReadNext()) continue;
            field = default;
            return false;
        }

        var place = _places[index];
        var length = (int)(place & (BlockBytes - 1));
        field = length == 0 ? default : _blocks[(int)(place >> (2 * BlockBits))].AsSpan((int)(place >> BlockBits) & (BlockBytes - 1), length);
        return true;
    }

    /// <summary>Reads what no cell asked for, so that damage behind it is found.</summary>
    public void Finish()
    {
        if (_xml is null) return;
        while (_xml.Read() != XmlKind.End)
        {
        }
    }

    public void Dispose() => _xml?.Dispose();

    private bool ReadNext()
    {
        if (_xml is null) return false;
        XmlKind kind;
        while ((kind = _xml.Read()) != XmlKind.End)
        {
            if (kind != XmlKind.Open) continue;
            if (!_xml.Name.SequenceEqual("si"u8))
            {
                _xml.Skip();
                continue;
            }

            _text.Clear();
            RichText.Read(_xml, _text);
            Keep();
            return true;
        }

        return false;
    }

    private void Keep()
    {
        if (_count == _places.Length) Array.Resize(ref _places, 2 * _count);
        TextRows.Quote(_text);
        var length = _text.Length;
        if (length >= BlockBytes / 2) throw _xml!.TooLarge("a shared text is longer than 2 MiB");
        if (_used + length > BlockBytes)
        {
            _blocks.Add(new byte[BlockBytes]);
            _used = 0;
        }

        if (length > 0) _text.Written.CopyTo(_blocks[^1].AsSpan(_used));
        _places[_count++] = ((ulong)Math.Max(0, _blocks.Count - 1) << (2 * BlockBits)) | ((ulong)_used << BlockBits) | (uint)length;
        _used += length;
    }
}
