using Clientele.Customers.Folding;

namespace Clientele.Tests.Customers;

public sealed class ProductPairsTests
{
    /// <summary>Made distinct once at the end, or on the way when very many wait.</summary>
    [Theory]
    [InlineData(0, 1_000, false)]
    [InlineData(3_000, 100_000, false)]
    [InlineData(400_000, 20_000, true)]
    public void Counts_what_a_hash_set_counts(int notes, int pending, bool onTheWay)
    {
        var chance = new Random(notes);
        using var store = new PieceStore(notes, 1, null);
        var pairs = new ProductPairs(store, pending);
        var customers = new CustomerFold[700];
        var products = new ulong[300];
        for (var i = 0; i < products.Length; i++) products[i] = (ulong)chance.NextInt64();
        using var shop = new ProductSet();
        var scratch = new DistinctScratch();
        var bought = new HashSet<(int, int)>();
        var condensed = 0;
        for (var i = 0; i < notes;)
        {
            var customer = chance.Next(customers.Length);
            var lines = i % 7 == 0 ? 0 : 1 + chance.Next(i % 1_000 == 0 ? 9_000 : 40);
            pairs.Begin(customer, lines + chance.Next(3));
            var taken = new ulong[lines];
            for (var line = 0; line < lines; line++)
            {
                var product = chance.Next(products.Length);
                taken[line] = products[product];
                if (i % 2 == 0) pairs.Add(taken[line]);
                bought.Add((customer, product));
            }

            if (i % 2 != 0) pairs.Add(taken);

            pairs.End();
            i += lines + 1;
            if (!pairs.IsFull) continue;
            pairs.Condense(customers.Length, scratch);
            condensed++;
        }

        pairs.Settle(customers, customers.Length, shop, scratch);
        Assert.Equal(onTheWay, condensed > 1);
        Assert.Equal(bought.Select(pair => pair.Item2).Distinct().Count(), shop.Count);
        for (var i = 0; i < customers.Length; i++) Assert.Equal(bought.Count(pair => pair.Item1 == i), customers[i].Products);
    }
}
