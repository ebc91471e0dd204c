using Clientele.Customers;

namespace Clientele.People.Reading;

/// <summary>Customers and their columns while they are worked on. Rows are ordered by id.</summary>
internal sealed class Roster(string[] ids, List<RosterColumn> columns, AuditBook book)
{
    public string[] Ids { get; private set; } = ids;

    public List<RosterColumn> Columns { get; } = columns;

    public AuditBook Book => book;

    public int Count => Ids.Length;

    public int IndexOf(string name) => Columns.FindIndex(c => string.Equals(c.Name, name, StringComparison.Ordinal));

    /// <summary>Keeps those rows.</summary>
    /// <param name="rows">Ascending.</param>
    public void Keep(int[] rows)
    {
        if (rows.Length == Count) return;
        var lines = new Dictionary<long[], long[]>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < Columns.Count; i++)
        {
            var column = Columns[i];
            if (!lines.TryGetValue(column.Lines, out var kept)) lines.Add(column.Lines, kept = Gather.Of(column.Lines, rows));
            Columns[i] = column with { Column = Gather.Of(column.Column, rows), Lines = kept };
        }

        Ids = Gather.Of(Ids, rows);
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
