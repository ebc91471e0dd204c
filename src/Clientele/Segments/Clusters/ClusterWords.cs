namespace Clientele.Segments.Clusters;

/// <summary>Plain retail words for where a cluster stands in its shop; each position runs from 0 (worst) to 1 (best).</summary>
internal static class ClusterWords
{
    /// <summary>"Frequent big spenders, seen of late", "One-time buyers, long gone".</summary>
    /// <param name="once">Its median customer ordered once.</param>
    /// <param name="recency">Position in recency, 1 = the most recent.</param>
    /// <param name="frequency">Position in orders.</param>
    /// <param name="money">Position in money, or null when the sales carry none.</param>
    public static string Name(bool once, double recency, double frequency, double? money) => $"{Buyers(once, frequency, money)}, {Seen(recency)}";

    private static string Buyers(bool once, double frequency, double? money)
    {
        if (once) return money >= 0.8 ? "One-time big spenders" : money < 0.2 ? "One-time small buyers" : "One-time buyers";
        var often = frequency switch
        {
            >= 0.8 => "Frequent",
            >= 0.65 => "Regular",
            >= 0.35 => "Occasional",
            _ => "Rare",
        };
        return money switch
        {
            null => $"{often} buyers",
            >= 0.8 => $"{often} big spenders",
            >= 0.6 => $"{often} good spenders",
            >= 0.4 => $"{often} average spenders",
            _ => $"{often} small spenders",
        };
    }

    private static string Seen(double recency) => recency switch
    {
        >= 0.8 => "most recently seen",
        >= 0.6 => "seen of late",
        >= 0.4 => "seen a while ago",
        >= 0.2 => "not seen for long",
        _ => "long gone",
    };
}
