namespace Clientele.Explore.Analyses;

/// <summary>When people order: weekday by hour.</summary>
internal static class Hours
{
    private static readonly string[] s_weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static Choice<Analysis> Choice { get; } = new("hours", "Orders and money by weekday and hour of the day.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        var result = new ExploreResult(Choice.Name);
        var hours = data.Known.TimesOfDay ? 24 : 1;
        var (orders, money) = (new long[7 * hours], new Money[7 * hours]);
        for (var o = 0; o < data.Sold.Count; o++)
        {
            var at = (data.Sold.Days[o] % 7 * hours) + (hours > 1 ? data.Sold.Hours[o] : 0);
            orders[at]++;
            money[at] += data.Sold.Money[o];
        }

        var weekday = result.New("weekday", "1 is Monday, 7 is Sunday.", ExploreKind.Count);
        var hour = result.New("hour", "Hour of the day, 0 to 23; empty when the sales have no time of day.", ExploreKind.Count);
        var count = result.New("orders", "Orders whose first line falls into it.", ExploreKind.Count);
        var share = result.New("share", "Of all orders.", ExploreKind.Number);
        var sum = data.Known.Money ? result.New("money", "Money of these orders, before returns.", ExploreKind.Money) : null;
        var best = 0;
        for (var i = 0; i < orders.Length; i++)
        {
            weekday.Add((i / hours) + 1L);
            if (hours > 1) hour.Add((long)(i % hours));
            else hour.AddMissing();
            count.Add(orders[i]);
            share.Add(Rates.Share(orders[i], data.Sold.Count));
            sum?.Add(in money[i]);
            if (orders[i] > orders[best]) best = i;
        }

        result.Text("busiest_weekday", "Weekday of the busiest hour, or the busiest weekday when there are no times of day.", s_weekdays[best / hours]);
        if (hours > 1) result.Count("busiest_hour", "Hour of the day with most orders on that weekday.", best % hours);
        else result.Note("The sales have no time of day: hours cannot be told.");
        result.Number("busiest_share", "Its share of all orders.", Rates.Share(orders[best], data.Sold.Count));
        return result;
    }
}
