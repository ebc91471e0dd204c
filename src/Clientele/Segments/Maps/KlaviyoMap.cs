namespace Clientele.Segments.Maps;

/// <summary>Klaviyo's six segments over scores from 1 to 3, recency by fixed days.</summary>
internal static class KlaviyoMap
{
    public static Choice<SegmentMap> Choice { get; } = new(
        "klaviyo", "Six segments over scores from 1 to 3; recency by 180 and 365 days, the rest by thirds.", [], _ => MapText.Parse("klaviyo", Text));

    public const string Text =
        """
        scores: 3
        recency: 180 365
        Champions (high-value): 333 332 323
        Loyal (high-value): 321 322 331 232 233
        Recent (promising): 312 313 311 222 223
        Needs attention (occasional): 213 221 123 132 133
        At risk (at-risk): 231 212 122 131 211
        Inactive (lost): 111 112 113 121
        """;
}
