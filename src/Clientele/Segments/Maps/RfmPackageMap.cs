namespace Clientele.Segments.Maps;

/// <summary>The segments of the R package rfm 0.3.0: ranges that overlap and leave ten codes to Others.</summary>
internal static class RfmPackageMap
{
    public static Choice<SegmentMap> Choice { get; } = new(
        "rfm", "The ranges of the R package rfm 0.3.0; first match wins, ten codes fall to Others.", [], _ => MapText.Parse("rfm", Text));

    public const string Text =
        """
        Champions (high-value): R 5, F 5, M 5
        Potential Loyalist (promising): R 3-5, F 3-5, M 2-5
        Loyal (high-value): R 2-4, F 2-4, M 2-4
        Promising (promising): R 3-4, F 1-3, M 3-5
        New (promising): R 4-5, F 1-3, M 1-5
        Can't Lose (at-risk): R 1-2, F 3-4, M 4-5
        At Risk (at-risk): R 1-2, F 2-5, M 4-5
        Need Attention (occasional): R 1-3, F 3-5, M 3-5
        About To Sleep (occasional): R 2-3, F 1-3, M 1-4
        Lost (lost): R 1, F 1-5, M 1-5
        else: Others (occasional)
        """;
}
