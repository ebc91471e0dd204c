namespace Clientele.Samples;

/// <summary>What one customer carries to the till: distinct products with pieces and price.</summary>
internal sealed class ShopBasket(ShopCatalog catalog)
{
    /// <summary>Most products in one basket.</summary>
    public const int Most = 60;

    private static readonly byte[][] s_pieces =
        [[1, 1, 1, 1, 1, 1, 2, 2], [1, 1, 1, 1, 2, 2, 3, 6], [1, 2, 2, 3, 4, 6, 6, 12], [12, 24, 24, 36, 48, 72, 96, 144]];

    private readonly int[] _takenIn = new int[catalog.Count];
    private int _serial;

    public int Count { get; private set; }

    public int[] Products { get; } = new int[Most];

    public int[] Quantities { get; } = new int[Most];

    /// <summary>Thousandths of the money unit per piece.</summary>
    public int[] Mills { get; } = new int[Most];

    public void Fill(in ShopCustomer person, ref Chance chance)
    {
        var kind = CustomerKind.All[person.Kind];
        var lines = Math.Min(Most, 1 + (int)Math.Min(Most, chance.Exponential() * person.Extra));
        var companion = -1;
        Count = 0;
        _serial++;
        while (Count < lines)
        {
            var product = companion >= 0 && IsFree(companion) ? companion : Choose(person, kind, ref chance);
            if (product < 0) return;
            var draw = chance.Next();
            companion = (draw & 1) != 0 ? catalog.Companion[product] : -1;
            Take(product, s_pieces[(int)kind.Appetite][(int)(draw >> 8 & 7)], kind.Appetite == Appetite.Wholesale);
        }
    }

    private void Take(int product, int pieces, bool wholesale)
    {
        var cents = catalog.PriceToday[product];
        Products[Count] = product;
        Quantities[Count] = cents < 300 ? pieces * 2 : pieces;
        Mills[Count] = wholesale ? cents * 88 / 10 : cents * 10;
        Count++;
        _takenIn[product] = _serial;
    }

    private int Choose(in ShopCustomer person, CustomerKind kind, ref Chance chance)
    {
        var draw = chance.Next();
        var category = kind.Rhythm == Rhythm.Promotions && (draw & 255) < 200 ? catalog.DrawReduced(ref chance)
            : (int)(draw >> 8 & 255) < person.HomeShare ? person.Home
            : catalog.DrawCategory(ref chance);
        var product = catalog.DrawProduct(category, person.PriceLevel, ref chance);
        return IsFree(product) ? product : NextFree(product);
    }

    /// <summary>The next product on the shelf of the same category, else anywhere; -1 when the shop is empty.</summary>
    private int NextFree(int product)
    {
        var from = ShopCatalog.CategoryOf(product) * ShopCatalog.PerCategory;
        for (var step = 1; step < ShopCatalog.PerCategory; step++)
        {
            var next = from + (product - from + step) % ShopCatalog.PerCategory;
            if (IsFree(next)) return next;
        }

        for (var step = 1; step < catalog.Count; step++)
        {
            var next = (product + step) % catalog.Count;
            if (IsFree(next)) return next;
        }

        return -1;
    }

    private bool IsFree(int product) => catalog.Available[product] && _takenIn[product] != _serial;
}
