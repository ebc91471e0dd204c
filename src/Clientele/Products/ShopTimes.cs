using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>The shop's time cut into equal periods and weeks, counted back from the last day that something was sold.</summary>
internal sealed class ShopTimes
{
    private const int DaysOfAWeek = 7;

    private readonly long _end;
    private readonly int _periodDays;

    public ShopTimes(KeptSales sales, ProductPlan plan)
    {
        var ticks = sales.Sold.Ticks;
        var (first, last) = (long.MaxValue, 0L);
        foreach (var time in ticks) (first, last) = (Math.Min(first, time), Math.Max(last, time));
        Begin = first / TimeSpan.TicksPerDay * TimeSpan.TicksPerDay;
        _end = ((last / TimeSpan.TicksPerDay) + 1) * TimeSpan.TicksPerDay;
        _periodDays = plan.PeriodDays;
        Periods = Math.Max(1, (int)((_end - Begin) / TimeSpan.TicksPerDay) / plan.PeriodDays);
        Weeks = Math.Min(plan.HistoryWeeks, (int)((_end - Begin) / TimeSpan.TicksPerDay) / DaysOfAWeek);
        RecentFrom = _end - (plan.RecentDays * TimeSpan.TicksPerDay);
        EarlierFrom = RecentFrom - (plan.RecentDays * TimeSpan.TicksPerDay);
    }

    /// <summary>First day, .NET ticks.</summary>
    public long Begin { get; }

    /// <summary>Whole periods; what is left over at the beginning belongs to the first.</summary>
    public int Periods { get; }

    /// <summary>Whole weeks of history, at most what the plan asks for.</summary>
    public int Weeks { get; }

    public long RecentFrom { get; }

    public long EarlierFrom { get; }

    /// <summary>0 is the oldest.</summary>
    public int PeriodOf(long ticks) => Math.Max(0, Periods - 1 - ((int)((_end - 1 - ticks) / TimeSpan.TicksPerDay) / _periodDays));

    /// <summary>Weeks before the last one; 0 is the last.</summary>
    public int WeeksAgo(long ticks) => (int)((_end - 1 - ticks) / TimeSpan.TicksPerDay) / DaysOfAWeek;

    public static int Day(long ticks) => (int)(ticks / TimeSpan.TicksPerDay);
}
