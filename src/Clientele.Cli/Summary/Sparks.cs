using Clientele.Numerics.Statistics;

namespace Clientele.Cli.Summary;

/// <summary>A histogram as eight blocks.</summary>
internal static class Sparks
{
    private const int Blocks = 8;
    private const string Heights = "▁▂▃▄▅▆▇█";

    public static string Of(Histogram histogram)
    {
        if (histogram.Counts.Length == 0) return "";
        var sums = new double[Math.Min(Blocks, histogram.Counts.Length)];
        for (var bin = 0; bin < histogram.Counts.Length; bin++) sums[(int)((long)bin * sums.Length / histogram.Counts.Length)] += histogram.Counts[bin];
        var most = sums.Max();
        return string.Concat(sums.Select(s => s == 0 ? ' ' : Heights[(int)Math.Min(Heights.Length - 1, s / most * Heights.Length)]));
    }
}
