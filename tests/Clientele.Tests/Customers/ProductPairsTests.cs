using Clientele.Customers.Folding;

namespace Clientele.Tests.Customers;

public sealed class ProductPairsTests
{
    /// <summary>Settled once at the end, or on the way when very many wait.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(3_000, false)]
    [InlineData(400_000, true)]
    public void Counts_what_a_hash_set_counts(int notes, bool onTheWay)
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
        for (var i = 0; i < notes;)
        {
            var customer = chance.Next(customers.Length);
            var lines = i % 7 == 0 ? 0 : 1 + chance.Next(i % 1_000 == 0 ? 9_000 : 40);
            pairs.Begin(customer, lines + chance.Next(3));
            for (var line = 0; line < lines; line++)
            {
                var product = chance.Next(products.Length);
                pairs.Add(products[product]);
                bought.Add((customer, product));
            }

            pairs.End();
            i += lines + 1;
            if (!pairs.IsFull) continue;
            pairs.Settle(customers, shop, null);
            settled++;
        }

        pairs.Settle(customers, shop, scratch);
        Assert.Equal(onTheWay, settled > 1);
        Assert.Equal(bought.Select(pair => pair.Item2).Distinct().Count(), shop.Count);
        for (var i = 0; i < customers.Length; i++) Assert.Equal(bought.Count(pair => pair.Item1 == i), customers[i].Products);
    }
}
