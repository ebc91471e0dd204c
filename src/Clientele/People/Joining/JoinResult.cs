namespace Clientele.People.Joining;

/// <summary>How a table was joined.</summary>
/// <param name="Path">The table.</param>
/// <param name="Key">Its column of customer ids.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Matched">Customers that it has a row for.</param>
/// <param name="Unmatched">Customers that it has none for.</param>
/// <param name="Unused">Its rows for nobody.</param>
/// <param name="Columns">Names of the columns that came from it.</param>
public sealed record JoinResult(string Path, string Key, long Rows, long Matched, long Unmatched, long Unused, IReadOnlyList<string> Columns)
{
    /// <summary>Its rows whose key is empty; they are left out.</summary>
    public long WithoutKey { get; init; }
}
