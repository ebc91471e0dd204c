namespace Clientele.Explore.Analyses;

/// <summary>Customers by the month of their first order: how many come back, and what they spend, month after month.</summary>
internal static class Cohorts
{
    public static Choice<Analysis> Choice { get; } = new("cohorts", "Retention and money of customers by the month of their first order.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        var result = new ExploreResult(Choice.Name);
        var months = data.Calendar.Months;
        var sizes = new long[months];
        var (active, orders, money) = (new long[months][], new long[months][], new Money[months][]);
        for (var m = 0; m < months; m++) (active[m], orders[m], money[m]) = (new long[months - m], new long[months - m], new Money[months - m]);
        for (var c = 0; c < data.Customers; c++)
        {
            var cohort = data.Calendar.Month(data.FirstDays[c]) - data.Calendar.FirstMonth;
            sizes[cohort]++;
            var before = -1;
            for (var o = data.Sales.Sold.CustomerOrders[c]; o < data.Sales.Sold.CustomerOrders[c + 1]; o++)
            {
                var age = data.Calendar.Month(data.Sold.Days[o]) - data.Calendar.FirstMonth - cohort;
                if (age != before) active[cohort][age]++;
                before = age;
                orders[cohort][age]++;
                money[cohort][age] += data.Sold.Money[o];
            }
        }

        for (var o = 0; o < data.Returned.Count; o++)
        {
            if (!data.Books(o)) continue;
            var cohort = data.Calendar.Month(data.FirstDays[data.Returned.Customer(o)]) - data.Calendar.FirstMonth;
            money[cohort][Math.Max(0, data.Calendar.Month(data.BookedDay(o)) - data.Calendar.FirstMonth - cohort)] += data.Returned.Money[o];
        }

        Write(result, data, sizes, active, orders, money);
        Retention(result, data, sizes, active);
        return result;
    }

    private static void Write(ExploreResult result, ExploreData data, long[] sizes, long[][] active, long[][] orders, Money[][] money)
    {
        var cohort = result.New("cohort", "Month of the first order.", ExploreKind.Text);
        var size = result.New("customers", "Customers of the cohort.", ExploreKind.Count);
        var age = result.New("age", "Months since the first order; 0 is the month of it.", ExploreKind.Count);
        var state = result.New("state", "whole; partial where the sales begin or end inside the month looked at; ahead: not yet observed.", ExploreKind.Text);
        var count = result.New("active", "Customers of the cohort who ordered in that month; empty while it is ahead.", ExploreKind.Count);
        var retention = result.New("retention", "Active customers among those of the cohort.", ExploreKind.Number);
        var placed = result.New("orders", "Their orders in that month.", ExploreKind.Count);
        var spent = data.Known.Money ? result.New("money", "Their money in that month.", ExploreKind.Money) : null;
        var per = data.Known.Money ? result.New("cumulative_per_customer", "Money up to the end of that month per customer of the cohort.", ExploreKind.Number) : null;
        for (var m = 0; m < sizes.Length; m++)
        {
            if (sizes[m] == 0) continue;
            var sum = Money.Zero;
            for (var a = 0; a < sizes.Length; a++)
            {
                cohort.Add(SalesCalendar.MonthText(data.Calendar.FirstMonth + m));
                size.Add(sizes[m]);
                age.Add((long)a);
                if (a >= active[m].Length)
                {
                    state.Add("ahead");
                    count.AddMissing();
                    retention.AddMissing();
                    placed.AddMissing();
                    spent?.AddMissing();
                    per?.AddMissing();
                    continue;
                }

                sum += money[m][a];
                state.Add(data.Calendar.CoversMonth(data.Calendar.FirstMonth + m + a) ? "whole" : "partial");
                count.Add(active[m][a]);
                retention.Add(Rates.Share(active[m][a], sizes[m]));
                placed.Add(orders[m][a]);
                spent?.Add(in money[m][a]);
                per?.Add(sum.ToDouble() / sizes[m]);
            }
        }
    }

    /// <summary>Over all cohorts that have been observed for that long, whole months only.</summary>
    private static void Retention(ExploreResult result, ExploreData data, long[] sizes, long[][] active)
    {
        foreach (var age in (int[])[1, 3, 6, 12])
        {
            var (seen, came) = (0L, 0L);
            for (var m = 0; m + age < sizes.Length; m++)
            {
                if (!data.Calendar.CoversMonth(data.Calendar.FirstMonth + m + age)) continue;
                seen += sizes[m];
                came += active[m][age];
            }

            if (seen > 0) result.Number($"retention_{age}", $"Customers who ordered {age} months after the month of their first order, among all observed for that long (whole months).", Rates.Share(came, seen));
        }
    }
}
