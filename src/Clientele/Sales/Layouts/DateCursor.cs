namespace Clientele.Sales.Layouts;

/// <summary>A place in a written date.</summary>
internal ref struct DateCursor(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    public readonly bool AtEnd => _at == _text.Length;

    public readonly ReadOnlySpan<byte> Rest => _text[_at..];

    public void Skip(int bytes) => _at += bytes;

    /// <summary>Digits as a number; of 14 digits the first eight.</summary>
    public bool Number(out int value, out int digits)
    {
        value = 0;
        digits = 0;
        while (_at < _text.Length && NumberText.Digit(_text[_at]))
        {
            if (digits < 8) value = value * 10 + _text[_at] - '0';
            digits++;
            _at++;
        }

        return digits > 0;
    }

    /// <summary>Goes back inside a run of digits so that the last <paramref name="digits"/> are read again, as a time.</summary>
    public bool Rewind(int digits)
    {
        _at -= digits;
        return true;
    }

    /// <summary>One of <c>/ . -</c>, blanks allowed behind, or blanks alone (told as a blank); also a comma, told as a blank.</summary>
    public bool Separator(out byte mark)
    {
        mark = (byte)' ';
        var start = _at;
        SkipBlanks();
        if (_at < _text.Length && _text[_at] is (byte)'/' or (byte)'.' or (byte)'-' or (byte)',')
        {
            mark = _text[_at] == ',' ? (byte)' ' : _text[_at];
            _at++;
            SkipBlanks();
        }

        return _at > start;
    }

    /// <summary>A month name and the dot behind its short form.</summary>
    public bool Month(out int month)
    {
        var end = _at;
        while (end < _text.Length && (_text[end] >= 0x80 || (uint)((_text[end] | 0x20) - 'a') < 26) && Words.BlankAtStart(_text[end..]) == 0) end++;
        month = Months.Find(_text[_at..end]);
        if (month == 0) return false;
        _at = end;
        if (_at < _text.Length && _text[_at] == '.') _at++;
        return true;
    }

    /// <summary>Skips the Spanish and Portuguese <c>de</c> between the parts, where blanks are the separator.</summary>
    public void Of(byte mark)
    {
        if (mark == ' ' && Rest.StartsWith("de "u8)) _at += 3;
    }

    /// <summary>Goes over what stands between day and time: blanks, <c>T</c>, a comma; nothing inside 14 digits.</summary>
    public bool SkipToTime()
    {
        if (NumberText.Digit(_text[_at])) return true;
        if (_text[_at] is (byte)'T' or (byte)'t')
        {
            _at++;
            return true;
        }

        var start = _at;
        if (_text[_at] == ',') _at++;
        SkipBlanks();
        return _at > start;
    }

    public void SkipBlanks()
    {
        while (_at < _text.Length && Words.BlankAtStart(_text[_at..]) is var length and > 0) _at += length;
    }
}
