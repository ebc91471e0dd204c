namespace Clientele.Products.Tastes;

/// <summary>What each order is: its main category, whether most of it was reduced, its month.</summary>
internal sealed class OrderTraits
{
    private OrderTraits(int[] categories, int[] reduced, int[] months) => (Categories, Reduced, Months) = (categories, reduced, months);

    /// <summary>Category with more than half of the order's lines [orders]; -1 for none of them, -2 where no line has one.</summary>
    public int[] Categories { get; }

    /// <summary>1 where more than half of the judged lines were below their usual price, else 0 [orders]; -1 where none was judged.</summary>
    public int[] Reduced { get; }

    /// <summary>Months since year 0 [orders].</summary>
    public int[] Months { get; }

    public static OrderTraits Of(Assortment assortment, UsualPrices.Verdict[]? verdicts)
    {
        var (sales, lines) = (assortment.Sales, assortment.Sales.Sold);
        var traits = new OrderTraits(new int[lines.OrderCount], new int[lines.OrderCount], new int[lines.OrderCount]);
        var counts = new int[sales.Categories.Length];
        for (var order = 0; order < lines.OrderCount; order++)
        {
            var (from, to) = (lines.OrderStarts[order], lines.OrderStarts[order + 1]);
            var day = new DateTime(lines.Ticks[from]);
            traits.Months[order] = (day.Year * 12) + day.Month - 1;
            traits.Categories[order] = Main(assortment, from, to, counts);
            traits.Reduced[order] = verdicts is null ? -1 : MostlyReduced(verdicts.AsSpan(from, to - from));
        }

        return traits;
    }

    private static int Main(Assortment assortment, int from, int to, int[] counts)
    {
        var (main, all) = (-2, 0);
        if (counts.Length == 0) return main;
        for (var line = from; line < to; line++)
        {
            if (assortment.ProductOf(line) < 0 || assortment.Sales.Sold.Categories[line] is not (>= 0 and var category)) continue;
            counts[category]++;
            all++;
            if (main < 0 || counts[category] > counts[main]) main = category;
        }

        var most = main < 0 ? 0 : counts[main];
        for (var line = from; line < to; line++)
        {
            if (assortment.Sales.Sold.Categories[line] is >= 0 and var category) counts[category] = 0;
        }

        return all == 0 ? -2 : most * 2 > all ? main : -1;
    }

    private static int MostlyReduced(ReadOnlySpan<UsualPrices.Verdict> lines)
    {
        var (judged, reduced) = (0, 0);
        foreach (var verdict in lines)
        {
            judged += verdict == UsualPrices.Verdict.NotJudged ? 0 : 1;
            reduced += verdict == UsualPrices.Verdict.Reduced ? 1 : 0;
        }

        return judged == 0 ? -1 : reduced * 2 > judged ? 1 : 0;
    }
}
