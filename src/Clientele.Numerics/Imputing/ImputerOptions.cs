namespace Clientele.Numerics.Imputing;

/// <summary>How gaps are filled.</summary>
public sealed record ImputerOptions
{
    /// <summary>Neighbours that are asked.</summary>
    public int Neighbours { get; init => field = Require.AtLeast(1, value); } = 5;

    /// <summary>Rows that may be neighbours. Of more, rows at equal steps of the canonical order are taken.</summary>
    public int MostDonors { get; init => field = Require.AtLeast(1, value); } = 10_000;

    /// <summary>Adds a column of 0 and 1 for each column that had gaps: 1 where a value was missing.</summary>
    public bool Flags { get; init; }
}
