using Clientele.Sales.Kept;

namespace Clientele.Explore.Analyses;

/// <summary>Countries, stores and categories in customers, orders and money.</summary>
internal static class Places
{
    public static Choice<Analysis> Choice { get; } = new("places", "Countries, stores and categories in customers, orders and money.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        if (data.Known is { Countries: false, Stores: false, Categories: false })
            return new ExploreResult(Choice.Name) { CannotTell = "No file has a country, a store or a category." };
        var result = new ExploreResult(Choice.Name);
        var table = new Table(result, data);
        if (data.Known.Countries) table.Add("country", data.Sales.Countries, lines => lines.Countries);
        if (data.Known.Stores) table.Add("store", data.Sales.Stores, lines => lines.Stores);
        if (data.Known.Categories) table.Add("category", data.Sales.Categories, lines => lines.Categories);
        return result;
    }

    private sealed class Table(ExploreResult result, ExploreData data)
    {
        private readonly ExploreColumn _kind = result.New("kind", "country, store or category.", ExploreKind.Text);
        private readonly ExploreColumn _name = result.New("name", "Its name; empty where a line has none.", ExploreKind.Text);
        private readonly ExploreColumn _customers = result.New("customers", "Customers who bought there.", ExploreKind.Count);
        private readonly ExploreColumn _orders = result.New("orders", "Orders with a line of it.", ExploreKind.Count);
        private readonly ExploreColumn _lines = result.New("lines", "Lines.", ExploreKind.Count);
        private readonly ExploreColumn _share = result.New("lines_share", "Of all lines.", ExploreKind.Number);
        private readonly ExploreColumn? _money = data.Known.Money ? result.New("money", "Money.", ExploreKind.Money) : null;
        private readonly ExploreColumn? _moneyShare = data.Known.Money ? result.New("money_share", "Of all money.", ExploreKind.Number) : null;

        public void Add(string kind, string[] names, Func<KeptLines, int[]> column)
        {
            var n = names.Length + 1; // the last: none
            var (customers, orders, lines, money) = (new long[n], new long[n], new long[n], new Money[n]);
            var (lastCustomer, lastOrder) = (new int[n], new int[n]);
            var sold = data.Sales.Sold;
            var of = column(sold);
            for (var l = 0; l < sold.Count; l++)
            {
                var at = of.Length == 0 || of[l] < 0 ? n - 1 : of[l];
                lines[at]++;
                money[at] += sold.Amounts[l];
                var order = sold.Orders[l] + 1;
                if (lastOrder[at] == order) continue;
                lastOrder[at] = order;
                orders[at]++;
                var customer = sold.OrderCustomers[order - 1] + 1;
                if (lastCustomer[at] == customer) continue;
                lastCustomer[at] = customer;
                customers[at]++;
            }

            var back = data.Sales.Returned;
            var ofBack = column(back);
            for (var l = 0; l < back.Count && data.Nets; l++)
            {
                if (back.CustomerOf(l) >= 0) money[ofBack.Length == 0 || ofBack[l] < 0 ? n - 1 : ofBack[l]] += back.Amounts[l];
            }

            Write(kind, names, customers, orders, lines, money);
        }

        private void Write(string kind, string[] names, long[] customers, long[] orders, long[] lines, Money[] money)
        {
            var order = data.Known.Money ? Rates.ByMoney(money) : RadixOrder.Identity(money.Length);
            var count = 0L;
            foreach (var at in order)
            {
                if (lines[at] == 0 && money[at].Sign == 0) continue;
                var name = at < names.Length ? names[at] : "";
                if (name.Length > 0 && count++ == 0)
                {
                    result.Text($"top_{kind}", $"The {kind} with most money.", name);
                    result.Number($"top_{kind}_share", data.Known.Money ? "Of all money." : "Of all lines.", data.Known.Money ? Rates.Share(in money[at], data.Total) : Rates.Share(lines[at], data.Sales.Sold.Count));
                }

                _kind.Add(kind);
                _name.Add(name);
                _customers.Add(customers[at]);
                _orders.Add(orders[at]);
                _lines.Add(lines[at]);
                _share.Add(Rates.Share(lines[at], data.Sales.Sold.Count));
                _money?.Add(in money[at]);
                _moneyShare?.Add(Rates.Share(in money[at], data.Total));
            }

            result.Count($"{kind}_count", "How many have sales.", count);
        }
    }
}
