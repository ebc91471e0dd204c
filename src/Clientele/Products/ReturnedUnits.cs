using Clientele.Sales.Kept;

namespace Clientele.Products;

/// <summary>Pieces that came back per product, in millionths [products].</summary>
/// <param name="Back">Pieces returned or cancelled.</param>
/// <param name="Undone">Pieces sold that a return took out of the sales, with <c>--returns match</c>.</param>
internal sealed record ReturnedUnits(long[] Back, long[] Undone)
{
    public static ReturnedUnits Of(KeptSales sales)
    {
        return new ReturnedUnits(Sum(sales.Returned, sales.Products.Count), Sum(sales.Undone, sales.Products.Count));
    }

    private static long[] Sum(KeptLines lines, int products)
    {
        var sums = new long[products];
        for (var l = 0; l < lines.Count; l++)
        {
            if (lines.Products[l] is var product && product >= 0) sums[product] = checked(sums[product] + Math.Abs(lines.Units[l]));
        }

        return sums;
    }
}
