using Clientele.Explore;
using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Reports.Page.Parts;

/// <summary>What the explored sales are by segment, under <c>slices</c>, so that the page's segment filter reaches them: months, hours, places.</summary>
/// <remarks>The sums over all segments are those of the analyses. Money is rounded to the cent per cell.</remarks>
internal sealed class SlicesPart(ExploreData data, Segmentation segmentation) : IReportPart
{
    private readonly int _segments = segmentation.Segments.Count;

    public void Write(JsonText json)
    {
        json.Object("slices").Flag("money", data.Known.Money).Integer("hours", data.Known.TimesOfDay ? 24 : 1).List("months");
        for (var month = data.Calendar.FirstMonth; month <= data.Calendar.LastMonth; month++) json.Text(null, SalesCalendar.MonthText(month));
        json.EndList();
        Months(json);
        Hours(json);
        json.List("places");
        foreach (var kind in (ReadOnlySpan<string>)["country", "store", "category"]) PlaceSlices.Write(json, data, segmentation, kind);
        json.EndList().EndObject();
    }

    private void Months(JsonText json)
    {
        var months = data.Calendar.Months;
        var (orders, fresh, back) = (Table(months), Table(months), Table(months));
        var (sales, freshMoney, backMoney) = (Sums(months), Sums(months), Sums(months));
        for (var c = 0; c < data.Customers; c++)
        {
            var (segment, first, before) = (segmentation.Labels[c], data.Calendar.Month(data.FirstDays[c]) - data.Calendar.FirstMonth, -1);
            for (var o = data.Sales.Sold.CustomerOrders[c]; o < data.Sales.Sold.CustomerOrders[c + 1]; o++)
            {
                var month = data.Calendar.Month(data.Sold.Days[o]) - data.Calendar.FirstMonth;
                orders[segment][month]++;
                sales[segment][month] += data.Sold.Money[o];
                (month == first ? freshMoney : backMoney)[segment][month] += data.Sold.Money[o];
                if (month != before) (month == first ? fresh : back)[segment][month]++;
                before = month;
            }
        }

        for (var o = 0; o < data.Returned.Count; o++)
        {
            if (!data.Books(o)) continue;
            var customer = data.Returned.Customer(o);
            var (segment, month) = (segmentation.Labels[customer], data.Calendar.Month(data.BookedDay(o)) - data.Calendar.FirstMonth);
            sales[segment][month] += data.Returned.Money[o];
            (month == data.Calendar.Month(data.FirstDays[customer]) - data.Calendar.FirstMonth ? freshMoney : backMoney)[segment][month] += data.Returned.Money[o];
        }

        Counts(json, "orders", orders);
        Counts(json, "newCustomers", fresh);
        Counts(json, "returningCustomers", back);
        if (!data.Known.Money) return;
        Amounts(json, "sales", sales);
        Amounts(json, "newSales", freshMoney);
        Amounts(json, "returningSales", backMoney);
    }

    private void Hours(JsonText json)
    {
        var hours = data.Known.TimesOfDay ? 24 : 1;
        var orders = Table(7 * hours);
        for (var o = 0; o < data.Sold.Count; o++)
        {
            if (data.Sold.Customer(o) is var customer && customer >= 0)
                orders[segmentation.Labels[customer]][(data.Sold.Days[o] % 7 * hours) + (hours > 1 ? data.Sold.Hours[o] : 0)]++;
        }

        Counts(json, "weekdayHours", orders);
    }

    private long[][] Table(int columns)
    {
        var table = new long[_segments][];
        for (var s = 0; s < table.Length; s++) table[s] = new long[columns];
        return table;
    }

    private Money[][] Sums(int columns)
    {
        var table = new Money[_segments][];
        for (var s = 0; s < table.Length; s++) table[s] = new Money[columns];
        return table;
    }

    internal static void Counts(JsonText json, string name, long[][] table)
    {
        json.List(name);
        foreach (var row in table)
        {
            json.List();
            foreach (var value in row) json.Integer(null, value);
            json.EndList();
        }

        json.EndList();
    }

    internal static void Amounts(JsonText json, string name, Money[][] table)
    {
        json.List(name);
        foreach (var row in table)
        {
            json.List();
            foreach (var value in row) json.Number(null, Round.Cents(value.ToDouble()));
            json.EndList();
        }

        json.EndList();
    }
}
