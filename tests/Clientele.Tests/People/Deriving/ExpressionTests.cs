using System.Globalization;
using Clientele.Customers;
using Clientele.People.Deriving.Expressions;

namespace Clientele.Tests.People.Deriving;

public sealed class ExpressionTests
{
    private static readonly CustomerColumn[] s_columns =
    [
        new("a", "", "", ColumnKind.Number) { Numbers = [1, 2, double.NaN, -4] },
        new("b c", "", "", ColumnKind.Number) { Numbers = [0, 4, 5, 2] },
        new("day", "", "", ColumnKind.Date) { Ticks = [new DateTime(2014, 6, 1).Ticks, 0, new DateTime(2013, 6, 1).Ticks, new DateTime(2014, 6, 30).Ticks] },
        new("word", "", "", ColumnKind.Text) { Texts = ["x", "", "y", "x"] },
    ];

    [Theory]
    [InlineData("n = a + [b c]", "1|6|NaN|-2")]
    [InlineData("n = a + 2 * 3 - -1", "8|9|NaN|3")]
    [InlineData("n = (a + 2) * 3", "9|12|NaN|-6")]
    [InlineData("n = a / [b c]", "NaN|0.5|NaN|-2")]
    [InlineData("n = 8 / 2 / 2 + 0 * [b c]", "2|2|2|2")]
    [InlineData("n = min(a, [b c], 1)", "0|1|NaN|-4")]
    [InlineData("n = max(a, 0) + abs(a)", "2|4|NaN|4")]
    [InlineData("n = sqrt(a)", "1|1.4142135623730951|NaN|NaN")]
    [InlineData("n = log(a - 1)", "NaN|0|NaN|NaN")]
    [InlineData("n = if(a > 1, [b c], 0 - 1)", "-1|4|NaN|-1")]
    [InlineData("n = word == \"x\"", "1|NaN|0|1")]
    [InlineData("n = (word != 'x') + 1", "1|NaN|2|1")]
    [InlineData("n = days(day)", "29|NaN|394|0")]
    [InlineData("n = asof - day", "29|NaN|394|0")]
    [InlineData("n = years(day)", "0|NaN|1|0")]
    [InlineData("n = years(a + 2000)", "13|12|NaN|18")]
    [InlineData("n = day >= \"2014-06-01\"", "1|NaN|0|1")]
    [InlineData("n = a <= 2 == 1", "1|1|NaN|1")]
    public void Formulas_give(string text, string expected)
    {
        var evaluation = new Evaluation(Find, 4, new DateTime(2014, 6, 30));
        Assert.Equal(expected.Split('|').Select(v => double.Parse(v, CultureInfo.InvariantCulture)), evaluation.Numbers(Parse(text).Root));
    }

    [Theory]
    [InlineData("n = a / [b c]", 1)]
    [InlineData("n = log(a)", 1)]
    [InlineData("n = 1e308 * 10 + a", 4)]
    public void What_is_not_defined_is_missing_and_counted(string text, long undefined)
    {
        var evaluation = new Evaluation(Find, 4, null);
        evaluation.Numbers(Parse(text).Root);
        Assert.Equal(undefined, evaluation.Undefined);
    }

    [Theory]
    [InlineData("a + 1", 3)]
    [InlineData("n = a +", 8)]
    [InlineData("n = gone", 5)]
    [InlineData("n = (a", 7)]
    [InlineData("n = [b c", 5)]
    [InlineData("n = a ; 1", 7)]
    [InlineData("n = word + 1", 10)]
    [InlineData("n = a + word", 7)]
    [InlineData("n = exec(a)", 5)]
    [InlineData("n = a b", 7)]
    [InlineData("n = min()", 5)]
    [InlineData("n = day", 1)]
    public void Errors_name_the_place(string text, int at)
    {
        var problem = Assert.Throws<UserException>(() => Parse(text));
        Assert.Equal("people.formula", problem.Code);
        if (text != "n = word + 1") Assert.Contains($"at character {at.ToString(CultureInfo.InvariantCulture)} ", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_and_long_formulas_are_refused_not_crashed()
    {
        Assert.Throws<UserException>(() => Parse("n = " + new string('(', 900) + "a" + new string(')', 900)));
        Assert.Throws<UserException>(() => Parse("n = " + new string('-', 900) + "a"));
        Assert.Throws<UserException>(() => Parse("n = " + new string('a', 5000)));
    }

    [Fact]
    public void Sums_and_products_agree_with_the_plain_form()
    {
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var (x, y, z) = (random.Next(1, 50), random.Next(1, 50), random.Next(1, 50));
            var text = FormattableString.Invariant($"n = {x} - {y} * ({z} + 1) / {x} - (-{y}) + 0 * [b c]");
            double expected = x - (double)(y * (z + 1)) / x - -y;
            Assert.All(new Evaluation(Find, 4, null).Numbers(Parse(text).Root), v => Assert.Equal(expected, v, 1e-12));
        }
    }

    [Fact]
    public void Blocks_of_rows_give_what_all_rows_give()
    {
        var random = new Random(3);
        const int Rows = 2500;
        double Number() => random.Next(8) switch { 0 => double.NaN, 1 => 0, 2 => 1e308, 3 => -random.Next(5), _ => random.NextDouble() * 10 };
        var numbers = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, Rows).Select(_ => Number()).ToArray()).ToArray();
        var ticks = Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, Rows).Select(_ => random.Next(6) == 0 ? 0 : new DateTime(2014, 1, 1).AddHours(random.Next(9000)).Ticks).ToArray()).ToArray();
        var texts = Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, Rows).Select(_ => ((string[])["", "x", "y"])[random.Next(3)]).ToArray()).ToArray();
        CustomerColumn Column(string name) => name[0] switch
        {
            'n' => new(name, "", "", ColumnKind.Number) { Numbers = numbers[name[1] - '0'] },
            'd' => new(name, "", "", ColumnKind.Date) { Ticks = ticks[name[1] - '0'] },
            _ => new(name, "", "", ColumnKind.Text) { Texts = texts[name[1] - '0'] },
        };
        for (var round = 0; round < 1000; round++)
        {
            var text = "r = " + Formula(3);
            var root = Expression.Parse(text, name => name.Length == 2 && name[0] is 'n' or 'd' or 't' && name[1] is >= '0' and <= '2' ? Column(name).Kind : null).Root;
            var rows = random.Next(20) == 0 ? Rows : random.Next(3) switch { 0 => 1024, 1 => 1025, _ => random.Next(1100) };
            CustomerColumn Some(string name) => Column(name) is var c ? c with { Numbers = c.Numbers.Take(rows).ToArray(), Ticks = c.Ticks.Take(rows).ToArray(), Texts = c.Texts.Take(rows).ToArray() } : null!;
            var (blocks, plain) = (new Evaluation(Some, rows, new DateTime(2014, 6, 30)), new PlainEvaluation(Some, rows, new DateTime(2014, 6, 30)));
            var (found, expected) = (blocks.Numbers(root), plain.Numbers(root));
            for (var row = 0; row < rows; row++) Assert.True(found[row].Equals(expected[row]) && (double.IsNaN(found[row]) || double.IsNegative(found[row]) == double.IsNegative(expected[row])), $"{text}: row {row} is {found[row]}, not {expected[row]}");
            Assert.Equal(plain.Undefined, blocks.Undefined);
        }

        string Formula(int depth) => (depth == 0 ? random.Next(3) : random.Next(16)) switch
        {
            0 or 1 => $"n{random.Next(3)}",
            2 => random.Next(4).ToString(CultureInfo.InvariantCulture),
            3 => $"-({Formula(depth - 1)})",
            4 => $"min({Formula(depth - 1)}, {Formula(depth - 1)}, {Formula(depth - 1)})",
            5 => $"max({Formula(depth - 1)})",
            6 => $"log({Formula(depth - 1)})",
            7 => $"sqrt(abs({Formula(depth - 1)}))",
            8 => $"if({Formula(depth - 1)}, {Formula(depth - 1)}, {Formula(depth - 1)})",
            9 => $"years(d{random.Next(2)})",
            10 => $"days(d{random.Next(2)}, d{random.Next(2)})",
            11 => $"(t{random.Next(2)} {(random.Next(2) == 0 ? "==" : "!=")} t{random.Next(2)})",
            12 => $"(d{random.Next(2)} {((string[])["<", "<=", "==", "!="])[random.Next(4)]} d{random.Next(2)})",
            13 => $"(({Formula(depth - 1)}) {((string[])["<", "<=", "==", "!=", ">="])[random.Next(5)]} ({Formula(depth - 1)}))",
            14 => $"(d{random.Next(2)} - \"2014-03-01\")",
            _ => $"(({Formula(depth - 1)}) {"+-*/"[random.Next(4)]} ({Formula(depth - 1)}))",
        };
    }

    [Theory]
    [InlineData("Income", "Income")]
    [InlineData("Annual Income (k$)", "[Annual Income (k$)]")]
    [InlineData("min", "[min]")]
    [InlineData("a]b", "[a]]b]")]
    public void Names_are_quoted_so_that_they_can_be_copied(string name, string quoted) => Assert.Equal(quoted, Expression.Quote(name));

    private static Expression Parse(string text) => Expression.Parse(text, name => Array.Find(s_columns, c => c.Name == name)?.Kind);

    private static CustomerColumn Find(string name) => Array.Find(s_columns, c => c.Name == name)!;
}
