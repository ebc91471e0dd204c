namespace Clientele.Explore.Analyses;

/// <summary>What pieces cost: lines, pieces and money by price band.</summary>
internal static class Prices
{
    /// <summary>Decimals of a price: a piece of three for 0.30 costs 0.1, not a hair less.</summary>
    private const int Decimals = 9;

    public static Choice<Analysis> Choice { get; } = new("prices", "Lines, pieces and money by price of one piece.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        if (!data.Known.Money) return new ExploreResult(Choice.Name) { CannotTell = "No file has a price or an amount: prices cannot be told." };
        var result = new ExploreResult(Choice.Name);
        var sold = data.Sales.Sold;
        var prices = new double[sold.Count];
        for (var l = 0; l < prices.Length; l++) prices[l] = sold.Units[l] == 0 ? 0 : Math.Round(sold.Amounts[l].ToDouble() / (sold.Units[l] / 1e6), Decimals);
        var bins = Bins.OfAmounts(prices);
        var (lines, units, money, products) = (new long[bins.Count], new double[bins.Count], new Money[bins.Count], new long[bins.Count]);
        var seen = new bool[bins.Count * (long)data.Sales.Products.Count];
        var total = Money.Zero;
        for (var l = 0; l < prices.Length; l++)
        {
            var bin = bins.Of(prices[l]);
            lines[bin]++;
            units[bin] += sold.Units[l] / 1e6;
            money[bin] += sold.Amounts[l];
            total += sold.Amounts[l];
            if (sold.Products[l] < 0) continue;
            ref var known = ref seen[((long)sold.Products[l] * bins.Count) + bin];
            if (!known) products[bin]++;
            known = true;
        }

        var from = result.New("from", "Least price of one piece; empty: none.", ExploreKind.Number);
        var to = result.New("to", "The next band begins here; empty: no end.", ExploreKind.Number);
        var count = result.New("lines", "Lines.", ExploreKind.Count);
        var share = result.New("lines_share", "Of all lines.", ExploreKind.Number);
        var pieces = result.New("units", "Pieces.", ExploreKind.Number);
        var kinds = data.Known.Products ? result.New("products", "Products sold at such a price at least once.", ExploreKind.Count) : null;
        var sum = result.New("money", "Money, before returns.", ExploreKind.Money);
        var sumShare = result.New("money_share", "Of all money.", ExploreKind.Number);
        for (var bin = 0; bin < bins.Count; bin++)
        {
            if (lines[bin] == 0) continue;
            from.Add(bins.From(bin));
            to.Add(bins.To(bin));
            count.Add(lines[bin]);
            share.Add(Rates.Share(lines[bin], sold.Count));
            pieces.Add(units[bin]);
            kinds?.Add(products[bin]);
            sum.Add(in money[bin]);
            sumShare.Add(Rates.Share(in money[bin], in total));
        }

        if (!data.Known.Quantities) result.Note("No file has quantities: the price of one piece is the money of its line.");
        return result;
    }
}
