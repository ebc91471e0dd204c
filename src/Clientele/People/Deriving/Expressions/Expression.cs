namespace Clientele.People.Deriving.Expressions;

/// <summary>A small formula over columns: numbers, dates and texts in, numbers out. It can neither loop nor call anything.</summary>
/// <param name="Name">Name of the column it makes.</param>
/// <param name="Text">As it was typed, name included.</param>
/// <param name="Root">What is worked out.</param>
internal sealed record Expression(string Name, string Text, Node Root)
{
    /// <summary>Reads <c>kids = Kidhome + Teenhome</c>.</summary>
    /// <param name="text">Name, equals sign, formula. At most 2,000 characters.</param>
    /// <param name="kinds">The kind of a column by name, or null when there is none.</param>
    public static Expression Parse(string text, Func<string, Customers.ColumnKind?> kinds)
    {
        var tokens = new Tokens(text);
        var name = tokens.Take(TokenKind.Name, "the name of the new column, like: kids = Kidhome + Teenhome").Text;
        tokens.TakeSign("=", "an equals sign behind the name");
        var root = new Parser(tokens, kinds).Whole();
        return root.Kind == ValueKind.Number ? new(name, text.Trim(), root) : throw tokens.Problem(0, "makes no number; use days(…) or years(…) for dates");
    }

    /// <summary>A column name as formulas take it: in brackets when it holds anything but letters, digits and underscores.</summary>
    public static string Quote(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_') && !Parser.IsWord(name) ? name : $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";
}
