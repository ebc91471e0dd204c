using Clientele.Numerics.Survival;
using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>How long until customers who buy something repeatedly buy it again.</summary>
/// <param name="Level"><c>product</c> or <c>category</c>.</param>
/// <param name="Item">Index in the sales' products or categories.</param>
public sealed record Rebuying(string Level, int Item)
{
    /// <summary>Customers who bought it at all, and on two days or more.</summary>
    public int Customers { get; init; }

    public int Repeaters { get; init; }

    /// <summary>Days between two purchases that were seen, and those still open at the end.</summary>
    public int Gaps { get; init; }

    public int Open { get; init; }

    /// <summary>Days until a quarter, half and three quarters of the purchases were followed by the next; NaN where so many were not.</summary>
    public double Lower { get; init; }

    public double Median { get; init; }

    public double Upper { get; init; }

    /// <summary>95 % interval of the median; NaN for an end that the sales do not reach.</summary>
    public double Low { get; init; }

    public double High { get; init; }
}

/// <summary>Works out the days to the next purchase. One per thread; its space is used again.</summary>
/// <remarks>
/// Gaps between days of purchase of the customers who bought on two days or more; the time since their last purchase counts as a gap that is
/// still open [KM58]. Customers who bought once say whether somebody comes back, not when, and are left to <see cref="Rebuying.Customers"/>.
/// </remarks>
internal sealed class Replenishment(KeptLines lines, int endDay)
{
    public const int LeastRepeaters = 10;
    public const int LeastGaps = 20;

    private double[] _gaps = new double[256];
    private bool[] _closed = new bool[256];
    private int _count;

    /// <summary>Null with fewer than 10 repeaters or 20 gaps.</summary>
    public Rebuying? Of(string level, int item, ReadOnlySpan<int> own)
    {
        var (customers, repeaters, seen, customer, day, first) = (0, 0, 0, -1, 0, 0);
        _count = 0;
        foreach (var line in own)
        {
            var who = lines.OrderCustomers[lines.Orders[line]];
            if (who < 0) continue;
            var today = ShopTimes.Day(lines.Ticks[line]);
            if (who != customer)
            {
                Leave();
                (customer, day, first) = (who, today, _count);
                customers++;
                continue;
            }

            // A customer's orders stand in the order of their first line, so that a long one may end after the next has begun.
            if (today <= day) continue;
            Add(today - day, true);
            day = today;
        }

        Leave();
        if (repeaters < LeastRepeaters || seen < LeastGaps) return null;
        var fit = KaplanMeier.Fit(_gaps.AsSpan(0, _count), _closed.AsSpan(0, _count));
        var (low, high) = fit.Interval(0.5);
        return new Rebuying(level, item)
        {
            Customers = customers,
            Repeaters = repeaters,
            Gaps = seen,
            Open = _count - seen,
            Lower = fit.Quantile(0.25),
            Median = fit.Quantile(0.5),
            Upper = fit.Quantile(0.75),
            Low = low,
            High = high,
        };

        void Leave()
        {
            if (customer < 0 || _count == first) return;
            repeaters++;
            seen += _count - first;
            Add(Math.Max(0, endDay - day), false);
        }
    }

    private void Add(int gap, bool closed)
    {
        if (_count == _gaps.Length)
        {
            Array.Resize(ref _gaps, _count * 2);
            Array.Resize(ref _closed, _count * 2);
        }

        (_gaps[_count], _closed[_count]) = (gap, closed);
        _count++;
    }
}
