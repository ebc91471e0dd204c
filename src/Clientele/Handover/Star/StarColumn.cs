namespace Clientele.Handover.Star;

/// <summary>What a column of the star holds, by the types of the programs that take it over.</summary>
internal enum StarType
{
    Text,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Doubles.</summary>
    Number,

    /// <summary>At most four decimals, so that a fixed decimal holds every digit.</summary>
    Fixed,

    /// <summary>A day, <c>2011-12-09</c>.</summary>
    Day,

    /// <summary>A day with a time, <c>2011-12-09T12:50:00</c>.</summary>
    Instant,

    /// <summary>A time of day, <c>12:50:00</c>.</summary>
    Time,
}

/// <summary>One column of a table of the star.</summary>
/// <param name="Name">Heading in the CSV; no control characters, once in its table whatever the case.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Unit">money, days, orders … or empty.</param>
/// <param name="Meaning">One sentence.</param>
internal sealed record StarColumn(string Name, StarType Type, string Unit, string Meaning)
{
    /// <summary>Every row has another value; other tables point here.</summary>
    public bool IsKey { get; init; }

    /// <summary>There for relationships and order; not offered to people.</summary>
    public bool Hidden { get; init; }

    /// <summary>The column that orders this one, or null.</summary>
    public string? SortedBy { get; init; }

    /// <summary>Figures that make sense added up.</summary>
    public bool Adds { get; init; }

    /// <summary>How figures are shown, in the notation of Power BI; null leaves it to the type.</summary>
    public string? Format { get; init; }
}
