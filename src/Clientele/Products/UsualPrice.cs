using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>The price that a product has when nothing is reduced.</summary>
/// <remarks>Prices are whole hundredths of a cent, so that equal ones are equal whatever the pieces.</remarks>
internal static class UsualPrice
{
    /// <summary>Parts of the unit of money.</summary>
    public const double Grain = 10_000;

    /// <summary>What one piece of the line cost; the line must have pieces.</summary>
    public static long Of(KeptLines lines, int line) => (long)Math.Round(lines.Amounts[line].ToDouble() / (lines.Units[line] / 1e6) * Grain);

    /// <summary>The price that most lines carry, at least half of them, of equals the lower; null when prices are too scattered to speak of a usual one.</summary>
    /// <param name="sorted">Prices, ascending.</param>
    public static long? Among(ReadOnlySpan<long> sorted)
    {
        var (usual, most) = (0L, 0);
        for (var from = 0; from < sorted.Length;)
        {
            var to = from;
            while (to < sorted.Length && sorted[to] == sorted[from]) to++;
            if (to - from > most) (usual, most) = (sorted[from], to - from);
            from = to;
        }

        return most > 0 && most * 2 >= sorted.Length ? usual : null;
    }
}
