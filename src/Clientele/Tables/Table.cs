using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Tables;

/// <summary>A file as named columns of text as it stood, all in memory.</summary>
public sealed class Table
{
    private readonly long[] _lines;

    internal Table(Layout layout, TableColumn[] columns, long[] lines, long bytes, string hash)
    {
        (Layout, Columns, _lines, Bytes, Hash) = (layout, columns, lines, bytes, hash);
        foreach (var column in columns) column.Table = this;
    }

    /// <summary>Path as given; <c>-</c> is standard input.</summary>
    public string Path => Layout.Path;

    public IReadOnlyList<TableColumn> Columns { get; }

    public int Rows => _lines.Length;

    /// <summary>How the file is written, and why that was decided.</summary>
    public IReadOnlyList<Decision> Decisions => Layout.Decisions;

    /// <summary>Bytes of the file as it lies on disk.</summary>
    public long Bytes { get; }

    /// <summary>Check sum of those bytes.</summary>
    public string Hash { get; }

    internal Layout Layout { get; }

    /// <summary>Lines that were set aside, in the order of the file; few, or the table would not be there.</summary>
    internal IReadOnlyList<RejectedLine> Rejected { get; init; } = [];

    /// <summary>Line of a row as an editor counts; for workbooks the row of the sheet.</summary>
    public long Line(int row) => _lines[row];

    /// <summary><c>file:line:column [header]</c>, columns counted from 1 as in the table.</summary>
    public string Place(int row, TableColumn column) => $"{Path}:{Line(row)}:{column.Number} [{TableProblems.Cut(column.Name)}]";

    /// <summary>
    /// The column that a person named: the name as it stands, else without regard to case, accents and signs, else the one name that holds
    /// the words asked for (<c>income</c> for <c>Annual Income (k$)</c>), else a number counted from 1.
    /// </summary>
    /// <param name="asked">As typed.</param>
    /// <param name="option">Option it was typed behind, for the error.</param>
    public TableColumn Find(string asked, string option)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var name = asked.Trim();
        if (One(c => string.Equals(c.Header, name, StringComparison.Ordinal), asked, option) is { } exact) return exact;
        if (One(c => string.Equals(c.Name, name, StringComparison.Ordinal), asked, option) is { } named) return named;
        var (folded, words) = (Folded(name, gaps: false), $" {Folded(name, gaps: true)} ");
        if (folded.Length > 0 && One(c => Folded(c.Header, gaps: false) == folded, asked, option) is { } near) return near;
        if (int.TryParse(name, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Columns.Count) return Columns[number - 1];
        if (words.Length > 2 && One(c => $" {Folded(c.Name, gaps: true)} ".Contains(words, StringComparison.Ordinal), asked, option) is { } part) return part;
        throw TableProblems.NoSuchColumn(this, asked, option);
    }

    internal static string Folded(string name, bool gaps)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(name);
        var folded = new byte[(bytes.Length * 2) + 8];
        return System.Text.Encoding.UTF8.GetString(folded, 0, Words.Fold(bytes, folded, gaps));
    }

    private TableColumn? One(Func<TableColumn, bool> fits, string asked, string option)
    {
        TableColumn? found = null;
        foreach (var column in Columns)
        {
            if (!fits(column)) continue;
            if (found is not null) throw TableProblems.SeveralColumns(this, asked, option, found, column);
            found = column;
        }

        return found;
    }
}
