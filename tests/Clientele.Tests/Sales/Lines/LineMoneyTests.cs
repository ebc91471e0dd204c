using System.Numerics;
using Clientele.Sales.Lines;
using Clientele.Sales.Plain;

namespace Clientele.Tests.Sales.Lines;

/// <summary>Line money is exact: big integers say so.</summary>
public sealed class LineMoneyTests
{
    [Fact]
    public void Agrees_with_big_integers()
    {
        var chance = new Random(5);
        var refused = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var (quantity, price) = (Draw(chance), Draw(chance));
            var (quantityScale, priceScale) = (chance.Next(3) == 0 ? chance.Next(19) : 0, chance.Next(i % 2 == 0 ? 5 : 19));
            var plain = PlainValues.TryMoney((BigInteger)quantity * price, quantityScale + priceScale, out var expected);
            var fast = LineMoney.TryMultiply(quantity, quantityScale, price, priceScale, out var money);
            Assert.True(plain == fast && (expected == money), $"{quantity}e-{quantityScale} × {price}e-{priceScale} = {money}, not {expected}");
            refused += fast ? 0 : 1;
        }

        Assert.True(refused > 1_000);
    }

    [Theory]
    [InlineData(1_000_000_000, 1_000_000_000, true)]
    [InlineData(1_000_000_001, 1_000_000_000, false)]
    [InlineData(-1_000_000_000, 1_000_000_000, true)]
    [InlineData(int.MinValue, int.MinValue, false)]
    [InlineData(long.MaxValue, 1, false)]
    public void The_largest_line_is_a_limit_and_nothing_beyond_counts(long quantity, long price, bool fits)
    {
        Assert.Equal(fits, LineMoney.TryMultiply(quantity, 0, price, 0, out var money));
        Assert.Equal(fits ? Money.Of((Int128)quantity * price, 0) : Money.Zero, money);
    }

    /// <summary>The value that <see cref="decimal"/> has, where it has it.</summary>
    [Fact]
    public void Agrees_with_decimals()
    {
        var chance = new Random(6);
        for (var i = 0; i < 20_000; i++)
        {
            var (quantity, price) = (chance.NextInt64(-99_999, 99_999), chance.NextInt64(-9_999_999, 9_999_999));
            Assert.True(LineMoney.TryMultiply(quantity, i % 4, price, i % 5, out var money));
            var expected = new decimal(Math.Abs((double)quantity)) * (quantity < 0 ? -1 : 1) / (decimal)Math.Pow(10, i % 4) * price / (decimal)Math.Pow(10, i % 5);
            Assert.Equal(Money.Of((Int128)(expected * 10_000_000m), 7), money);
        }
    }

    private static long Draw(Random chance) => chance.Next(4) switch
    {
        0 => chance.NextInt64(long.MinValue + 1, long.MaxValue),
        1 => chance.Next(int.MinValue, int.MaxValue),
        2 => chance.Next(-1000, 1000) * 1_000_000_000_000_000L,
        _ => chance.Next(-100, 100),
    };
}
