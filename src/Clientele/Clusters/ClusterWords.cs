using System.Globalization;

namespace Clientele.Clusters;

/// <summary>Figures and lists as sentences show them.</summary>
internal static class ClusterWords
{
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long value, string one) => $"{Count(value)} {one}{(value == 1 ? "" : "s")}";

    public static string Score(double value) => double.IsFinite(value) ? value.ToString("0.000", CultureInfo.InvariantCulture) : "not defined";

    /// <summary>Six digits at most.</summary>
    public static string Value(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private const int MostListed = 24;

    /// <summary>"a, b and c"; of very many the first ones and how many more.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        > MostListed + 1 => $"{string.Join(", ", items.Take(MostListed))} and {Count(items.Count - MostListed)} more",
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };
}
