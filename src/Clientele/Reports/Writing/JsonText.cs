namespace Clientele.Reports.Writing;

/// <summary>JSON, written straight into UTF-8 text. The caller keeps objects and lists in order.</summary>
/// <param name="text">Receives it.</param>
/// <param name="indented">A member per line for people; false leaves out every blank for documents that only programs read.</param>
internal sealed class JsonText(Utf8Text text, bool indented = true)
{
    private static ReadOnlySpan<byte> Alphabet => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;

    private int _depth;
    private bool _first = true;

    public JsonText Object(string? name = null) => Open(name, (byte)'{');

    public JsonText EndObject() => Close((byte)'}');

    public JsonText List(string? name = null) => Open(name, (byte)'[');

    public JsonText EndList() => Close((byte)']');

    public JsonText Text(string? name, string? value)
    {
        Start(name);
        if (value is null) text.Bytes("null"u8);
        else Quoted(value);
        return this;
    }

    public JsonText Integer(string? name, long value)
    {
        Start(name);
        text.Integer(value);
        return this;
    }

    public JsonText Unsigned(string? name, ulong value)
    {
        Start(name);
        text.Unsigned(value);
        return this;
    }

    /// <summary>All digits of the amount, as a JSON number.</summary>
    public JsonText Money(string? name, Money value)
    {
        Start(name);
        text.Money(value);
        return this;
    }

    /// <summary>The shortest digits that read back the same; null when not finite.</summary>
    public JsonText Number(string? name, double? value)
    {
        Start(name);
        if (value is not { } number || !double.IsFinite(number)) text.Bytes("null"u8);
        else text.Exact(number);
        return this;
    }

    /// <summary>A number as its digits stand; the caller sees to it that they are a number of JSON.</summary>
    public JsonText Digits(string? name, string digits)
    {
        Start(name);
        text.Text(digits);
        return this;
    }

    public JsonText Flag(string? name, bool value)
    {
        Start(name);
        text.Bytes(value ? "true"u8 : "false"u8);
        return this;
    }

    public JsonText Date(string? name, DateTime? value)
    {
        Start(name);
        if (value is not { } date)
        {
            text.Bytes("null"u8);
            return this;
        }

        text.Byte((byte)'"');
        text.Date(date.Ticks, dayOnly: false);
        text.Byte((byte)'"');
        return this;
    }

    /// <summary>The amount as a text of all its digits, for readers whose numbers are doubles.</summary>
    public JsonText ExactMoney(string? name, Money value)
    {
        Start(name);
        text.Byte((byte)'"');
        text.Money(value);
        text.Byte((byte)'"');
        return this;
    }

    /// <summary>Bytes in base64. A plain loop: the library's encoder would be compiled at every start.</summary>
    public JsonText Base64(string? name, ReadOnlySpan<byte> bytes)
    {
        Start(name);
        text.Byte((byte)'"');
        var room = text.Room((bytes.Length + 2) / 3 * 4);
        var written = 0;
        for (var i = 0; i < bytes.Length; i += 3)
        {
            var (two, three) = (i + 1 < bytes.Length, i + 2 < bytes.Length);
            var bits = (bytes[i] << 16) | (two ? bytes[i + 1] << 8 : 0) | (three ? bytes[i + 2] : 0);
            room[written] = Alphabet[bits >> 18];
            room[written + 1] = Alphabet[(bits >> 12) & 63];
            room[written + 2] = two ? Alphabet[(bits >> 6) & 63] : (byte)'=';
            room[written + 3] = three ? Alphabet[bits & 63] : (byte)'=';
            written += 4;
        }

        text.Advance(written);
        text.Byte((byte)'"');
        return this;
    }

    public JsonText Texts(string? name, IReadOnlyList<string> values)
    {
        List(name);
        for (var i = 0; i < values.Count; i++) Text(null, values[i]);
        return EndList();
    }

    private JsonText Open(string? name, byte bracket)
    {
        Start(name);
        text.Byte(bracket);
        _depth++;
        _first = true;
        return this;
    }

    private JsonText Close(byte bracket)
    {
        _depth--;
        if (!_first) Line();
        text.Byte(bracket);
        _first = false;
        if (_depth == 0) text.Byte((byte)'\n');
        return this;
    }

    private void Start(string? name)
    {
        if (!_first) text.Byte((byte)',');
        if (_depth > 0) Line();
        _first = false;
        if (name is null) return;
        Quoted(name);
        text.Bytes(indented ? ": "u8 : ":"u8);
    }

    private void Line()
    {
        if (!indented) return;
        text.Byte((byte)'\n');
        for (var i = 0; i < _depth; i++) text.Bytes("  "u8);
    }

    private void Quoted(string value)
    {
        text.Byte((byte)'"');
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is >= ' ' and not ('"' or '\\' or '<' or '>' or '&' or '\u2028' or '\u2029')) continue;
            text.Text(value.AsSpan(start, i - start));
            Escape(value[i]);
            start = i + 1;
        }

        text.Text(value.AsSpan(start));
        text.Byte((byte)'"');
    }

    private void Escape(char c)
    {
        text.Byte((byte)'\\');
        switch (c)
        {
            case '"' or '\\': text.Byte((byte)c); break;
            case '\n': text.Byte((byte)'n'); break;
            case '\t': text.Byte((byte)'t'); break;
            case '\r': text.Byte((byte)'r'); break;
            default:
                text.Byte((byte)'u');
                for (var shift = 12; shift >= 0; shift -= 4) text.Byte("0123456789abcdef"u8[(c >> shift) & 15]);
                break;
        }
    }
}
