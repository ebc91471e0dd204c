using System.Globalization;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Sales.Layouts;

public sealed class NumberParserTests
{
    private static readonly NumberNotation s_english = new('.', ',');
    private static readonly NumberNotation s_german = new(',', '.');

    [Theory]
    [InlineData("2.55", "2.55")]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.00", "0.00")]
    [InlineData("+7", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("007", "7")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1 234.56", "1234.56")]
    [InlineData("1\u00A0234.56", "1234.56")]
    [InlineData("1\u202F234.56", "1234.56")]
    [InlineData("1'234.56", "1234.56")]
    [InlineData("1\u2019234.56", "1234.56")]
    [InlineData("(12.30)", "-12.30")]
    [InlineData("12.30-", "-12.30")]
    [InlineData("\u221212", "-12")]
    [InlineData("12\u2212", "-12")]
    [InlineData("- 12", "-12")]
    [InlineData("$12.30", "12.30")]
    [InlineData("-$12.30", "-12.30")]
    [InlineData("$-12.30", "-12.30")]
    [InlineData("($12.30)", "-12.30")]
    [InlineData("$(12.30)", "-12.30")]
    [InlineData("$84,835.00 ", "84835.00")]
    [InlineData("£3", "3")]
    [InlineData("12.30 €", "12.30")]
    [InlineData("12.30\u00A0€", "12.30")]
    [InlineData("€\u22125", "-5")]
    [InlineData("¥1,000", "1000")]
    [InlineData("kr 99.50", "99.50")]
    [InlineData("99.50 kr.", "99.50")]
    [InlineData("CHF 1'200.05", "1200.05")]
    [InlineData("USD 12", "12")]
    [InlineData("12 usd", "12")]
    [InlineData("R$ 5", "5")]
    [InlineData("Rs.500", "500")]
    [InlineData("5 zł", "5")]
    [InlineData("82544000000000707.52", "82544000000000707.52")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    [InlineData("0.000000000000000001", "0.000000000000000001")]
    public void Accepts(string text, string value) => Assert.Equal(value, Parse(text, s_english));

    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("1\u202F234,56 €", "1234.56")]
    [InlineData("1.234", "1234")]
    [InlineData("2,5", "2.5")]
    public void Accepts_decimal_commas(string text, string value) => Assert.Equal(value, Parse(text, s_german));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("()")]
    [InlineData("$")]
    [InlineData("1e3")]
    [InlineData("1E-2")]
    [InlineData("1E5")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("½")]
    [InlineData("٣٤")]
    [InlineData("300,0,00.40")]
    [InlineData("1,23,456.00")]
    [InlineData("1,2345")]
    [InlineData("1234,567.00")]
    [InlineData("0,123")]
    [InlineData("1,234 567")]
    [InlineData("1.234.567")]
    [InlineData("19 %")]
    [InlineData("19%")]
    [InlineData("free")]
    [InlineData("nan")]
    [InlineData("5.")]
    [InlineData(".")]
    [InlineData("--5")]
    [InlineData("-5-")]
    [InlineData("(-5)")]
    [InlineData("$5 €")]
    [InlineData("12,-")]
    [InlineData("1 2")]
    [InlineData("100000000000000000000")]
    public void Refuses(string text) => Assert.Null(Parse(text, s_english));

    [Fact]
    public void Without_a_thousands_mark_nothing_groups()
    {
        Assert.Null(Parse("1,234", NumberNotation.Plain));
        Assert.Null(Parse("1 234", NumberNotation.Plain));
        Assert.Null(Parse("1'234", NumberNotation.Plain));
    }

    [Theory]
    [InlineData("0.1234567890123456785", "0.123456789012345678", true)]
    [InlineData("0.1234567890123456775", "0.123456789012345678", true)]
    [InlineData("0.12345678901234567851", "0.123456789012345679", true)]
    [InlineData("0.9999999999999999999", "1.000000000000000000", true)]
    [InlineData("0.1234567890123456780000", "0.123456789012345678", false)]
    [InlineData("99999999999999999999.9999999999999999999", "100000000000000000000.000000000000000000", true)]
    public void Rounds_half_to_even_beyond_18_decimals_and_says_so(string text, string value, bool rounded)
    {
        Assert.True(NumberParser.TryParse(Encoding.UTF8.GetBytes(text), s_english, out var mantissa, out var scale, out var told));
        Assert.Equal(value, Show(mantissa, scale));
        Assert.Equal(rounded, told);
    }

    [Theory]
    [InlineData("2.55", 1, 0, 0)]
    [InlineData("0.125", 1, 0, 0)]
    [InlineData("1,234.5", 1, 0, 0)]
    [InlineData("1,234,567", 1, 0, 0)]
    [InlineData("1234.567", 1, 0, 0)]
    [InlineData(".500", 1, 0, 0)]
    [InlineData("2,55", 0, 1, 0)]
    [InlineData("1.234,5", 0, 1, 0)]
    [InlineData("1 234,567", 0, 1, 0)]
    [InlineData("1.234.567", 0, 1, 0)]
    [InlineData("1,234", 0, 0, 1)]
    [InlineData("€ 1.234-", 0, 0, 1)]
    [InlineData("1234", 0, 0, 0)]
    [InlineData("1 234", 0, 0, 0)]
    [InlineData("300,0,00.40", 0, 0, 0)]
    [InlineData("free, 2.5", 0, 0, 0)]
    public void Counts_what_a_number_proves(string text, int point, int comma, int undecided)
    {
        LayoutEvidence evidence = default;
        NumberEvidence.Observe(Encoding.UTF8.GetBytes(text), ref evidence);
        Assert.Equal((point, comma, undecided), (evidence.PointProofs, evidence.CommaProofs, evidence.UndecidedNumbers));
    }

    [Fact]
    public void Reading_what_was_written_gives_it_back_in_every_notation()
    {
        var cases = from mantissa in Gen.Choose(int.MinValue, int.MaxValue).Two().Select(p => ((long)p.Item1 << 20) ^ p.Item2)
                    from scale in Gen.Choose(0, 18)
                    from notation in Gen.Elements(new NumberNotation('.', ','), new(',', '.'), new('.', '\''), new(',', ' '), new('.', ' '), NumberNotation.Plain, new(','))
                    from dress in Gen.Choose(0, 6)
                    select (mantissa, scale, notation, dress);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var text = Write(c.mantissa, c.scale, c.notation, c.dress);
            Assert.True(NumberParser.TryParse(Encoding.UTF8.GetBytes(text), c.notation, out var mantissa, out var scale), text);
            Assert.Equal(((Int128)c.mantissa, c.scale), (mantissa, scale));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_bytes_are_accepted_or_refused()
    {
        var alphabet = "0123456789.,-+() '$€£Ekrx%\u00A0\u202F\u2212½"u8.ToArray();
        var bytes = Gen.Elements(alphabet).ArrayOf().ToArbitrary();
        Prop.ForAll(bytes, b =>
        {
            LayoutEvidence evidence = default;
            NumberEvidence.Observe(b, ref evidence);
            foreach (var notation in new[] { s_english, s_german, NumberNotation.Plain })
            {
                if (NumberParser.TryParse(b, notation, out var mantissa, out var scale)) Assert.InRange(scale, 0, 18);
                else Assert.Equal(((Int128)0, 0), (mantissa, scale));
            }
        }).Check(Cases.Of(3000));
    }

    private static string? Parse(string text, NumberNotation notation) =>
        NumberParser.TryParse(Encoding.UTF8.GetBytes(text), notation, out var mantissa, out var scale) ? Show(mantissa, scale) : null;

    private static string Show(Int128 mantissa, int scale)
    {
        var digits = Int128.Abs(mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = scale == 0 ? digits : $"{digits[..^scale]}.{digits[^scale..]}";
        return mantissa < 0 ? "-" + text : text;
    }

    private static string Write(long mantissa, int scale, NumberNotation notation, int dress)
    {
        var plain = Show(Int128.Abs(mantissa), scale);
        var (whole, fraction) = plain.IndexOf('.', StringComparison.Ordinal) is var at and >= 0 ? (plain[..at], plain[(at + 1)..]) : (plain, "");
        if (notation.Group != '\0')
        {
            for (var i = whole.Length - 3; i > 0; i -= 3) whole = whole.Insert(i, notation.Group.ToString());
        }

        var text = fraction.Length == 0 ? whole : $"{whole}{notation.Decimal}{fraction}";
        var negative = mantissa < 0;
        return dress switch
        {
            0 => negative ? $"({text})" : text,
            1 => negative ? $"{text}-" : $"+{text}",
            2 => negative ? $"\u2212{text} €" : $"{text} €",
            3 => negative ? $"-${text}" : $"${text}",
            4 => negative ? $" -{text}\u00A0" : $"\u00A0{text} ",
            5 => negative ? $"CHF ({text})" : $"CHF {text}",
            _ => negative ? $"-{text}" : text,
        };
    }
}
