namespace Clientele.Segments;

/// <summary>The five broad groups that every segment belongs to, and the rule that decides.</summary>
public static class Groups
{
    public const string HighValue = "high-value";
    public const string Promising = "promising";
    public const string Occasional = "occasional";
    public const string AtRisk = "at-risk";
    public const string Lost = "lost";

    /// <summary>Best first.</summary>
    public static IReadOnlyList<string> All { get; } = [HighValue, Promising, Occasional, AtRisk, Lost];

    /// <summary>The group of a segment by where it stands in the shop; each position runs from 0 (worst) to 1 (best).</summary>
    /// <remarks>
    /// Seen recently (recency at least .5): high-value when the mean of frequency and money is at least .7, else promising when
    /// recency is at least .75, else occasional. Not seen recently: at-risk when that mean is at least .5 (there is something
    /// to lose), else occasional when recency is at least .25, else lost.
    /// </remarks>
    public static string Of(double recency, double frequency, double money)
    {
        const double Rounding = 1e-9;
        var value = (frequency + money) / 2 + Rounding;
        recency += Rounding;
        if (recency >= 0.5) return value >= 0.7 ? HighValue : recency >= 0.75 ? Promising : Occasional;
        return value >= 0.5 ? AtRisk : recency >= 0.25 ? Occasional : Lost;
    }
}
