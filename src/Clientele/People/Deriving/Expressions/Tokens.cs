using System.Globalization;
using System.Text;

namespace Clientele.People.Deriving.Expressions;

internal enum TokenKind
{
    End,
    Name,
    Number,
    Text,
    Sign,
}

/// <summary>One word of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word; names without brackets, texts without quotes.</param>
/// <param name="At">Place in the formula, from 0.</param>
/// <param name="Bracketed">A name that stood in brackets is never a function.</param>
internal sealed record Token(TokenKind Kind, string Text, int At, bool Bracketed = false);

/// <summary>The words of a formula, one after the other.</summary>
internal sealed class Tokens
{
    private const int Longest = 2000;
    private readonly string _text;
    private int _at;

    public Tokens(string text)
    {
        _text = text;
        if (text.Length > Longest) throw Problem(Longest, $"is longer than {Longest} characters");
        Next = Read();
    }

    /// <summary>The word that comes next; nothing is taken.</summary>
    public Token Next { get; private set; }

    public Token Take()
    {
        var token = Next;
        Next = Read();
        return token;
    }

    public Token Take(TokenKind kind, string what) => Next.Kind == kind ? Take() : throw Problem(Next.At, $"needs {what}");

    public void TakeSign(string sign, string what)
    {
        if (!Is(sign)) throw Problem(Next.At, $"needs {what}");
        Take();
    }

    public bool Is(string sign) => Next.Kind == TokenKind.Sign && Next.Text == sign;

    /// <summary>An error that shows the place.</summary>
    public UserException Problem(int at, string what) => new(
        "people.formula",
        $"--derive \"{Tables.TableProblems.Cut(_text)}\": at character {(at + 1).ToString(CultureInfo.InvariantCulture)}{(at < _text.Length ? $" ('{Tables.TableProblems.Cut(_text[at..Math.Min(_text.Length, at + 12)])}')" : " (the end)")} the formula {what}.",
        "Write name = formula with + - * / ( ) < <= > >= == != min max abs log sqrt if years days, and column names in [] when they hold blanks.");

    private Token Read()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        if (_at == _text.Length) return new(TokenKind.End, "", _at);
        var (start, c) = (_at, _text[_at]);
        if (c == '[') return new(TokenKind.Name, Quoted(']'), start, Bracketed: true);
        if (c is '"' or '\'') return new(TokenKind.Text, Quoted(c), start);
        if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))) return Number(start);
        if (char.IsLetter(c) || c == '_')
        {
            while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_')) _at++;
            return new(TokenKind.Name, _text[start.._at], start);
        }

        var two = _at + 1 < _text.Length ? _text.Substring(_at, 2) : "";
        var sign = two is "<=" or ">=" or "==" or "!=" or "<>" ? two : c.ToString();
        if (sign.Length == 1 && !"+-*/()<>=,\u2212\u00d7".Contains(c, StringComparison.Ordinal)) throw Problem(_at, "has a sign that means nothing here");
        _at += sign.Length;
        return new(TokenKind.Sign, sign switch { "\u2212" => "-", "\u00d7" => "*", "<>" => "!=", _ => sign }, start);
    }

    private Token Number(int start)
    {
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.')) _at++;
        if (_at < _text.Length && _text[_at] is 'e' or 'E' && _at + 1 < _text.Length && (char.IsAsciiDigit(_text[_at + 1]) || (_text[_at + 1] is '-' or '+' && _at + 2 < _text.Length && char.IsAsciiDigit(_text[_at + 2]))))
        {
            _at += 2;
            while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
        }

        var text = _text[start.._at];
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new(TokenKind.Number, text, start)
            : throw Problem(start, "has a number that cannot be read");
    }

    private string Quoted(char close)
    {
        var (start, text) = (_at++, new StringBuilder());
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c != close) text.Append(c);
            else if (_at < _text.Length && _text[_at] == close) text.Append(_text[_at++]);
            else return text.ToString();
        }

        throw Problem(start, $"never closes this with {close}");
    }
}
