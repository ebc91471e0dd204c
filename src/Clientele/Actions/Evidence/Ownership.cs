using System.Numerics;

namespace Clientele.Actions.Evidence;

/// <summary>Who had which of the most bought products before a day, and who bought it first afterwards; one bit per customer.</summary>
internal sealed class Ownership
{
    private readonly ulong[][] _had;
    private readonly ulong[][] _next;
    private readonly ulong[] _known;

    private Ownership(int[] products, ulong[][] had, ulong[][] next, ulong[] known) => (Products, _had, _next, _known) = (products, had, next, known);

    /// <summary>Indexes of the products, most buyers first.</summary>
    public int[] Products { get; }

    public int Count => Products.Length;

    /// <summary>Counts ownership as of a day.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="most">Products at most: those with most buyers. Special codes such as postage are no products to offer.</param>
    /// <param name="day">Counted from year 1.</param>
    public static Ownership Of(ShopView shop, int most, int day)
    {
        var buyers = shop.Buyers;
        var products = new List<int>();
        for (var p = 0; p < buyers.Products; p++)
        {
            if (buyers.End(p) > buyers.First(p) && shop.IsWare(p)) products.Add(p);
        }

        products.Sort((a, b) => buyers.End(b) - buyers.First(b) is var more && more != buyers.End(a) - buyers.First(a)
            ? more.CompareTo(buyers.End(a) - buyers.First(a))
            : a.CompareTo(b));
        if (products.Count > most) products.RemoveRange(most, products.Count - most);
        var words = (shop.Customers + 63) / 64;
        var (had, next, known) = (new ulong[products.Count][], new ulong[products.Count][], new ulong[words]);
        for (var i = 0; i < products.Count; i++)
        {
            (had[i], next[i]) = (new ulong[words], new ulong[words]);
            for (var at = buyers.First(products[i]); at < buyers.End(products[i]); at++)
            {
                var (word, bit) = (buyers.Customers[at] >> 6, 1UL << (buyers.Customers[at] & 63));
                if (buyers.Days[at] < day) had[i][word] |= bit;
                else next[i][word] |= bit;
            }

            for (var w = 0; w < words; w++) next[i][w] &= ~had[i][w];
        }

        for (var customer = 0; customer < shop.Customers; customer++)
        {
            if (shop.Book.Count(customer) > 0 && shop.Book.Ticks[shop.Book.First(customer)] < shop.Past!.Day) known[customer >> 6] |= 1UL << (customer & 63);
        }

        return new([.. products], had, next, known);
    }

    /// <summary>Customers of then with a and without b, and how many of them bought b next.</summary>
    public (int With, int Next) Next(int a, int b)
    {
        var (with, next) = (0, 0);
        var (ownsA, ownsB, nextB) = (_had[a], _had[b], _next[b]);
        for (var w = 0; w < ownsA.Length; w++)
        {
            with += BitOperations.PopCount(ownsA[w] & ~ownsB[w]);
            next += BitOperations.PopCount(ownsA[w] & nextB[w]);
        }

        return (with, next);
    }

    /// <summary>Customers who have a and never had b until today.</summary>
    public int Audience(int a, int b)
    {
        var audience = 0;
        for (var w = 0; w < _known.Length; w++) audience += BitOperations.PopCount((_had[a][w] | _next[a][w]) & ~(_had[b][w] | _next[b][w]));
        return audience;
    }

    /// <summary>What customers of then with a and without b spent on b next.</summary>
    public double MoneyNext(ShopView shop, int a, int b)
    {
        var (buyers, money) = (shop.Buyers, 0.0);
        for (var at = buyers.First(Products[b]); at < buyers.End(Products[b]); at++)
        {
            var (word, bit) = (buyers.Customers[at] >> 6, 1UL << (buyers.Customers[at] & 63));
            if ((_had[a][word] & _next[b][word] & bit) != 0) money += buyers.Money[at];
        }

        return money;
    }

    /// <summary>Customers of then without b, and how many of them bought it next.</summary>
    public (int Without, int Next) WithoutAndNext(int b)
    {
        var (without, next) = (0, 0);
        for (var w = 0; w < _known.Length; w++)
        {
            without += BitOperations.PopCount(_known[w] & ~_had[b][w]);
            next += BitOperations.PopCount(_known[w] & _next[b][w]);
        }

        return (without, next);
    }

    /// <summary>Whether each customer bought the product on a day from one until before another.</summary>
    public static bool[] Owners(ShopView shop, int product, int from, int until)
    {
        var owners = new bool[shop.Customers];
        for (var at = shop.Buyers.First(product); at < shop.Buyers.End(product); at++)
            owners[shop.Buyers.Customers[at]] |= shop.Buyers.Days[at] >= from && shop.Buyers.Days[at] < until;
        return owners;
    }
}
