namespace Clientele.EndToEnd;

/// <summary>A written CSV file by column name. Reads quotes, so that texts with commas stay in one field.</summary>
internal sealed class Table
{
    private readonly string[] _columns;

    public Table(string path)
    {
        var records = Records(File.ReadAllText(path));
        _columns = records[0];
        Rows = records[1..];
        Assert.All(Rows, row => Assert.Equal(_columns.Length, row.Length));
    }

    public List<string[]> Rows { get; }

    public IReadOnlyList<string> this[string column]
    {
        get
        {
            var index = Array.IndexOf(_columns, column);
            Assert.True(index >= 0, $"no column {column} among {string.Join(", ", _columns)}");
            return [.. Rows.Select(row => row[index])];
        }
    }

    private static List<string[]> Records(string text)
    {
        var records = new List<string[]>();
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                fields.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c != '\n') continue;
                records.Add([.. fields]);
                fields.Clear();
            }
            else field.Append(c);
        }

        Assert.True(field.Length == 0 && fields.Count == 0 && !quoted, "the file does not end with a whole line");
        return records;
    }
}
