namespace Clientele.Segments.Maps;

/// <summary>A place in one line of a map's text.</summary>
internal ref struct MapCursor
{
    private readonly string _path;
    private readonly int _line;
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    public MapCursor(string path, int line, ReadOnlySpan<char> text)
    {
        _path = path;
        _line = line;
        _text = text;
        SkipBlanks();
    }

    public readonly bool AtEnd => _at >= _text.Length;

    public readonly int Line => _line;

    /// <summary>1-based, in characters.</summary>
    public readonly int Column => _at + 1;

    /// <summary>The character here, or NUL at the end.</summary>
    public readonly char Here => AtEnd ? '\0' : _text[_at];

    public void Next() => _at++;

    public void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    /// <summary>Blanks and commas set items apart.</summary>
    public void SkipSeparators()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == ',')) _at++;
    }

    public (string Text, int Column) UpToColon()
    {
        var column = Column;
        var length = _text[_at..].IndexOf(':');
        if (length < 0)
            throw Error(column, $"'{Problems.Cut(_text[_at..].Trim().ToString())}' has no colon.", "Write a line as name: rule, like: Champions: 555 554");
        var text = _text.Slice(_at, length).Trim().ToString();
        _at += length + 1;
        SkipBlanks();
        return (text, column);
    }

    /// <summary>What is left of the line, trimmed.</summary>
    public (string Text, int Column) Rest()
    {
        var rest = (_text[_at..].Trim().ToString(), Column);
        _at = _text.Length;
        return rest;
    }

    /// <summary>What is left of the line, for showing; stays in place.</summary>
    public readonly string Peek() => _text[_at..].Trim().ToString();

    /// <summary>Whole number of digits, or a half as in 2.5, doubled; -1 when there is none.</summary>
    public int TwiceNumber()
    {
        var start = _at;
        var value = 0;
        for (; char.IsAsciiDigit(Here) && value < 1000; Next()) value = value * 10 + (Here - '0');
        if (_at == start) return -1;
        value *= 2;
        if (Here == '.' && _at + 1 < _text.Length && _text[_at + 1] is '0' or '5')
        {
            value += _text[_at + 1] == '5' ? 1 : 0;
            _at += 2;
        }

        return value;
    }

    public readonly UserException Error(int column, string what, string fix) => Problems.Map(_path, _line, column, what, fix);
}
