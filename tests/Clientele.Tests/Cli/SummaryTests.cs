using Clientele.Cleaning;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Sales;
using Clientele.Tests.Reports;

namespace Clientele.Tests.Cli;

public sealed class SummaryTests
{
    private static readonly Destination s_written = new("results", ["segments.csv", "profiles.csv", "run.json"]);

    [Theory]
    [InlineData("summary-80.txt", 80, true, false)]
    [InlineData("summary-ascii.txt", 80, false, false)]
    [InlineData("summary-narrow.txt", 46, true, false)]
    [InlineData("summary-wide-colour.txt", 120, true, true)]
    public void Page_is_the_approved_one(string name, int width, bool unicode, bool colour) =>
        Approved.Match(name, SummaryText.Of(MadeUp.Report, s_written, new Screens(width, colour, unicode).Terminal));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(160)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        var page = SummaryText.Of(MadeUp.Report, s_written, new Screens(width).Terminal);
        Assert.All(page.Split('\n').Where(line => !line.Contains(": clientele ", StringComparison.Ordinal) && !line.Contains("results/", StringComparison.Ordinal)), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public void Plain_terminals_get_ascii_alone() =>
        Assert.All(SummaryText.Of(MadeUp.Report, s_written, new Screens(unicode: false).Terminal), c => Assert.True(c is '\n' or (>= ' ' and <= '~'), $"{(int)c:X}"));

    [Fact]
    public void Nothing_written_says_how_to()
    {
        var page = SummaryText.Of(MadeUp.Report, new Destination(null, []), new Screens().Terminal);
        Assert.Contains("Nothing was written", page, StringComparison.Ordinal);
        Assert.Contains("--out", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_audit_that_does_not_balance_is_shouted()
    {
        var broken = MadeUp.Report with { Audit = MadeUp.Report.Audit with { LinesKept = 99 } };
        Assert.Contains("does NOT balance", SummaryText.Of(broken, s_written, new Screens().Terminal), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_without_prices_say_so()
    {
        var input = MadeUp.Report.Inputs[0];
        var layout = input.Layout with { Roles = new Dictionary<Role, int> { [Role.Customer] = 1, [Role.Date] = 4 } };
        var page = SummaryText.Of(MadeUp.Report with { Inputs = [input with { Layout = layout }] }, s_written, new Screens(width: 160).Terminal);
        Assert.Contains("no column for invoice, product, quantity, category, country and price or amount", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_words_of_its_own()
    {
        var rules = CleaningRules.Catalog.Select(c => c.Name).Append("returned-sale").Append("return-without-sale");
        Assert.All(rules, rule => Assert.NotEqual(rule.Replace('-', ' '), RuleWords.Of(rule)));
    }

    [Theory]
    [InlineData(0.0, "0%")]
    [InlineData(0.001, "<1%")]
    [InlineData(0.005, "1%")]
    [InlineData(0.125, "13%")]
    [InlineData(1.0, "100%")]
    public void Shares(double share, string text) => Assert.Equal(text, Figures.Percent(share));

    [Theory]
    [InlineData(1234567, 3, "1,234.57", "1,235")]
    [InlineData(-995, 3, "-1.00", "-1")]
    [InlineData(5, 3, "0.01", "0")]
    [InlineData(0, 0, "0.00", "0")]
    [InlineData(-1, 3, "0.00", "0")]
    public void Money_is_rounded_half_away_from_zero(long mantissa, int scale, string cents, string whole)
    {
        Assert.Equal(cents, Figures.Cents(Money.Of(mantissa, scale)));
        Assert.Equal(whole, Figures.Whole(Money.Of(mantissa, scale)));
    }
}
