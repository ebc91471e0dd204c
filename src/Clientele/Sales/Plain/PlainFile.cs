using System.Text;
using System.Text.Unicode;
using Clientele.Sales.Files;
using Clientele.Sales.Layouts;

namespace Clientele.Sales.Plain;

/// <summary>One sales file as a list of lines: the whole text in memory, cut by <see cref="FieldSplitter"/>.</summary>
internal static class PlainFile
{
    /// <summary>All lines that hold more than blanks.</summary>
    /// <param name="layout">How to read the file.</param>
    /// <param name="columns">Columns of all files, in the order in which fields are compared.</param>
    /// <param name="emptyLines">Lines of nothing but blanks.</param>
    public static List<PlainLine> Read(Layout layout, IReadOnlyList<string> columns, out long emptyLines)
    {
        emptyLines = 0;
        var text = Text(layout);
        var names = Names(layout);
        int[] places = [.. columns.Select(name => names.IndexOf(name))];
        var fields = new FieldList();
        var format = SplitFormat.Of(layout.Text);
        var lines = new List<PlainLine>();
        for (var at = Start(text, layout.SkippedLines); at < text.Length;)
        {
            var end = FieldSplitter.Split(text, at, format, fields);
            if (end.State == RecordState.Unclosed) throw new InvalidDataException("A quote is never closed.");
            var record = text.AsSpan(at, end.Next - at);
            at = end.Next;
            if (fields.Count == 0) emptyLines++;
            else lines.Add(Line(layout, places, text, record, fields, end.State));
        }

        PlainIds.StripFloats(lines);
        return lines;
    }

    private static byte[] Text(Layout layout)
    {
        using var stream = TextStream.Open(layout.Path, layout.Text, standardInput: null);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static int Start(byte[] text, int skippedLines)
    {
        var at = 0;
        for (var i = 0; i < skippedLines; i++)
        {
            var feed = Array.IndexOf(text, (byte)'\n', at);
            if (feed < 0) return text.Length;
            at = feed + 1;
        }

        return at;
    }

    private static PlainLine Line(Layout layout, int[] places, byte[] text, ReadOnlySpan<byte> record, FieldList fields, RecordState state)
    {
        var values = new string[fields.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Value(text, fields, i);
        var count = values.Length;
        if (count == layout.Columns.Count + 1 && values[^1].Length == 0 && !fields.Quoted(count - 1)) count--; // a delimiter behind the last field
        if (count != layout.Columns.Count || state == RecordState.Malformed || record.Contains((byte)0) || !Utf8.IsValid(record))
        {
            return new PlainLine { Key = "", Broken = true, Unreadable = true };
        }

        var line = new PlainLine { Key = Key(places, values) };
        PlainValues.Fill(line, layout, role => layout[role] is var column and >= 0 ? values[column] : null);
        return line;
    }

    private static string Value(byte[] text, FieldList fields, int field)
    {
        var value = Encoding.UTF8.GetString(text.AsSpan(fields.Start(field), fields.End(field) - fields.Start(field)));
        return fields.Quoted(field) ? value.Replace("\"\"", "\"", StringComparison.Ordinal) : value;
    }

    /// <summary>Column names in lower case; the second of one name is told apart by its number.</summary>
    public static List<string> Names(Layout layout) =>
        [.. layout.Columns.Select((name, i) => $"{name.ToLowerInvariant()} {layout.Columns.Take(i).Count(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase))}")];

    /// <summary>Every field in the order of all columns; a column that the file does not have is empty.</summary>
    private static string Key(int[] places, string[] values)
    {
        var key = new StringBuilder();
        foreach (var place in places)
        {
            var value = place < 0 ? "" : values[place];
            key.Append(value.Length).Append(':').Append(value);
        }

        return key.ToString();
    }
}
