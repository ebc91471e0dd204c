using System.Globalization;
using Clientele.Reports.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Reports;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(2, "2")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(1.0 / 3, "0.333333")]
    [InlineData(2.0 / 3, "0.666667")]
    [InlineData(0.9999999, "1")]
    [InlineData(1e-7, "1E-07")]
    [InlineData(0.0008269239193822528, "0.000826924")]
    [InlineData(0.0012345678, "0.001235")]
    [InlineData(999_999_999.25, "999999999.25")]
    [InlineData(1e12, "1000000000000")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.NaN, "")]
    [InlineData(double.PositiveInfinity, "")]
    public void Rounded_numbers(double value, string text) => Assert.Equal(text, Write(t => t.Rounded(value)));

    [Fact]
    public void Whole_numbers_of_any_length()
    {
        var random = new Random(8);
        for (var digits = 0; digits <= 19; digits++)
        {
            var ten = Money.PowerOfTen(digits);
            foreach (var value in new[] { ten - 1, ten, ten + 1, (ulong)random.NextInt64() % ten, ulong.MaxValue - (ulong)digits })
            {
                Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Write(t => t.Unsigned(value)));
                var signed = unchecked((long)value) * (random.Next(2) == 0 ? -1 : 1);
                Assert.Equal(signed.ToString(CultureInfo.InvariantCulture), Write(t => t.Integer(signed)));
            }
        }

        Assert.Equal("-9223372036854775808", Write(t => t.Integer(long.MinValue)));
    }

    [Theory]
    [InlineData("AB 12", "AB 12")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("5\" nail", "\"5\"\" nail\"")]
    [InlineData("x\ty", "x\ty")]
    [InlineData("naïve", "naïve")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("a text of letters that is longer than most", "a text of letters that is longer than most")]
    public void Cells(string value, string text) => Assert.Equal(text, Write(t => t.Cell(value)));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(2536.2050799999, "2536.2050799999")]
    [InlineData(5e-324, "5E-324")]
    public void Exact_numbers(double value, string text) => Assert.Equal(text, Write(t => t.Exact(value)));

    [Fact]
    public void Numbers_of_few_decimals_are_written_as_all_others()
    {
        var random = new Random(4);
        for (var i = 0; i < 300_000; i++)
        {
            var value = random.Next(8) switch
            {
                0 => random.Next(-1000, 1000),
                1 => Math.Round(random.NextDouble() * 1e5, 2),
                2 => -Math.Round(random.NextDouble() * 1e3, random.Next(8)),
                3 => random.NextInt64(1L << 60),
                4 => Math.Round(random.NextDouble() * 1e14, 2),
                5 => random.NextInt64(100_000_000_000_000_000) / 100.0,
                6 => Math.BitIncrement(Math.Round(random.NextDouble() * 1e4, 4)),
                _ => random.NextDouble() * Math.Pow(10, random.Next(-8, 20)),
            };
            if (value == 0) value = 0;
            Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Write(t => t.Exact(value)));
        }
    }

    [Fact]
    public void Rounded_is_the_decimal_rounded_to_six_places()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), value =>
        {
            if (!(Math.Abs(value) is >= 1e-3 and < 1e9)) return;
            var text = Write(t => t.Rounded(value));
            Assert.True(Math.Abs(double.Parse(text, CultureInfo.InvariantCulture) - value) <= 0.5000001e-6 + Math.Abs(value) * 1e-15, $"{value:R} became {text}");
        }).Check(Cases.Of(2000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(999_999_999_999_999_999)]
    [InlineData(1_000_000_000_000_000_000)]
    [InlineData(-1_000_000_000_000_000_001)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Money_is_written_as_its_text(long units) => SameAsText(new Money(units));

    [Fact]
    public void Any_money_is_written_as_its_text()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), ArbMap.Default.ArbFor<long>(), ArbMap.Default.ArbFor<byte>(), (high, low, shift) =>
        {
            SameAsText(new Money(new Int128((ulong)high, (ulong)low) >> (shift % 127)));
            SameAsText(Money.Of(low / 1000, shift % 10));
        }).Check(Cases.Of(2000));
    }

    [Fact]
    public void Money_next_to_a_whole_amount()
    {
        for (Int128 whole = 1; whole < Money.Pow10(20); whole = whole * 3 + 1)
        {
            for (var off = -2; off <= 2; off++) SameAsText(new Money(whole * Money.Pow10(Money.Scale) + off));
        }
    }

    [Theory]
    [InlineData("2011-12-09T12:50:00", false, "2011-12-09T12:50:00")]
    [InlineData("2011-12-09T12:50:00", true, "2011-12-09")]
    [InlineData("0001-01-01T00:00:00", false, "0001-01-01T00:00:00")]
    [InlineData("9999-12-31T23:59:59.9999999", false, "9999-12-31T23:59:59.9999999")]
    [InlineData("2020-02-29T00:00:01.5", false, "2020-02-29T00:00:01.5")]
    public void Dates(string date, bool dayOnly, string text) =>
        Assert.Equal(text, Write(t => t.Date(DateTime.Parse(date, CultureInfo.InvariantCulture).Ticks, dayOnly)));

    private static void SameAsText(Money money) => Assert.Equal(money.ToText(), Write(t => t.Money(money)));

    private static string Write(Action<Utf8Text> write)
    {
        var text = new Utf8Text(1);
        write(text);
        return text.ToString();
    }
}
