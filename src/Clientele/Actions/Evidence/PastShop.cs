using Clientele.Customers;
using Clientele.Sales.Kept;
using Clientele.Segments;

namespace Clientele.Actions.Evidence;

/// <summary>
/// The shop as it stood one horizon before the end of the data, with the same map of segments, and what every customer did afterwards. What
/// happened then by itself is what to expect now without doing anything.
/// </summary>
internal sealed class PastShop
{
    private const int FewestCustomers = 50;

    private readonly int[] _rows;
    private readonly Segmentation _map;
    private readonly OrderBook _book;

    private PastShop(long day, long end, int[] rows, Segmentation map, OrderBook book) => (Day, End, _rows, _map, _book) = (day, end, rows, map, book);

    /// <summary>The day in .NET ticks.</summary>
    public long Day { get; }

    /// <summary>End of the data.</summary>
    public long End { get; }

    /// <summary>Null when there is less than one horizon of sales, or fewer than 50 customers, before that day.</summary>
    public static PastShop? Of(KeptSales sales, OrderBook book, ActionsPlan plan, RunContext context)
    {
        var (end, horizon) = (sales.Totals.AsOf.Ticks, plan.HorizonDays * TimeSpan.TicksPerDay);
        var day = end - horizon;
        if (sales.Totals.First.Ticks > day - horizon) return null;
        var rows = new List<int>();
        for (var customer = 0; customer < book.Customers; customer++)
        {
            if (book.Count(customer) > 0 && book.Ticks[book.First(customer)] < day) rows.Add(customer);
        }

        if (rows.Count < FewestCustomers) return null;
        var table = Table(sales.Customers, book, rows, day);
        var map = SegmentStage.Run(table, plan.Sales.Segments with { Method = "rfm" }, context).Map!;
        return new(day, end, [.. rows], map, book);
    }

    /// <summary>Customers that stood so, by their row today.</summary>
    /// <param name="stoodSo">Row today, segment then.</param>
    public Following Following(Func<int, Segment, bool> stoodSo)
    {
        var (all, spends) = (0, new List<double>());
        for (var i = 0; i < _rows.Length; i++)
        {
            if (!stoodSo(_rows[i], _map.Segments[_map.Labels[i]])) continue;
            all++;
            var next = _book.From(_rows[i], Day);
            if (next < _book.End(_rows[i])) spends.Add(_book.Between(_rows[i], Day, End));
        }

        return new(all, [.. spends]);
    }

    /// <summary>Recency, frequency and money as they stood on that day.</summary>
    private static CustomerTable Table(CustomerTable today, OrderBook book, List<int> rows, long day)
    {
        var ids = new string[rows.Count];
        var (recency, frequency, money) = (new double[rows.Count], new double[rows.Count], new double[rows.Count]);
        var amounts = new Money[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var (first, next) = (book.First(rows[i]), book.From(rows[i], day));
            ids[i] = today.Ids[rows[i]];
            recency[i] = Math.Floor((day - book.Ticks[next - 1]) / (double)TimeSpan.TicksPerDay);
            frequency[i] = next - first;
            for (var order = first; order < next; order++) money[i] += book.Money[order];
            amounts[i] = Money.Of((long)Math.Round(money[i] * 1e4), 4);
        }

        return new CustomerTable(ids,
        [
            today["recency"] with { Numbers = recency },
            today["frequency"] with { Numbers = frequency },
            today["monetary"] with { Numbers = money, Amounts = amounts },
        ]);
    }
}
