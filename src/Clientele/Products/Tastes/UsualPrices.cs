using Clientele.Sales.Kept;

namespace Clientele.Products.Tastes;

/// <summary>Which lines were sold below the usual price of their product.</summary>
/// <remarks>
/// The usual price is the one that at least half of a quarter's lines of usual size carry (units up to the product's median: large orders have
/// prices of their own). Where no price is so common, nothing is judged.
/// </remarks>
internal static class UsualPrices
{
    private const int FewestLines = 10;
    private const double Depth = 0.1;

    // What costs more counts as the dearest.
    private const int PriceBits = 44;
    private const long DearestPrice = (1L << PriceBits) - 1;

    public enum Verdict : byte
    {
        NotJudged,
        Usual,
        Reduced,
    }

    /// <summary>[lines]. O(n log n).</summary>
    public static Verdict[] Judge(KeptSales sales, ProductLines products, RunContext context)
    {
        var verdicts = new Verdict[sales.Sold.Count];
        Hands.Share(products.Count, context, (product, _) => Judge(sales.Sold, products[product], verdicts));
        return verdicts;
    }

    private static void Judge(KeptLines lines, ReadOnlySpan<int> own, Verdict[] verdicts)
    {
        if (own.Length < FewestLines) return;
        var units = new long[own.Length];
        for (var i = 0; i < own.Length; i++) units[i] = lines.Units[own[i]];
        Array.Sort(units);
        var median = units[(units.Length - 1) / 2];

        // By quarter, then by price; equal keys are equal for all that follows.
        var (keys, places, count) = (new long[own.Length], new int[own.Length], 0);
        foreach (var line in own)
        {
            if (lines.Units[line] <= 0 || lines.Units[line] > median) continue;
            var day = new DateTime(lines.Ticks[line]);
            keys[count] = ((long)((day.Year * 4) + ((day.Month - 1) / 3)) << PriceBits) | Math.Min(DearestPrice, UsualPrice.Of(lines, line));
            places[count++] = line;
        }

        Array.Sort(keys, places, 0, count);
        for (var from = 0; from < count;)
        {
            var to = from;
            while (to < count && keys[to] >> PriceBits == keys[from] >> PriceBits) to++;
            if (to - from >= FewestLines && UsualPrice.Among(keys.AsSpan(from, to - from)) is { } usual && Price(usual) > 0)
            {
                for (var i = from; i < to; i++) verdicts[places[i]] = Price(keys[i]) <= Price(usual) * (1 - Depth) ? Verdict.Reduced : Verdict.Usual;
            }

            from = to;
        }
    }

    private static long Price(long key) => key & DearestPrice;
}
