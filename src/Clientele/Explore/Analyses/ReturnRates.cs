using Clientele.Sales.Kept;

namespace Clientele.Explore.Analyses;

/// <summary>What came back: over all, by month and by product.</summary>
internal static class ReturnRates
{
    private const int MostProducts = 50;

    public static Choice<Analysis> Choice { get; } = new("returns", "Returned lines and money: in all, by month, and the products that come back most.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        var result = new ExploreResult(Choice.Name);
        var table = new Table(result, data.Known.Money);
        var all = new Sums(1);
        var months = new Sums(data.Calendar.Months);
        var products = new Sums(data.Sales.Products.Count);
        Add(data, data.Sales.Sold, all, months, products, returned: false);
        Add(data, data.Sales.Undone, all, months, products, returned: false);
        Add(data, data.Sales.Returned, all, months, products, returned: true);
        table.Row("total", "", "", all, 0);
        for (var m = 0; m < months.Lines.Length; m++) table.Row("month", SalesCalendar.MonthText(data.Calendar.FirstMonth + m), "", months, m);
        var worst = Rates.ByMoney(products.Back);
        for (var i = 0; i < Math.Min(MostProducts, worst.Length) && products.BackLines[worst[i]] > 0; i++)
            table.Row("product", data.Sales.Products.Codes[worst[i]], data.Sales.Products.Descriptions[worst[i]], products, worst[i]);
        if (!data.Known.Products) result.Note("No file has products: what comes back most cannot be told.");

        result.Count("returned_lines", "Returned and cancelled lines of known customers.", all.BackLines[0]);
        result.Number("lines_rate", "Returned lines over sold ones.", Rates.Share(all.BackLines[0], all.Lines[0]));
        if (!data.Known.Money) return result;
        result.Amount("returned_money", "Money given back, as a positive amount.", all.Back[0]);
        result.Number("money_rate", "Returned money over sold money.", Rates.Share(in all.Back[0], in all.Money[0]));
        result.Note("A month's rate sets what came back in it against what was sold in it; goods come back later, so it may exceed 1.");
        return result;
    }

    private static void Add(ExploreData data, KeptLines lines, Sums all, Sums months, Sums products, bool returned)
    {
        for (var l = 0; l < lines.Count; l++)
        {
            var day = Math.Clamp(SalesCalendar.DayOf(lines.Ticks[lines.OrderStarts[lines.Orders[l]]]), data.Calendar.FirstDay, data.Calendar.LastDay);
            all.Add(0, in lines.Amounts[l], returned);
            months.Add(data.Calendar.Month(day) - data.Calendar.FirstMonth, in lines.Amounts[l], returned);
            if (lines.Products[l] >= 0) products.Add(lines.Products[l], in lines.Amounts[l], returned);
        }
    }

    private sealed class Sums(int count)
    {
        public long[] Lines { get; } = new long[count];

        public Money[] Money { get; } = new Money[count];

        public long[] BackLines { get; } = new long[count];

        public Money[] Back { get; } = new Money[count];

        public void Add(int at, in Money money, bool returned)
        {
            if (returned)
            {
                BackLines[at]++;
                Back[at] -= money;
            }
            else
            {
                Lines[at]++;
                Money[at] += money;
            }
        }
    }

    private sealed class Table(ExploreResult result, bool money)
    {
        private readonly ExploreColumn _kind = result.New("kind", "total, month or product (at most 50, by returned money).", ExploreKind.Text);
        private readonly ExploreColumn _name = result.New("name", "The month, or the product's code.", ExploreKind.Text);
        private readonly ExploreColumn _description = result.New("description", "The product's description.", ExploreKind.Text);
        private readonly ExploreColumn _lines = result.New("sold_lines", "Lines sold, before anything came back.", ExploreKind.Count);
        private readonly ExploreColumn _back = result.New("returned_lines", "Lines returned or cancelled.", ExploreKind.Count);
        private readonly ExploreColumn _rate = result.New("lines_rate", "Returned lines over sold ones; empty when none were sold.", ExploreKind.Number);
        private readonly ExploreColumn? _money = money ? result.New("sold_money", "Money sold, before anything came back.", ExploreKind.Money) : null;
        private readonly ExploreColumn? _backMoney = money ? result.New("returned_money", "Money given back, as a positive amount.", ExploreKind.Money) : null;
        private readonly ExploreColumn? _moneyRate = money ? result.New("money_rate", "Returned money over sold money; empty when nothing was sold.", ExploreKind.Number) : null;

        public void Row(string kind, string name, string description, Sums sums, int at)
        {
            _kind.Add(kind);
            _name.Add(name);
            _description.Add(description);
            _lines.Add(sums.Lines[at]);
            _back.Add(sums.BackLines[at]);
            _rate.Add(Rates.Share(sums.BackLines[at], sums.Lines[at]));
            _money?.Add(in sums.Money[at]);
            _backMoney?.Add(in sums.Back[at]);
            _moneyRate?.Add(Rates.Share(in sums.Back[at], in sums.Money[at]));
        }
    }
}
