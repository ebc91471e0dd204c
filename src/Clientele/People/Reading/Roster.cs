using Clientele.Customers;

namespace Clientele.People.Reading;

/// <summary>Customers and their columns while they are worked on. Rows are ordered by id.</summary>
internal sealed class Roster(string[] ids, List<RosterColumn> columns, AuditBook book)
{
    public string[] Ids { get; private set; } = ids;

    public List<RosterColumn> Columns { get; } = columns;

    /// <summary>Columns that others took the place of; expressions may still name them.</summary>
    public List<RosterColumn> Hidden { get; } = [];

    public AuditBook Book => book;

    public int Count => Ids.Length;

    /// <summary>Lines of columns that stand in no file [customers].</summary>
    public long[] NoLines => field is { } known && known.Length == Count ? known : field = new long[Count];

    public int IndexOf(string name) => Columns.FindIndex(c => string.Equals(c.Name, name, StringComparison.Ordinal));

    /// <summary>Keeps those rows.</summary>
    /// <param name="rows">Ascending.</param>
    public void Keep(int[] rows)
    {
        if (rows.Length == Count) return;
        var lines = new Dictionary<long[], long[]>(ReferenceEqualityComparer.Instance);
        foreach (var list in new[] { Columns, Hidden })
        {
            for (var i = 0; i < list.Count; i++)
            {
                var column = list[i];
                if (!lines.TryGetValue(column.Lines, out var kept)) lines.Add(column.Lines, kept = Gather.Of(column.Lines, rows));
                list[i] = column with { Column = Gather.Of(column.Column, rows), Lines = kept };
            }
        }

        Ids = Gather.Of(Ids, rows);
    }

    /// <summary>Keeps the rows that are not marked and says how many left.</summary>
    public void Drop(string rule, bool[] leaves)
    {
        var kept = new List<int>(Count);
        for (var row = 0; row < leaves.Length; row++)
        {
            if (!leaves[row]) kept.Add(row);
        }

        book.Rows(rule, Count - kept.Count);
        Keep([.. kept]);
    }
}

/// <summary>A column of a roster.</summary>
/// <param name="Column">Values.</param>
/// <param name="Note">What else is known.</param>
/// <param name="Lines">Line of each row in the column's file; 0 where it has none.</param>
internal sealed record RosterColumn(CustomerColumn Column, ColumnNote Note, long[] Lines)
{
    public string Name => Column.Name;
}
