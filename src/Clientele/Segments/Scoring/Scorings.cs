namespace Clientele.Segments.Scoring;

/// <summary>Ways to score, by name.</summary>
public static class Scorings
{
    public static Catalog<IScoring> Catalog { get; } = new(
        "scoring",
        QuantileScoring.Choice,
        NestedScoring.Choice,
        FixedScoring.Choice);
}
