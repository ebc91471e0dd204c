using Clientele.Cleaning;

namespace Clientele.People.Reading;

/// <summary>Takes down what happens to rows and cells.</summary>
/// <param name="cap">Most cells per rule that are shown one by one; negative means no cap.</param>
/// <param name="showValues">Shown cells tell their values.</param>
internal sealed class AuditBook(long cap, bool showValues = true)
{
    private readonly List<RowEntry> _rows = [];
    private readonly List<CellEntry> _cells = [];
    private readonly List<CellChange> _changes = [];
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, long> _shown = new(StringComparer.Ordinal);

    private AuditBook(long cap, bool showValues, List<CellEntry> cells, List<CellChange> changes, List<Finding> findings, Dictionary<string, long> shown)
        : this(cap, showValues) => (_cells, _changes, _findings, _shown) = (cells, changes, findings, shown);

    public long RowsRead { get; set; }

    /// <summary>A book for another table: its cells and findings stand here, its rows do not.</summary>
    public AuditBook Beside() => new(cap, showValues, _cells, _changes, _findings, _shown);

    /// <summary>Rows that a rule took out; call it with 0, too.</summary>
    public void Rows(string rule, long rows)
    {
        var at = _rows.FindIndex(r => r.Rule == rule);
        if (at < 0) _rows.Add(new(rule, rows));
        else _rows[at] = _rows[at] with { Rows = _rows[at].Rows + rows };
    }

    /// <summary>Cells of one column that a rule touched.</summary>
    /// <param name="rule">Rule id.</param>
    /// <param name="column">The column.</param>
    /// <param name="ids">Ids of the customers.</param>
    /// <param name="rows">Rows, ascending.</param>
    /// <param name="action">What was done, in two or three words.</param>
    /// <param name="reason">Why, for all of them.</param>
    /// <param name="show">Before, after and reason of a row; asked only for those that are shown.</param>
    public void Cells(string rule, RosterColumn column, string[] ids, IReadOnlyList<int> rows, string action, string reason, Func<int, (string Before, string After, string Reason)> show)
    {
        if (rows.Count == 0) return;
        _cells.Add(new(rule, column.Name, rows.Count, action, reason));
        var shown = _shown.GetValueOrDefault(rule);
        for (var i = 0; i < rows.Count && (cap < 0 || shown < cap); i++, shown++)
        {
            var (before, after, why) = show(rows[i]);
            _changes.Add(new(ids[rows[i]], column.Lines[rows[i]], column.Name, rule, showValues ? before : "", showValues ? after : "", showValues ? why : reason));
        }

        _shown[rule] = shown;
    }

    public void Find(string code, string text, long count) => _findings.Add(new(code, text, count));

    public TableAudit Close(long kept) => new() { RowsRead = RowsRead, RowsKept = kept, Dropped = _rows, Cells = _cells, Changes = _changes, Findings = _findings };
}
