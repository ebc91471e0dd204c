using Clientele.Numerics.Statistics;

namespace Clientele.Explore.Analyses;

/// <summary>Days from one order to the next.</summary>
internal static class Gaps
{
    private const double TicksPerDay = TimeSpan.TicksPerDay;

    public static Choice<Analysis> Choice { get; } = new("gaps", "Days between a customer's orders: of all gaps, and of each customer's middle one.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        var lines = data.Sales.Sold;
        var repeats = 0;
        var several = 0;
        for (var c = 0; c < data.Customers; c++)
        {
            repeats += data.Orders(c) - 1;
            several += data.Orders(c) > 1 ? 1 : 0;
        }

        if (repeats == 0) return new ExploreResult(Choice.Name) { CannotTell = "Nobody ordered twice: there are no gaps between orders." };
        var result = new ExploreResult(Choice.Name);
        var (gaps, medians, firsts) = (new double[repeats], new double[several], new double[several]);
        var (gap, customer) = (0, 0);
        for (var c = 0; c < data.Customers; c++)
        {
            if (data.Orders(c) < 2) continue;
            var start = gap;
            for (var o = lines.CustomerOrders[c] + 1; o < lines.CustomerOrders[c + 1]; o++)
                gaps[gap++] = (lines.Ticks[lines.OrderStarts[o]] - lines.Ticks[lines.OrderStarts[o - 1]]) / TicksPerDay;
            firsts[customer] = gaps[start];
            medians[customer++] = Quantile.Median(new ReadOnlySpan<double>(gaps, start, gap - start));
        }

        var table = new Histogram(result, "count", money: false);
        table.Add("gap", gaps, Bins.OfDays(), []);
        table.Add("customer_gap", medians, Bins.OfDays(), []);
        table.Add("second_order", firsts, Bins.OfDays(), []);
        result.Count("gaps", "Gaps between orders that follow each other.", repeats);
        result.Count("customers", "Customers with two orders or more.", several);
        result.Note("gap: every gap in days; customer_gap: each customer's median gap; second_order: days from a customer's first to the second order. The mean per customer is mean_gap in segments.csv.");
        return result;
    }
}
