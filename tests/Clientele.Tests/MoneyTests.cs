using System.Globalization;
using System.Numerics;

namespace Clientele.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(255, 2, "2.55")]
    [InlineData(-1106206, 2, "-11062.06")]
    [InlineData(8887208894, 3, "8887208.894")]
    [InlineData(5, 0, "5.00")]
    [InlineData(0, 0, "0.00")]
    [InlineData(1, 18, "0.000000000000000001")]
    [InlineData(long.MaxValue, 0, "9223372036854775807.00")]
    [InlineData(long.MinValue, 0, "-9223372036854775808.00")]
    [InlineData(long.MinValue, 18, "-9.223372036854775808")]
    public void Text_is_exact(long mantissa, int scale, string text)
    {
        Assert.Equal(text, Money.Of(mantissa, scale).ToText());
        Assert.Equal(text, Money.Of((Int128)mantissa, scale).ToText());
    }

    [Fact]
    public void Whole_part_and_rest_by_estimate_are_those_of_the_long_division()
    {
        var chance = new Random(5);
        for (var i = 0; i < 200_000; i++)
        {
            var (high, low) = ((ulong)chance.NextInt64(), (ulong)chance.NextInt64() * 2 + (ulong)chance.Next(2));
            if (i % 3 == 0) high >>= chance.Next(64);
            if (i % 3 == 1) high = Math.BigMul((ulong)chance.NextInt64(1L << chance.Next(1, 50)), Money.PowerOfTen(Money.Scale), out low);
            if (i % 7 == 0) low = unchecked(low - 1);
            var plain = MoneyDigits.SplitPlainly(high, low, out var above, out var whole);
            Assert.Equal(plain, MoneyDigits.Split(high, low, out var fastAbove, out var fastWhole));
            Assert.Equal((above, whole), (fastAbove, fastWhole));
        }
    }

    [Fact]
    public void Groups_thousands()
    {
        Assert.Equal("9,747,747.934", Money.Of(9747747934, 3).ToText(group: true));
        Assert.Equal("-100,000", Money.Of(-100000, 0).ToText(0, group: true));
        Assert.Equal("999.50", Money.Of(9995, 1).ToText(group: true));
        Assert.Equal("-170,141,183,460,469,231,731.687303715884105728", new Money(Int128.MinValue).ToText(group: true));
    }

    [Fact]
    public void Sums_differences_and_order_are_those_of_whole_numbers()
    {
        var chance = new Random(1);
        var bytes = new byte[16];
        Int128 Draw()
        {
            chance.NextBytes(bytes);
            return new Int128(BitConverter.ToUInt64(bytes, 0), BitConverter.ToUInt64(bytes, 8)) >> chance.Next(128);
        }

        for (var i = 0; i < 100_000; i++)
        {
            var (a, b) = (Draw(), Draw());
            var (x, y) = (new Money(a), new Money(b));
            Assert.Equal(a, x.Units);
            Assert.Equal(a.CompareTo(b), x.CompareTo(y));
            Assert.Equal(a == b, x == y);
            AssertSame((BigInteger)a + (BigInteger)b, () => x + y);
            AssertSame((BigInteger)a - (BigInteger)b, () => x - y);
            AssertSame(-(BigInteger)a, () => -x);
            var parts = chance.Next(1, int.MaxValue >> chance.Next(31));
            Assert.Equal(a / parts, x.DividedBy(parts).Units);
        }
    }

    [Fact]
    public void Doubles_are_the_nearest_for_ordinary_amounts()
    {
        var chance = new Random(2);
        for (var i = 0; i < 100_000; i++)
        {
            var amount = Money.Of(chance.NextInt64(-1_000_000_000_000 >> chance.Next(40), 1_000_000_000_000 >> chance.Next(40)), chance.Next(5));
            Assert.Equal(double.Parse(amount.ToText(), CultureInfo.InvariantCulture), amount.ToDouble());
        }
    }

    [Fact]
    public void Doubles_of_extreme_amounts_are_close()
    {
        var chance = new Random(3);
        var amounts = Enumerable.Range(0, 20_000).Select(_ => new Money((Int128)chance.NextInt64(long.MinValue, long.MaxValue) * chance.NextInt64() >> chance.Next(100))).ToArray();
        for (var i = 0; i < amounts.Length; i++)
        {
            var value = double.Parse(amounts[i].ToText(), CultureInfo.InvariantCulture);
            Assert.Equal(value, amounts[i].ToDouble(), Math.Abs(value) * 4.5e-16);
        }
    }

    private static void AssertSame(BigInteger expected, Func<Money> actual)
    {
        if (expected >= (BigInteger)Int128.MinValue && expected <= (BigInteger)Int128.MaxValue) Assert.Equal((Int128)expected, actual().Units);
        else Assert.Throws<OverflowException>(() => actual());
    }
}
