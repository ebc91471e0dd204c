using System.Runtime.CompilerServices;

namespace Clientele.Sales.Spreadsheets;

/// <summary>A forward reader of UTF-8 XML over a sliding window: no strings, no document, no entities of its own.</summary>
/// <remarks>
/// Names come without their prefix. Comments and processing instructions are passed over; a DTD is an error; tags must nest.
/// Spans are valid until the next read.
/// </remarks>
internal sealed class XmlScanner : IDisposable
{
    private readonly Stream _source;
    private readonly string _path;
    private readonly string _part;
    private readonly WorkbookLimits _limits;
    private readonly ulong[] _open;
    private byte[] _buffer = new byte[256 << 10];
    private int[] _attributes = new int[4 * 16];
    private int _attributeCount;
    private int _pos;
    private int _end;
    private int _start;
    private int _tag;
    private int _length;
    private bool _finished;
    private bool _closing;
    private bool _rooted;

    public XmlScanner(Stream source, string path, string part, WorkbookLimits limits)
    {
        _source = source;
        _path = path;
        _part = part;
        _limits = limits;
        _open = new ulong[limits.Depth];
        Begin();
    }

    /// <summary>Says where errors are; the part's name unless the reader of a sheet knows the cell.</summary>
    public Func<string>? Where { get; set; }

    /// <summary>Open elements, counting the one just opened, no longer counting the one just closed.</summary>
    public int Depth { get; private set; }

    /// <summary>Text came as CDATA: entities are plain characters in it.</summary>
    public bool IsCData { get; private set; }

    /// <summary>Name without prefix of the tag just opened.</summary>
    public ReadOnlySpan<byte> Name
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _buffer.AsSpan(_start, _length);
    }

    /// <summary>The text just read, as it stands: entities are not resolved.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(_start, _length);

    /// <summary>The next tag or text.</summary>
    public XmlKind Read()
    {
        if (_closing)
        {
            _closing = false;
            Depth--;
            return XmlKind.Close;
        }

        while (true)
        {
            if (_end - _pos < 2 && !More() && _pos == _end) return AtEnd();
            if (_buffer[_pos] != (byte)'<') return ReadText();
            if (_end - _pos < 2) throw CutOff();
            switch (_buffer[_pos + 1])
            {
                case (byte)'/': return ReadClose();
                case (byte)'?':
                    PassOver("?>"u8);
                    break;
                case (byte)'!':
                    if (ReadMarkup()) return XmlKind.Text;
                    break;
                default:
                    while (!ReadOpen())
                    {
                        if (!More()) throw CutOff();
                    }

                    return XmlKind.Open;
            }
        }
    }

    /// <summary>The raw value of an attribute of the tag just opened, by its full name.</summary>
    public bool TryAttribute(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            var a = _attributes.AsSpan(4 * i, 4);
            if (a[1] == name.Length && _buffer.AsSpan(a[0], a[1]).SequenceEqual(name))
            {
                value = _buffer.AsSpan(a[2], a[3]);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The same by the name behind a prefix: <c>r:id</c> is found as <c>id</c>.</summary>
    public bool TryPrefixed(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            var full = _buffer.AsSpan(_attributes[4 * i], _attributes[4 * i + 1]);
            if (full.Length > name.Length && full.EndsWith(name) && full[^(name.Length + 1)] == (byte)':')
            {
                value = _buffer.AsSpan(_attributes[4 * i + 2], _attributes[4 * i + 3]);
                return true;
            }
        }

        value = default;
        return false;
    }

    internal int AttributeCount => _attributeCount;

    /// <summary>Attribute by position, in the order written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Attribute(int index, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var a = _attributes.AsSpan(4 * index, 4);
        name = _buffer.AsSpan(a[0], a[1]);
        value = _buffer.AsSpan(a[2], a[3]);
    }

    /// <summary>
    /// Takes text and end tag of the element just opened in one step. False, with nothing taken, unless it holds plain text alone and lies in the window;
    /// <see cref="Read"/> then goes the long way.
    /// </summary>
    public bool TryLeaf(out ReadOnlySpan<byte> text)
    {
        var rest = _buffer.AsSpan(_pos, _end - _pos);
        var name = _buffer.AsSpan(_tag, _start + _length - _tag);
        var at = rest.IndexOf((byte)'<');
        if (_closing || at < 0 || rest.Length < at + name.Length + 3 || rest[at + 1] != (byte)'/' || rest[at + 2 + name.Length] != (byte)'>'
            || !rest.Slice(at + 2, name.Length).SequenceEqual(name))
        {
            text = default;
            return false;
        }

        text = rest[..at];
        _pos += at + name.Length + 3;
        Depth--;
        return true;
    }

    /// <summary>Passes over the rest of the element just opened.</summary>
    public void Skip()
    {
        var depth = Depth;
        while (Depth >= depth) Read();
    }

    public UserException Damaged(string what) => Problems.Damaged(_path, Where?.Invoke() ?? _part, what);

    public UserException TooLarge(string what) => Problems.TooLarge(_path, Where?.Invoke() ?? _part, what);

    public void Dispose() => _source.Dispose();

    private void Begin()
    {
        More();
        _pos = XmlEncoding.Start(_buffer.AsSpan(0, _end), out var complaint);
        if (complaint is not null) throw Damaged(complaint);
    }

    private XmlKind ReadText()
    {
        var from = 0;
        int at;
        while ((at = _buffer.AsSpan(_pos + from, _end - _pos - from).IndexOf((byte)'<')) < 0)
        {
            from = _end - _pos;
            if (More()) continue;
            if (Depth > 0) throw CutOff();
            at = 0;
            break;
        }

        _start = _pos;
        _length = from + at;
        _pos += _length;
        IsCData = false;
        if (Depth == 0 && Text.ContainsAnyExcept(" \t\r\n"u8)) throw Damaged("there is text outside the root element");
        return XmlKind.Text;
    }

    private XmlKind ReadClose()
    {
        while (true)
        {
            var b = _buffer;
            var hash = 0UL;
            var i = _pos + 2;
            for (; i < _end && b[i] > ' ' && b[i] != (byte)'>'; i++) hash = Hash(hash, b[i]);
            while (i < _end && b[i] <= ' ') i++;
            if (i < _end)
            {
                if (b[i] != (byte)'>' || Depth == 0 || _open[Depth - 1] != hash) throw Damaged("an end tag has no start tag");
                _pos = i + 1;
                Depth--;
                return XmlKind.Close;
            }

            if (!More()) throw CutOff();
        }
    }

    /// <summary>Comment, CDATA or DTD. True when text was read.</summary>
    private bool ReadMarkup()
    {
        while (_end - _pos < 9)
        {
            if (!More()) throw CutOff();
        }

        var head = _buffer.AsSpan(_pos, 9);
        if (head.StartsWith("<!--"u8))
        {
            _pos += 4;
            PassOver("-->"u8);
            return false;
        }

        if (!head.SequenceEqual("<![CDATA["u8)) throw Damaged("the part holds a document type declaration, which workbooks never need");
        if (Depth == 0) throw Damaged("there is text outside the root element");
        _pos += 9;
        int at;
        while ((at = _buffer.AsSpan(_pos, _end - _pos).IndexOf("]]>"u8)) < 0)
        {
            if (!More()) throw CutOff();
        }

        _start = _pos;
        _length = at;
        _pos += at + 3;
        IsCData = true;
        return true;
    }

    private void PassOver(ReadOnlySpan<byte> mark)
    {
        int at;
        while ((at = _buffer.AsSpan(_pos, _end - _pos).IndexOf(mark)) < 0)
        {
            _pos = Math.Max(_pos, _end - mark.Length + 1);
            if (!More()) throw CutOff();
        }

        _pos += at + mark.Length;
    }

    /// <summary>One start tag with its attributes in one walk; false when the window ends inside it.</summary>
    private bool ReadOpen()
    {
        var b = _buffer;
        var end = _end;
        var i = _pos + 1;
        var hash = 0UL;
        var name = i;
        for (; i < end; i++)
        {
            var c = b[i];
            if (c <= ' ' || c == (byte)'>' || c == (byte)'/') break;
            hash = Hash(hash, c);
            if (c == (byte)':') name = i + 1;
            else if (c == (byte)'<') throw Damaged("a tag is not closed");
        }

        var nameEnd = i;
        var count = 0;
        while (true)
        {
            while (i < end && b[i] <= ' ') i++;
            if (i >= end) return false;
            if (b[i] == (byte)'>') break;
            if (b[i] == (byte)'/')
            {
                if (i + 1 >= end) return false;
                if (b[i + 1] != (byte)'>') throw Damaged("a tag is malformed");
                break;
            }

            var from = i;
            while (i < end && b[i] > ' ' && b[i] != (byte)'=') i++;
            var to = i;
            while (i < end && b[i] <= ' ') i++;
            if (i >= end) return false;
            if (b[i++] != (byte)'=') throw Damaged("an attribute has no value");
            while (i < end && b[i] <= ' ') i++;
            if (i >= end) return false;
            var quote = b[i++];
            if (quote is not ((byte)'"' or (byte)'\'')) throw Damaged("an attribute is not quoted");
            var value = i;
            while (i < end && b[i] != quote && i - value < 24) i++;
            if (i < end && b[i] != quote)
            {
                var more = b.AsSpan(i, end - i).IndexOf(quote);
                i = more < 0 ? end : i + more;
            }

            if (i >= end) return false;
            if (4 * count == _attributes.Length)
            {
                if (count >= 256) throw Damaged("a tag has more than 256 attributes");
                Array.Resize(ref _attributes, 2 * _attributes.Length);
            }

            var a = _attributes.AsSpan(4 * count++, 4);
            a[0] = from;
            a[1] = to - from;
            a[2] = value;
            a[3] = i++ - value;
        }

        if (nameEnd == name) throw Damaged("a tag has no name");
        if (Depth == 0)
        {
            if (_rooted) throw Damaged("there is a second root element");
            _rooted = true;
        }

        if (Depth == _open.Length) throw TooLarge($"elements are nested more than {_limits.Depth} deep");
        _open[Depth++] = hash;
        _closing = b[i] == (byte)'/';
        _tag = _pos + 1;
        _pos = i + (_closing ? 2 : 1);
        _start = name;
        _length = nameEnd - name;
        _attributeCount = count;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong hash, byte c) => (hash ^ c) * 0x9E3779B97F4A7C15UL + 1;

    private XmlKind AtEnd()
    {
        if (Depth > 0 || !_rooted) throw CutOff();
        return XmlKind.End;
    }

    private UserException CutOff() => Damaged("the part ends in the middle");

    /// <summary>Slides the window so that it starts at the current token and fills it up. False at the end of the part.</summary>
    private bool More()
    {
        if (_finished) return false;
        var kept = _end - _pos;
        if (kept == _buffer.Length)
        {
            if (kept >= _limits.TokenBytes) throw TooLarge($"one tag or text is longer than {_limits.TokenBytes:N0} bytes");
            var larger = new byte[2 * kept];
            _buffer.AsSpan(_pos, kept).CopyTo(larger);
            _buffer = larger;
        }
        else if (_pos > 0)
        {
            _buffer.AsSpan(_pos, kept).CopyTo(_buffer);
        }

        _pos = 0;
        _end = kept;
        while (_end < _buffer.Length)
        {
            var read = _source.Read(_buffer.AsSpan(_end));
            if (read == 0)
            {
                _finished = true;
                break;
            }

            _end += read;
        }

        return _end > kept;
    }
}
