namespace Clientele.Tests.Handover.Star;

/// <summary>TMDL read by its published rules: tabs are depth, a line with a name opens an object, <c>key: value</c> is a property, deeper lines after <c>=</c> are its expression.</summary>
internal sealed record Tmdl(string Type, string Name, string Default, List<string> Expression, Dictionary<string, string> Properties, List<Tmdl> Children)
{
    public string this[string property] => Properties[property];

    public IEnumerable<Tmdl> Of(string type) => Children.Where(child => child.Type == type);

    /// <summary>The objects of a file; fails at what the rules do not allow.</summary>
    public static List<Tmdl> Read(string text)
    {
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var lines = text.Split('\n').Select(line => (Depth: line.TakeWhile(c => c == '\t').Count(), Text: line.TrimStart('\t'))).ToArray();
        Assert.All(lines, line => Assert.False(line.Text.StartsWith(' '), $"blanks for depth: {line.Text}"));
        var at = 0;
        var roots = Objects(lines, ref at, 0);
        Assert.Equal(lines.Length, at);
        return roots;
    }

    private static List<Tmdl> Objects((int Depth, string Text)[] lines, ref int at, int depth)
    {
        var objects = new List<Tmdl>();
        while (at < lines.Length)
        {
            var (own, text) = lines[at];
            if (text.Length == 0 || text.StartsWith("///", StringComparison.Ordinal))
            {
                if (text.Length > 0) Assert.True(own <= depth && lines[at + 1].Text.Length > 0, $"a description stands before nothing: {text}");
                if (own < depth && text.Length > 0) break;
                at++;
                continue;
            }

            if (own < depth) break;
            Assert.Equal(depth, own);
            at++;
            objects.Add(One(text, lines, ref at, depth));
        }

        return objects;
    }

    private static Tmdl One(string text, (int Depth, string Text)[] lines, ref int at, int depth)
    {
        var words = text.Split(' ', 3);
        var type = words[0] == "ref" ? $"ref {words[1]}" : words[0];
        var rest = text[type.Length..].Trim();
        var name = TakeName(ref rest);
        var given = "";
        var expression = new List<string>();
        if (rest.StartsWith('=')) given = rest[1..].Trim();
        else Assert.Equal("", rest);
        var made = new Tmdl(type, name, given, expression, new(StringComparer.Ordinal), []);
        while (at < lines.Length)
        {
            var (own, line) = lines[at];
            if (line.Length == 0 || line.StartsWith("///", StringComparison.Ordinal))
            {
                if (line.Length > 0 && own <= depth) break;
                at++;
                continue;
            }

            if (own <= depth) break;
            if (own == depth + 1 && IsProperty(line, out var key, out var value))
            {
                at++;
                if (value == "=") Multi(lines, ref at, own, expression);
                Assert.True(made.Properties.TryAdd(key, value), $"{key} twice in {name}");
            }
            else made.Children.AddRange(Objects(lines, ref at, depth + 1));
        }

        return made;
    }

    private static void Multi((int Depth, string Text)[] lines, ref int at, int depth, List<string> into)
    {
        while (at < lines.Length && lines[at].Text.Length > 0)
        {
            Assert.True(lines[at].Depth > depth + 1, $"an expression that is not deep enough: {lines[at].Text}");
            into.Add(lines[at++].Text);
        }
    }

    private static bool IsProperty(string line, out string key, out string value)
    {
        var letters = line.TakeWhile(char.IsAsciiLetter).Count();
        (key, value) = (line[..letters], "true");
        if (letters == line.Length) return key is not ("dataAccessOptions" or "column" or "measure");
        if (line.AsSpan(letters).StartsWith(": "))
        {
            value = line[(letters + 2)..].Trim();
            if (value is ['"', .., '"']) value = value[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
            return true;
        }

        value = "=";
        return line[letters..] == " =";
    }

    /// <summary>A name: in single quotes, quotes doubled, or without any of . = : ' and blanks.</summary>
    public static string TakeName(ref string rest)
    {
        if (!rest.StartsWith('\''))
        {
            var end = rest.IndexOfAny([' ', '=', '.']);
            var plain = end < 0 ? rest : rest[..end];
            Assert.DoesNotContain(plain, c => c is ':' or '\'');
            rest = end < 0 ? "" : rest[end..].TrimStart();
            return plain;
        }

        for (var i = 1; ; i++)
        {
            Assert.True(i < rest.Length, $"an open quote: {rest}");
            if (rest[i] != '\'') continue;
            if (i + 1 < rest.Length && rest[i + 1] == '\'') i++;
            else
            {
                var name = rest[1..i].Replace("''", "'", StringComparison.Ordinal);
                rest = rest[(i + 1)..].TrimStart();
                return name;
            }
        }
    }
}
