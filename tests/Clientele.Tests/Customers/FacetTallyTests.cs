using Clientele.Customers.Folding;

namespace Clientele.Tests.Customers;

public sealed class FacetTallyTests
{
    /// <summary>Enough pairs that the table grows and its entries move many times.</summary>
    [Fact]
    public void No_line_and_no_money_is_lost_while_the_table_grows()
    {
        const int Customers = 500;
        const int Values = 7;
        var tally = new FacetTally();
        var folds = new CustomerFold[Customers];
        var only = new int[Customers];
        Array.Fill(only, FacetTally.None);
        for (var round = 0; round < 3; round++)
        {
            for (var customer = 0; customer < Customers; customer++)
            {
                for (var value = 0; value < Values; value++)
                {
                    var money = Money.Of(customer * Values + value + 1, 2);
                    var sales = default(SaleTotals);
                    sales.Add(money, 0);
                    tally.Add(ref only[customer], customer, folds[customer], value, sales);
                    folds[customer].Add(sales, 0);
                }
            }
        }

        Assert.Equal(Customers * Values, tally.Count);
        foreach (var entry in tally.Entries.AsSpan(0, tally.Count))
        {
            var expected = Money.Of(3L * (FacetTally.CustomerOf(entry.Key) * Values + FacetTally.ValueOf(entry.Key) + 1), 2);
            Assert.Equal((3L, expected), (entry.Lines, entry.Money));
        }
    }
}
