using Clientele.Customers;
using Clientele.Sales;

namespace Clientele.People;

/// <summary>A customer table as it was read, typed, joined and cleaned.</summary>
public sealed record PeopleData
{
    public required PeoplePlan Plan { get; init; }

    /// <summary>Ordered by id. Numbers are NaN, dates 0 and texts empty where nothing is known.</summary>
    public required CustomerTable Customers { get; init; }

    /// <summary>What is known about each column, in the order of <see cref="CustomerTable.Columns"/>.</summary>
    public required IReadOnlyList<ColumnNote> Notes { get; init; }

    public required TableAudit Audit { get; init; }

    /// <summary>The table first, then the dictionary, then joined tables.</summary>
    public required IReadOnlyList<PeopleFile> Files { get; init; }

    /// <summary>The day that ages and days count to; null when neither a date nor <c>--as-of</c> gives one.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Why it is that day.</summary>
    public string AsOfReason { get; init; } = "";

    /// <summary>The column that names the customers; null when rows are numbered.</summary>
    public string? IdColumn { get; init; }

    /// <summary>What was matched and what was not, per joined table.</summary>
    public IReadOnlyList<Joining.JoinResult> Joins { get; init; } = [];

    /// <summary>Derived columns, asked for and proposed, with expressions that can be copied.</summary>
    public IReadOnlyList<Deriving.Derived> Derived { get; init; } = [];

    /// <summary>The note of a column.</summary>
    public ColumnNote Note(string column)
    {
        for (var i = 0; i < Notes.Count; i++)
        {
            if (string.Equals(Customers.Columns[i].Name, column, StringComparison.Ordinal)) return Notes[i];
        }

        throw new ArgumentException($"There is no column '{column}'.", nameof(column));
    }

    /// <summary>Names of the columns that play a part, in table order.</summary>
    public IReadOnlyList<string> Of(ColumnPart part)
    {
        var names = new List<string>();
        for (var i = 0; i < Notes.Count; i++)
        {
            if (Notes[i].Part == part) names.Add(Customers.Columns[i].Name);
        }

        return names;
    }
}

/// <summary>What is known about a column besides its values.</summary>
/// <param name="Part">What it tells about a customer.</param>
/// <param name="Source">File that it comes from; empty for derived columns.</param>
/// <param name="Expression">How it was worked out, or null.</param>
public sealed record ColumnNote(ColumnPart Part, string Source, string? Expression = null)
{
    /// <summary>Decisions about it, one sentence each: dates, notation, cells that were set aside.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Least and most allowed values that its header names: <c>Spending Score (1-100)</c>.</summary>
    public (double Least, double Most)? Range { get; init; }

    /// <summary>Days whose years all have two digits, so that the century is a guess.</summary>
    public bool ShortYears { get; init; }
}

/// <summary>One file that was read.</summary>
/// <param name="Role">table, dictionary or joined.</param>
/// <param name="Path">As given.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Hash">Check sum with its algorithm in front.</param>
/// <param name="Rows">Data rows.</param>
/// <param name="Decisions">How it is written, and why that was decided.</param>
public sealed record PeopleFile(string Role, string Path, long Bytes, string Hash, long Rows, IReadOnlyList<Decision> Decisions);
