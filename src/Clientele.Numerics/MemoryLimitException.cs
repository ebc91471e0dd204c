using System.Globalization;

namespace Clientele.Numerics;

/// <summary>A fit would need more memory than it may take; thrown before it starts.</summary>
/// <param name="what">What would be worked out.</param>
/// <param name="needed">Bytes it would need.</param>
/// <param name="limit">Bytes it may take.</param>
/// <param name="instead">What to do instead.</param>
public sealed class MemoryLimitException(string what, double needed, long limit, string instead)
    : InvalidOperationException($"{what} needs {Size(needed)} of memory; the limit is {Size(limit)}. {instead}")
{
    /// <summary>What would be worked out.</summary>
    public string What => what;

    /// <summary>Bytes.</summary>
    public double Needed => needed;

    /// <summary>Bytes.</summary>
    public long Limit => limit;

    /// <summary>What to do instead, a sentence.</summary>
    public string Instead => instead;

    private static string Size(double bytes) => bytes switch
    {
        >= 1e9 => (bytes / 1e9).ToString("#,0.0 GB", CultureInfo.InvariantCulture),
        _ => (bytes / 1e6).ToString("0.0 MB", CultureInfo.InvariantCulture),
    };
}
