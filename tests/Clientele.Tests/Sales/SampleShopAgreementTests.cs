using Clientele.Samples;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Sales;

/// <summary>The sample shop knows what it planted; the fast pass must find exactly that.</summary>
public sealed class SampleShopAgreementTests
{
    [Theory]
    [InlineData(1UL, 1)]
    [InlineData(2UL, 0)]
    [InlineData(3UL, 5)]
    [InlineData(4UL, 0.3)]
    [InlineData(5UL, 3)]
    public void The_audit_is_what_was_planted(ulong seed, double dirt)
    {
        using var scratch = new Scratch();
        var (path, summary) = Write(scratch, new SampleOptions { Lines = 40_000, Seed = seed, Dirt = dirt });
        var fast = EngineReading.Of(EngineReading.Plan(path));
        Assert.Equal(EngineReading.Audits(summary.Audit), EngineReading.Audits(fast.Audit));
        Assert.Equal((summary.CustomerIds, summary.Orders, summary.Products), (fast.Folded.Count, fast.Folded.Orders, fast.Pass.Products.Count));
        Assert.Equal((summary.First, summary.Last), (new DateTime(fast.Folded.First), new DateTime(fast.Folded.Last)));
    }

    [Fact]
    public void Optional_rules_take_what_was_planted_for_them()
    {
        using var scratch = new Scratch();
        var (path, summary) = Write(scratch, new SampleOptions { Lines = 40_000, Seed = 9, Dirt = 4 });
        var fast = EngineReading.Of(EngineReading.Plan(path) with { Cleaning = new CleaningOptions { MaxRejects = 1, Extra = ["non-product", "test-order"] } });
        Assert.True(summary.NonProduct.Lines > 0 && summary.TestOrder.Lines > 0);
        Assert.Equal(summary.NonProduct, fast.Entry("non-product"));
        Assert.Equal(summary.TestOrder, fast.Entry("test-order"));
        Assert.Equal(summary.Audit.MoneyKept - summary.NonProduct.Money - summary.TestOrder.Money, fast.Audit.MoneyKept);
    }

    private static (string Path, SampleSummary Summary) Write(Scratch scratch, SampleOptions options)
    {
        var path = scratch.Path("shop.csv");
        using var file = File.Create(path);
        return (path, SampleShop.Write(options, file, truth: null));
    }
}
