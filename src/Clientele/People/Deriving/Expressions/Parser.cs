using System.Globalization;
using Clientele.Customers;

namespace Clientele.People.Deriving.Expressions;

/// <summary>Puts the words of a formula together: comparisons bind least, then + and −, then × and ÷, then a sign.</summary>
/// <param name="tokens">The words.</param>
/// <param name="kinds">The kind of a column by name, or null when there is none.</param>
internal sealed class Parser(Tokens tokens, Func<string, ColumnKind?> kinds)
{
    private const int Deepest = 100;
    private int _depth;

    /// <summary>A name that means something in formulas.</summary>
    public static bool IsWord(string name) => Function(name) is not null || string.Equals(name, "asof", StringComparison.OrdinalIgnoreCase);

    /// <summary>The whole formula.</summary>
    public Node Whole()
    {
        var node = Comparison();
        return tokens.Next.Kind == TokenKind.End ? node : throw tokens.Problem(tokens.Next.At, "goes on where it should end");
    }

    private Node Comparison()
    {
        var left = Sum();
        while (tokens.Next is { Kind: TokenKind.Sign, Text: "<" or "<=" or ">" or ">=" or "==" or "!=" or "=" } sign)
        {
            tokens.Take();
            var right = Sum();
            (left, right) = Alike(left, right, sign.At);
            if (left.Kind == ValueKind.Text && sign.Text is not ("==" or "=" or "!=")) throw tokens.Problem(sign.At, "compares texts by size; they can only be equal or not");
            left = sign.Text switch
            {
                "<" => new CallNode(Operation.Less, [left, right]),
                "<=" => new CallNode(Operation.LessOrEqual, [left, right]),
                ">" => new CallNode(Operation.Less, [right, left]),
                ">=" => new CallNode(Operation.LessOrEqual, [right, left]),
                "!=" => new CallNode(Operation.NotEqual, [left, right]),
                _ => new CallNode(Operation.Equal, [left, right]),
            };
        }

        return left;
    }

    // A text beside a date is a date.
    private (Node, Node) Alike(Node left, Node right, int at)
    {
        if (left.Kind == ValueKind.Date && right is TextNode text) right = Date(text, at);
        else if (right.Kind == ValueKind.Date && left is TextNode other) left = Date(other, at);
        return left.Kind == right.Kind ? (left, right) : throw tokens.Problem(at, $"compares a {Word(left.Kind)} with a {Word(right.Kind)}");
    }

    private DateNode Date(TextNode text, int at) =>
        DateTime.TryParseExact(text.Value.Trim(), ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new(day.Ticks) : throw tokens.Problem(at, "needs a date like \"2014-06-30\"");

    private Node Sum()
    {
        var left = Product();
        while (tokens.Is("+") || tokens.Is("-"))
        {
            var sign = tokens.Take();
            var right = Product();
            if (sign.Text == "-" && (left.Kind == ValueKind.Date || right.Kind == ValueKind.Date))
            {
                (left, right) = Alike(left, right, sign.At);
                left = new CallNode(Operation.DateDifference, [left, right]);
                continue;
            }

            left = new CallNode(sign.Text == "+" ? Operation.Add : Operation.Subtract, [Number(left, sign.At), Number(right, sign.At)]);
        }

        return left;
    }

    private Node Product()
    {
        var left = Signed();
        while (tokens.Is("*") || tokens.Is("/"))
        {
            var sign = tokens.Take();
            left = new CallNode(sign.Text == "*" ? Operation.Multiply : Operation.Divide, [Number(left, sign.At), Number(Signed(), sign.At)]);
        }

        return left;
    }

    private Node Signed()
    {
        if (!tokens.Is("-")) return Primary();
        Deeper();
        var sign = tokens.Take();
        var node = new CallNode(Operation.Negate, [Number(Signed(), sign.At)]);
        _depth--;
        return node;
    }

    private Node Primary()
    {
        var token = tokens.Take();
        switch (token.Kind)
        {
            case TokenKind.Number: return new NumberNode(double.Parse(token.Text, CultureInfo.InvariantCulture));
            case TokenKind.Text: return new TextNode(token.Text);
            case TokenKind.Name when !token.Bracketed && tokens.Is("("): return Call(token);
            case TokenKind.Name: return Column(token);
            case TokenKind.Sign when token.Text == "(":
                Deeper();
                var inner = Comparison();
                tokens.TakeSign(")", "a closing parenthesis");
                _depth--;
                return inner;
            default: throw tokens.Problem(token.At, "needs a column, a number or a parenthesis");
        }
    }

    private Node Column(Token token)
    {
        if (kinds(token.Text) is { } kind) return new ColumnNode(token.Text, kind switch { ColumnKind.Date => ValueKind.Date, ColumnKind.Text => ValueKind.Text, _ => ValueKind.Number });
        if (!token.Bracketed && string.Equals(token.Text, "asof", StringComparison.OrdinalIgnoreCase)) return new AsOfNode();
        throw tokens.Problem(token.At, "names a column that the table does not have");
    }

    private CallNode Call(Token name)
    {
        var function = Function(name.Text) ?? throw tokens.Problem(name.At, "calls a function that does not exist");
        Deeper();
        tokens.Take();
        var arguments = new List<Node>();
        while (!tokens.Is(")"))
        {
            if (arguments.Count > 0) tokens.TakeSign(",", "a comma or a closing parenthesis");
            arguments.Add(Comparison());
        }

        tokens.Take();
        _depth--;
        var (least, most) = function switch { Operation.Min or Operation.Max => (1, 50), Operation.If => (3, 3), Operation.Days => (1, 2), _ => (1, 1) };
        if (arguments.Count < least || arguments.Count > most) throw tokens.Problem(name.At, $"gives {name.Text} {arguments.Count} values; it takes {least}{(most > least ? $" to {most}" : "")}");
        return new(function, Checked(function, arguments, name.At));
    }

    private List<Node> Checked(Operation function, List<Node> arguments, int at)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (function is Operation.Days || (function is Operation.Years && arguments[i].Kind == ValueKind.Date))
            {
                if (arguments[i] is TextNode text) arguments[i] = Date(text, at);
                if (arguments[i].Kind != ValueKind.Date) throw tokens.Problem(at, "takes days of something that is no date");
            }
            else
            {
                Number(arguments[i], at);
            }
        }

        return arguments;
    }

    private Node Number(Node node, int at) => node.Kind == ValueKind.Number ? node : throw tokens.Problem(at, $"uses a {Word(node.Kind)} as a number");

    private void Deeper()
    {
        if (++_depth > Deepest) throw tokens.Problem(tokens.Next.At, $"is nested deeper than {Deepest}");
    }

    private static string Word(ValueKind kind) => kind switch { ValueKind.Date => "date", ValueKind.Text => "text", _ => "number" };

    private static Operation? Function(string name) => name.ToLowerInvariant() switch
    {
        "min" => Operation.Min,
        "max" => Operation.Max,
        "abs" => Operation.Abs,
        "log" => Operation.Log,
        "sqrt" => Operation.Sqrt,
        "if" => Operation.If,
        "years" => Operation.Years,
        "days" => Operation.Days,
        _ => null,
    };
}
