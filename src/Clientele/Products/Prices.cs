using Clientele.Numerics.Statistics;
using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>Works out what was paid per piece. One per thread; its space is used again.</summary>
internal sealed class Prices
{
    private const double Below = 0.995;

    private double[] _prices = [];
    private double[] _units = [];

    public PriceSpread Of(KeptLines lines, ReadOnlySpan<int> own)
    {
        if (_prices.Length < own.Length) (_prices, _units) = (new double[own.Length * 2], new double[own.Length * 2]);
        var n = 0;
        foreach (var line in own)
        {
            if (lines.Units[line] <= 0) continue;
            _units[n] = lines.Units[line] / 1e6;
            // Six decimals: equal prices stay equal whatever the pieces.
            _prices[n] = Math.Round(lines.Amounts[line].ToDouble() / _units[n], 6);
            n++;
        }

        if (n == 0) return PriceSpread.None;
        var prices = _prices.AsSpan(0, n);
        var units = _units.AsSpan(0, n);
        prices.Sort(units);
        var usual = Commonest(prices);
        var (all, cheap, paid) = (0.0, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            all += units[i];
            if (prices[i] >= usual * Below) continue;
            cheap += units[i];
            paid += units[i] * prices[i];
        }

        return new PriceSpread(
            prices[0], Quantile.OfSorted(prices, 0.25), Quantile.OfSorted(prices, 0.5), Quantile.OfSorted(prices, 0.75), prices[^1], usual,
            cheap / all, cheap > 0 ? 1 - (paid / (cheap * usual)) : double.NaN);
    }

    private static double Commonest(ReadOnlySpan<double> sorted)
    {
        var (most, usual) = (0, sorted[0]);
        for (var i = 0; i < sorted.Length;)
        {
            var from = i;
            var cents = Math.Round(sorted[i], 2);
            for (; i < sorted.Length && Math.Round(sorted[i], 2) == cents; i++)
            {
            }

            if (i - from >= most) (most, usual) = (i - from, cents);
        }

        return usual;
    }
}
