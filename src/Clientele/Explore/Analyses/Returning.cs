namespace Clientele.Explore.Analyses;

/// <summary>Who buys for the first time, and who comes back, month by month.</summary>
internal static class Returning
{
    public static Choice<Analysis> Choice { get; } = new("returning", "New and returning customers and their money, by month.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        var result = new ExploreResult(Choice.Name);
        var calendar = data.Calendar;
        var (fresh, back) = (new long[calendar.Months], new long[calendar.Months]);
        var (freshMoney, backMoney, firstOrder) = (new Money[calendar.Months], new Money[calendar.Months], new Money[calendar.Months]);
        for (var c = 0; c < data.Customers; c++)
        {
            var first = calendar.Month(data.FirstDays[c]) - calendar.FirstMonth;
            var before = -1;
            for (var o = data.Sales.Sold.CustomerOrders[c]; o < data.Sales.Sold.CustomerOrders[c + 1]; o++)
            {
                var month = calendar.Month(data.Sold.Days[o]) - calendar.FirstMonth;
                (month == first ? freshMoney : backMoney)[month] += data.Sold.Money[o];
                if (o == data.Sales.Sold.CustomerOrders[c]) firstOrder[month] += data.Sold.Money[o];
                if (month != before) (month == first ? fresh : back)[month]++;
                before = month;
            }
        }

        for (var o = 0; o < data.Returned.Count; o++)
        {
            if (!data.Books(o)) continue;
            var month = calendar.Month(data.BookedDay(o)) - calendar.FirstMonth;
            (month == calendar.Month(data.FirstDays[data.Returned.Customer(o)]) - calendar.FirstMonth ? freshMoney : backMoney)[month] += data.Returned.Money[o];
        }

        Write(result, data, fresh, back, freshMoney, backMoney, firstOrder);
        return result;
    }

    private static void Write(ExploreResult result, ExploreData data, long[] fresh, long[] back, Money[] freshMoney, Money[] backMoney, Money[] firstOrder)
    {
        var month = result.New("month", "The month.", ExploreKind.Text);
        var whole = result.New("state", "whole; partial where the sales begin or end inside the month; empty without an order.", ExploreKind.Text);
        var news = result.New("new_customers", "Customers whose first order falls into the month.", ExploreKind.Count);
        var backs = result.New("returning_customers", "Customers who ordered in it and in an earlier month.", ExploreKind.Count);
        var share = result.New("returning_share", "Returning customers among those who ordered.", ExploreKind.Number);
        var newMoney = data.Known.Money ? result.New("new_money", "Money of the new customers in the month.", ExploreKind.Money) : null;
        var oldMoney = data.Known.Money ? result.New("returning_money", "Money of the returning customers in it.", ExploreKind.Money) : null;
        var first = data.Known.Money ? result.New("first_order_money", "Money of first orders, before returns; part of new_money.", ExploreKind.Money) : null;
        var total = Money.Zero;
        for (var m = 0; m < fresh.Length; m++)
        {
            month.Add(SalesCalendar.MonthText(data.Calendar.FirstMonth + m));
            whole.Add(fresh[m] + back[m] == 0 ? "empty" : data.Calendar.CoversMonth(data.Calendar.FirstMonth + m) ? "whole" : "partial");
            news.Add(fresh[m]);
            backs.Add(back[m]);
            share.Add(Rates.Share(back[m], fresh[m] + back[m]));
            newMoney?.Add(in freshMoney[m]);
            oldMoney?.Add(in backMoney[m]);
            first?.Add(in firstOrder[m]);
            total += backMoney[m];
        }

        if (data.Known.Money) result.Amount("returning_money", "Money of customers in months after their first.", total);
        if (data.Known.Money) result.Number("returning_money_share", "Of all money.", Rates.Share(in total, data.Total));
        result.Note("Everybody is new at their first order in these files: in the first months many are old customers seen for the first time.");
    }
}
