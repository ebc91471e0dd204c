using Clientele.Cleaning;

namespace Clientele.People;

/// <summary>What happened to the rows and cells of a customer table. Nothing is changed or left out that is not counted here.</summary>
public sealed record TableAudit
{
    public required long RowsRead { get; init; }

    public required long RowsKept { get; init; }

    /// <summary>Rows that left, by rule, in the order of work; rules that took none are there with 0.</summary>
    public required IReadOnlyList<RowEntry> Dropped { get; init; }

    /// <summary>Cells that were changed or flagged, by rule and column, in the order of work.</summary>
    public required IReadOnlyList<CellEntry> Cells { get; init; }

    /// <summary>The first of those cells, ordered by rule, column and customer; at most the plan's cap per rule.</summary>
    public required IReadOnlyList<CellChange> Changes { get; init; }

    /// <summary>Facts worth knowing that changed nothing.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Rows read = kept + dropped.</summary>
    public bool Balances => RowsRead == RowsKept + Dropped.Sum(d => d.Rows);
}

/// <summary>How many rows one rule took out.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Rows">Rows that ended here.</param>
public sealed record RowEntry(string Rule, long Rows);

/// <summary>How many cells of one column a rule touched.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Column">Column name.</param>
/// <param name="Cells">How many.</param>
/// <param name="Action">flagged, set missing, filled in, moved, renamed, row dropped.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record CellEntry(string Rule, string Column, long Cells, string Action, string Reason);

/// <summary>One cell.</summary>
/// <param name="Customer">Its id.</param>
/// <param name="Line">Line of its file; 0 when it stands in none.</param>
/// <param name="Column">Column name.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Before">As it stood.</param>
/// <param name="After">As it is now; empty for missing.</param>
/// <param name="Reason">Why.</param>
public sealed record CellChange(string Customer, long Line, string Column, string Rule, string Before, string After, string Reason);
