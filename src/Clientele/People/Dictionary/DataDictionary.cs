using Clientele.Tables;

namespace Clientele.People.Dictionary;

/// <summary>What columns mean, from a table of fields and descriptions.</summary>
/// <remarks>Names match when they are equal without outer blanks, else without regard to case, accents and signs.</remarks>
internal sealed class DataDictionary
{
    private readonly List<(string Field, string Description)> _entries = [];
    private readonly List<string> _twice = [];
    private readonly HashSet<int> _used = [];

    private DataDictionary()
    {
    }

    public static DataDictionary None { get; } = new();

    /// <summary>Entries in all.</summary>
    public int Count => _entries.Count;

    /// <summary>Fields that no column was called so far, in the order of the file.</summary>
    public IReadOnlyList<string> Unused => [.. _entries.Where((_, i) => !_used.Contains(i)).Select(e => e.Field)];

    /// <summary>Fields that stood there before, in the order of the file; the first description counts.</summary>
    public IReadOnlyList<string> Twice => _twice;

    /// <summary>Takes the column of names and the column of sentences: by their header, else by which holds the names of the table.</summary>
    /// <param name="table">At least two columns.</param>
    /// <param name="names">Columns that are to be described.</param>
    public static DataDictionary Of(Table table, IReadOnlyList<string> names)
    {
        var (field, description) = Columns(table, names);
        var dictionary = new DataDictionary();

        // Without a header the first entry stands where names of columns would.
        if (names.Any(name => Table.Folded(name, gaps: false) is { Length: > 0 } folded && folded == Table.Folded(field.Name, gaps: false))) dictionary.Add(field.Name, description.Name);
        for (var row = 0; row < table.Rows; row++) dictionary.Add(field.Text(row), description.Text(row));
        return dictionary;
    }

    private void Add(string field, string description)
    {
        var (name, text) = (field.Trim(), Sales.Layouts.Words.OneLine(description.Trim()));
        if (name.Length == 0) return;
        if (_entries.Exists(e => string.Equals(e.Field, name, StringComparison.Ordinal))) _twice.Add(name);
        else _entries.Add((name, text));
    }

    /// <summary>The description of a column; empty when there is none. Remembers that the entry was used.</summary>
    public string Meaning(string column)
    {
        var at = Find(column);
        if (at < 0) return "";
        lock (_used) _used.Add(at);
        return _entries[at].Description;
    }

    private int Find(string column)
    {
        var exact = _entries.FindIndex(e => string.Equals(e.Field, column.Trim(), StringComparison.Ordinal));
        if (exact >= 0) return exact;
        var folded = Table.Folded(column, gaps: false);
        return folded.Length == 0 ? -1 : _entries.FindIndex(e => Table.Folded(e.Field, gaps: false) == folded);
    }

    private static (TableColumn Field, TableColumn Description) Columns(Table table, IReadOnlyList<string> names)
    {
        if (table.Columns.Count < 2) throw Problem(table, "it has one column");
        var wanted = names.Select(n => Table.Folded(n, gaps: false)).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
        var hits = table.Columns.Select(c => Hits(c, wanted)).ToArray();
        var best = Array.IndexOf(hits, hits.Max());
        if (hits[best] == 0) throw Problem(table, "no cell of it is the name of a column of the table");
        TableColumn? description = null;
        foreach (var column in table.Columns)
        {
            if (column.Number == best + 1) continue;
            if (Table.Folded(column.Name, gaps: false) is "description" or "meaning" or "beschreibung" or "bedeutung" or "definition" or "descripcion" or "explanation" or "label" or "desc") return (table.Columns[best], column);
            if (description is null || Length(column) > Length(description)) description = column;
        }

        return (table.Columns[best], description!);
    }

    private static int Hits(TableColumn column, HashSet<string> wanted)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < column.Rows; row++)
        {
            var folded = Table.Folded(column.Text(row), gaps: false);
            if (wanted.Contains(folded)) found.Add(folded);
        }

        return found.Count;
    }

    private static long Length(TableColumn column)
    {
        var length = 0L;
        for (var row = 0; row < column.Rows; row++) length += column.Cells[row].Length;
        return length;
    }

    private static UserException Problem(Table table, string why) => new(
        "people.dictionary", $"{table.Path} is no data dictionary of the table: {why}.", "Give a table of two columns, the name of a field and its description.", ExitCode.BadData);
}
