namespace Clientele.Segments.Maps;

/// <summary>Putler's grid: recency against the mean of frequency and money, both from 0 to 5, bounds inclusive.</summary>
/// <remarks>Our scores run from 1 to 5 and stand on Putler's scale as they are: 5 is 5, and 0 is never given. Stretching 1…5 over
/// 0…5 would move customers across the stated bounds. The grid is not a partition; the first row wins.</remarks>
internal static class PutlerMap
{
    public static Choice<SegmentMap> Choice { get; } = new(
        "putler", "Recency against the mean of frequency and money; rows overlap, the first wins.", [], _ => MapText.Parse("putler", Text));

    public const string Text =
        """
        Champions (high-value): R 4-5, FM 4-5
        Loyal (high-value): R 2-5, FM 3-5
        Potential (promising): R 3-5, FM 1-3
        New (promising): R 4-5, FM 0-1
        Promising (promising): R 3-4, FM 0-1
        Need Attention (occasional): R 2-3, FM 2-3
        About To Sleep (occasional): R 2-3, FM 0-2
        At Risk (at-risk): R 0-2, FM 2-5
        Can't Lose (at-risk): R 0-1, FM 4-5
        Hibernating (lost): R 1-2, FM 1-2
        Lost (lost): R 0-2, FM 0-2
        """;
}
