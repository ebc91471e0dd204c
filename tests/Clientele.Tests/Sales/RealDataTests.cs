using Clientele.Sales;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Sales;

/// <summary>Published data sets, read without an option.</summary>
public sealed class RealDataTests
{
    [Fact]
    public void Online_retail_gives_the_known_table()
    {
        var report = Pipeline.Run(
            new Plan { Inputs = [Scratch.Shared("online_retail.csv.gz")], Segments = new SegmentOptions { Method = "rfm" } }, new RunContext { Threads = 2 });
        Assert.Equal(
            """
            read 541909 9747747.934
            kept 392692 8887208.894
            unreadable-line 0 0.00
            duplicate-line 5268 21740.98
            no-customer 135037 1447487.53
            cancellation 8872 -608689.47
            quantity-not-positive 0 0.00
            price-not-positive 40 0.00
            """,
            EngineReading.Audits(report.Audit));
        Assert.Equal((4_338, 18_532, 3_665, 37), (report.Totals.Customers, report.Totals.Orders, report.Totals.Products, report.Totals.Countries));
        Assert.Equal((new DateTime(2010, 12, 1, 8, 26, 0), new DateTime(2011, 12, 9, 12, 50, 0)), (report.Totals.First, report.Totals.Last));
        Assert.Equal(2, report.Customers["recency"].Numbers[Array.IndexOf(report.Customers.Ids, "12347")]);
        Assert.All(report.Customers.Ids, id => Assert.DoesNotContain('.', id));
    }

    [Fact]
    public void Cdnow_is_read_as_it_is()
    {
        var plan = new Plan { Inputs = [Scratch.Shared("CDNOW_master.txt.gz")] };
        var fast = EngineReading.Of(plan);
        fast.AssertEquals(fast.Plainly(plan));
        Assert.Equal(69_659, fast.Audit.LinesRead);
        Assert.Equal("2500315.63", fast.Audit.MoneyRead.ToText());
        Assert.Equal(255, fast.Entry("duplicate-line").Lines);
        Assert.Equal(0, fast.Entry("unreadable-line").Lines);
        Assert.Contains("00001", fast.Table.Ids);
        Assert.Equal(new DateTime(1998, 6, 30).Ticks, fast.Folded.Last);
    }

    [Fact]
    public void Addresses_of_two_lines_and_discounts_are_read()
    {
        var plan = new Plan { Inputs = [Scratch.Shared("Retail_Transaction_Dataset.csv.gz")] };
        var fast = EngineReading.Of(plan);
        fast.AssertEquals(fast.Plainly(plan));
        Assert.Equal(30_000, fast.Audit.LinesKept);
        Assert.Equal(29_562, fast.Table.Count);
        Assert.Equal(MoneySource.Amount, fast.Layouts[0].Money);
    }
}
