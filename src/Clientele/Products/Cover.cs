using Clientele.Numerics.Distributions;
using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>What a segment is expected to take of a product in the coming weeks.</summary>
/// <param name="Product">Index in the sales' products.</param>
/// <param name="Segment">Its name; null is the whole shop.</param>
public sealed record DemandCover(int Product, string? Segment)
{
    /// <summary>Weeks of history, and those in which something was sold.</summary>
    public int Weeks { get; init; }

    public int WeeksSold { get; init; }

    /// <summary>Pieces per week, and their standard deviation.</summary>
    public double PerWeek { get; init; }

    public double Deviation { get; init; }

    /// <summary>Pieces expected in the weeks to cover, and the interval that holds what will be asked for in 95 of 100 cases.</summary>
    public double Expected { get; init; }

    public double Low { get; init; }

    public double High { get; init; }

    /// <summary>Pieces that last as surely as was asked for.</summary>
    public double Stock { get; init; }

    /// <summary>The same in weeks of usual demand.</summary>
    public double StockWeeks => Stock / PerWeek;
}

/// <summary>Works the cover out product by product. One per thread; its space is used again.</summary>
/// <remarks>
/// Weekly pieces of the last weeks, those without a sale included, from the product's first sale on, are taken for draws of one law: mean and
/// variance as seen. The sum over w weeks then has mean w·m and variance w·s² + w²·s²/n, the second part because m itself was estimated from
/// n weeks. Its quantiles are those of a negative binomial. Season and trend are not in it.
/// </remarks>
internal sealed class Cover(KeptLines lines, ShopTimes times, ShopSegments segments, ProductPlan plan)
{
    public const int LeastSold = 4;

    private readonly double[] _weeks = new double[times.Weeks * (segments.All.Count + 1)];

    public void AddTo(List<DemandCover> found, int product, ReadOnlySpan<int> own)
    {
        Array.Clear(_weeks);
        var oldest = 0;
        foreach (var line in own)
        {
            var ago = times.WeeksAgo(lines.Ticks[line]);
            oldest = Math.Max(oldest, ago);
            if (ago >= times.Weeks) continue;
            var units = lines.Units[line] / 1e6;
            _weeks[ago] += units;
            if (segments.Of(lines.OrderCustomers[lines.Orders[line]]) is var segment && segment >= 0) _weeks[((segment + 1) * times.Weeks) + ago] += units;
        }

        // The week of the first sale is cut off where it began inside the history: it was not a whole one.
        var n = oldest >= times.Weeks ? times.Weeks : oldest;
        if (n < ProductPlan.LeastHistory) return;
        for (var scope = -1; scope < segments.All.Count; scope++)
        {
            if (Of(product, scope < 0 ? null : segments.All[scope].Name, _weeks.AsSpan((scope + 1) * times.Weeks, n), plan) is { } cover) found.Add(cover);
            else if (scope < 0) return;
        }
    }

    /// <summary>Null where it was sold in fewer than four weeks.</summary>
    internal static DemandCover? Of(int product, string? segment, ReadOnlySpan<double> weeks, ProductPlan plan)
    {
        var (n, sold, mean, squares) = (weeks.Length, 0, 0.0, 0.0);
        foreach (var units in weeks)
        {
            sold += units > 0 ? 1 : 0;
            mean += units / n;
        }

        if (sold < LeastSold) return null;
        foreach (var units in weeks) squares += (units - mean) * (units - mean);
        var variance = squares / (n - 1);
        var w = plan.CoverWeeks;
        var (expected, spread) = (w * mean, (w * variance) + ((double)w * w * Math.Max(variance, mean) / n));
        return new DemandCover(product, segment)
        {
            Weeks = n,
            WeeksSold = sold,
            PerWeek = mean,
            Deviation = Math.Sqrt(variance),
            Expected = expected,
            Low = NegativeBinomial.Quantile(expected, spread, 0.025),
            High = NegativeBinomial.Quantile(expected, spread, 0.975),
            Stock = NegativeBinomial.Quantile(expected, spread, plan.Service),
        };
    }
}
