using Clientele.Customers.Folding;

namespace Clientele.Tests.Customers;

public sealed class ProductPairsTests
{
    /// <summary>Settled once at the end, or on the way when very many wait.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3_000, 1)]
    [InlineData(400_000, 4)]
    public void Counts_what_a_hash_set_counts(int notes, int parts)
    {
        var chance = new Random(notes);
        using var store = new PieceStore(notes, 1, null);
        var pairs = new ProductPairs(store);
        var customers = new CustomerFold[700];
        for (var i = 0; i < customers.Length; i++) customers[i].Hash = (ulong)chance.NextInt64();
        var products = new ulong[300];
        for (var i = 0; i < products.Length; i++) products[i] = (ulong)chance.NextInt64();
        using var shop = new PairSet();
        using var scratch = new PairSet();
        var bought = new HashSet<(int, int)>();
        var settled = 0;
        for (var i = 0; i < notes; i++)
        {
            var (customer, product) = (chance.Next(customers.Length), chance.Next(products.Length));
            pairs.Add(customers[customer].Hash, customer, products[product]);
            bought.Add((customer, product));
            if (!pairs.IsFull) continue;
            pairs.Settle(customers, shop, null);
            settled++;
        }

        pairs.Settle(customers, shop, scratch);
        Assert.Equal(parts, settled + (notes > 0 ? 1 : 0));
        Assert.Equal(bought.Select(pair => pair.Item2).Distinct().Count(), shop.Count);
        for (var i = 0; i < customers.Length; i++) Assert.Equal(bought.Count(pair => pair.Item1 == i), customers[i].Products);
    }
}
