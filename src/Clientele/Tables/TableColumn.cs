namespace Clientele.Tables;

/// <summary>One column of a table.</summary>
public sealed class TableColumn
{
    private Table? _table;
    private ColumnEvidence? _evidence;

    internal TableColumn(string name, string header, int number, Cells cells) => (Name, Header, Number, Cells) = (name, header, number, cells);

    /// <summary>As in the header, trimmed; an unnamed one is called <c>column 4</c>, and a name that stood before <c>income (column 4)</c>.</summary>
    public string Name { get; }

    /// <summary>As in the header, whatever the other columns are called.</summary>
    public string Header { get; }

    /// <summary>Place in the table, from 1.</summary>
    public int Number { get; }

    public int Rows => Cells.Count;

    public Table Table
    {
        get => _table ?? throw new InvalidOperationException("The column belongs to no table.");
        internal set => _table = value;
    }

    internal Cells Cells { get; }

    /// <summary>What all its cells can be read as; found once.</summary>
    internal ColumnEvidence Evidence => _evidence ??= ColumnEvidence.Of(Cells);

    /// <summary>A cell as it stood, outer quotes off.</summary>
    public string Text(int row) => Cells.Text(row);

    /// <summary>The cell is empty, blank, or a word for nothing such as <c>NA</c> (see <see cref="MissingWords"/>).</summary>
    public bool IsMissing(int row) => MissingWords.Is(Cells[row]);
}
