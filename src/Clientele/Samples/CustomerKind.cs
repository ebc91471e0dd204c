namespace Clientele.Samples;

/// <summary>When in the year somebody buys.</summary>
internal enum Rhythm : byte
{
    /// <summary>With the shop: months, weekdays, holidays.</summary>
    Steady,

    /// <summary>Only in the weeks before Christmas.</summary>
    Christmas,

    /// <summary>Only June to August.</summary>
    Summer,

    /// <summary>Nearly only while something is reduced.</summary>
    Promotions,
}

/// <summary>How many pieces of one product somebody takes.</summary>
internal enum Appetite : byte
{
    Small,
    Usual,
    Large,
    Wholesale,
}

/// <summary>A planted kind of customer: the story that segments should find again.</summary>
/// <param name="Name">As in the truth file.</param>
/// <param name="Group">The broad group anyone recognises; see <see cref="Segments.Segment"/>.</param>
/// <param name="PerMille">Share of all customers in thousandths.</param>
/// <param name="PerMonth">Mean visits a month while active, after the first one.</param>
/// <param name="Shape">Shape of the gamma distribution of that rate: small means that customers of this kind differ much.</param>
/// <param name="Basket">Mean lines per visit, more than 1.</param>
/// <param name="Arrival">First visit, from and to, as shares of the period.</param>
/// <param name="Leaves">Drop-out, from and to, as shares of the period; above 1 means never.</param>
/// <param name="MeanLife">When positive, days until drop-out are exponential with this mean, and <paramref name="Leaves"/> is not used.</param>
/// <param name="HomeShare">Share of lines from the customer's home category.</param>
/// <param name="PriceLevel">0 takes the cheapest, 1 the dearest.</param>
internal sealed record CustomerKind(
    string Name, string Group, int PerMille, double PerMonth, double Shape, double Basket, (double From, double To) Arrival,
    (double From, double To) Leaves, double MeanLife, double HomeShare, double PriceLevel, Appetite Appetite, Rhythm Rhythm)
{
    /// <summary>Leaves after the end of any period.</summary>
    private static readonly (double From, double To) s_never = (2, 2);

    public static readonly CustomerKind[] All =
    [
        new("champion", "high-value", 50, 3.0, 6, 12, (0, 0.4), s_never, 0, 0.30, 0.7, Appetite.Usual, Rhythm.Steady),
        new("loyal", "high-value", 120, 1.4, 5, 8, (0, 0.6), s_never, 0, 0.35, 0.5, Appetite.Usual, Rhythm.Steady),
        new("wholesaler", "high-value", 10, 2.5, 5, 20, (0, 0.4), s_never, 0, 0.25, 0.3, Appetite.Wholesale, Rhythm.Steady),
        new("category-lover", "promising", 50, 0.9, 3, 6, (0, 0.7), s_never, 900, 0.95, 0.5, Appetite.Usual, Rhythm.Steady),
        new("discount-hunter", "promising", 70, 0.7, 3, 7, (0, 0.7), s_never, 900, 0.20, 0.1, Appetite.Usual, Rhythm.Promotions),
        new("newcomer", "promising", 90, 1.0, 2, 5, (0.94, 0.995), s_never, 0, 0.35, 0.5, Appetite.Usual, Rhythm.Steady),
        new("occasional", "occasional", 220, 0.25, 1.5, 3.5, (0, 0.9), s_never, 600, 0.30, 0.4, Appetite.Small, Rhythm.Steady),
        new("christmas-only", "occasional", 80, 0.2, 2, 8, (0, 1), s_never, 0, 0.30, 0.5, Appetite.Usual, Rhythm.Christmas),
        new("summer-only", "occasional", 40, 0.2, 2, 5, (0, 1), s_never, 0, 0.40, 0.5, Appetite.Usual, Rhythm.Summer),
        new("once-only", "occasional", 130, 0, 1, 3, (0, 0.93), (0, 0), 0, 0.30, 0.4, Appetite.Small, Rhythm.Steady),
        new("at-risk", "at-risk", 60, 2.2, 6, 11, (0, 0.25), (0.70, 0.86), 0, 0.30, 0.7, Appetite.Large, Rhythm.Steady),
        new("lost", "lost", 80, 0.6, 2, 5, (0, 0.2), (0.25, 0.5), 0, 0.35, 0.4, Appetite.Usual, Rhythm.Steady),
    ];
}
