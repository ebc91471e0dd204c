namespace Clientele.Segments.Maps;

/// <summary>The map of many tutorials: recency and frequency only.</summary>
internal static class TwoDigitMap
{
    public static Choice<SegmentMap> Choice { get; } = new(
        "two-digit", "Ten segments over recency and frequency; money plays no part.", [], _ => MapText.Parse("two-digit", Text));

    public const string Text =
        """
        Hibernating (lost): [1-2][1-2]
        At Risk (at-risk): [1-2][3-4]
        Can't Lose (at-risk): [1-2]5
        About To Sleep (occasional): 3[1-2]
        Need Attention (occasional): 33
        Loyal (high-value): [3-4][4-5]
        Promising (promising): 41
        New (promising): 51
        Potential Loyalist (promising): [4-5][2-3]
        Champions (high-value): 5[4-5]
        """;
}
