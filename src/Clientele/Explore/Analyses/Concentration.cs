namespace Clientele.Explore.Analyses;

/// <summary>How few customers and products bring how much of the money.</summary>
/// <remarks>Gini by ranks: 2 Σ i·xᵢ / (n Σ x) − (n + 1) / n with x rising [Gin14]. Totals below zero count as zero.</remarks>
internal static class Concentration
{
    private const int Points = 100;

    public static Choice<Analysis> Choice { get; } = new("concentration", "How few customers and products bring most of the money: Pareto table, Lorenz curve, Gini.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        if (!data.Known.Money) return new ExploreResult(Choice.Name) { CannotTell = "No file has a price or an amount: concentration of money cannot be told." };
        if (data.Total.Sign <= 0) return new ExploreResult(Choice.Name) { CannotTell = "The money is zero or less in all: its concentration cannot be told." };
        var result = new ExploreResult(Choice.Name);
        var table = new Table(result);
        table.Add("customers", data.CustomerMoney);
        if (!data.Known.Products)
        {
            result.Note("No file has products: how much hangs on few products cannot be told.");
            return result;
        }

        var products = new Money[data.Sales.Products.Count];
        var sold = new bool[products.Length];
        var lines = data.Sales.Sold;
        for (var l = 0; l < lines.Count; l++)
        {
            if (lines.Products[l] < 0) continue;
            products[lines.Products[l]] += lines.Amounts[l];
            sold[lines.Products[l]] = true;
        }

        for (var l = 0; l < data.Sales.Returned.Count && data.Nets; l++)
        {
            if (data.Sales.Returned.Products[l] is var p && p >= 0 && sold[p] && data.Sales.Returned.CustomerOf(l) >= 0) products[p] += data.Sales.Returned.Amounts[l];
        }

        var count = 0;
        foreach (var one in sold) count += one ? 1 : 0;
        var ofSold = new Money[count];
        for (var p = products.Length - 1; p >= 0; p--)
        {
            if (sold[p]) ofSold[--count] = products[p];
        }

        table.Add("products", ofSold);
        return result;
    }

    private sealed class Table(ExploreResult result)
    {
        private readonly ExploreColumn _what = result.New("what", "customers or products.", ExploreKind.Text);
        private readonly ExploreColumn _kind = result.New("kind", "pareto: the fewest that bring a share of the money; lorenz: what the least bring together.", ExploreKind.Text);
        private readonly ExploreColumn _count = result.New("count", "How many of them.", ExploreKind.Count);
        private readonly ExploreColumn _share = result.New("share", "Of all of them.", ExploreKind.Number);
        private readonly ExploreColumn _money = result.New("money_share", "Of all money; for pareto the share that is reached.", ExploreKind.Number);

        public void Add(string what, Money[] amounts)
        {
            var falling = Rates.ByMoney(amounts);
            var n = amounts.Length;
            var sums = new Money[n + 1]; // of the largest
            for (var i = 0; i < n; i++) sums[i + 1] = sums[i] + (amounts[falling[i]].Sign > 0 ? amounts[falling[i]] : Money.Zero);
            var total = sums[n];
            if (total.Sign == 0) return;
            foreach (var percent in (int[])[50, 80, 90, 95])
            {
                var need = 1;
                while (need < n && sums[need].ToDouble() < total.ToDouble() * percent / 100) need++;
                Row(what, "pareto", need, n, percent / 100.0);
                result.Count($"{what}_for_{percent}", $"Fewest {what} that bring {percent} % of the money.", need);
                result.Number($"{what}_for_{percent}_share", $"Of all {what}.", (double)need / n);
            }

            for (var point = 0; point <= Points; point++)
            {
                var least = (int)((long)n * point / Points);
                Row(what, "lorenz", least, n, Rates.Share(total - sums[n - least], in total));
            }

            var (weighted, all) = (0.0, total.ToDouble());
            for (var i = 0; i < n; i++) weighted += (n - i) * (sums[i + 1] - sums[i]).ToDouble() / all;
            result.Number($"{what}_gini", $"Gini coefficient: 0 when all {what} bring the same, towards 1 when one brings everything.", Math.Clamp((2 * weighted / n) - ((n + 1.0) / n), 0, 1));
            result.Number($"{what}_top_share", $"Money of the largest of the {what}, of all money.", Rates.Share(in sums[1], in total));
        }

        private void Row(string what, string kind, int count, int of, double money)
        {
            _what.Add(what);
            _kind.Add(kind);
            _count.Add((long)count);
            _share.Add((double)count / of);
            _money.Add(money);
        }
    }
}
