using Clientele.People.Cleaning;

namespace Clientele.Tests.People.Cleaning;

public sealed class TableRulesTests : IDisposable
{
    private readonly Written _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("median", 2)]
    [InlineData("mean", 3)]
    [InlineData("mode", 1)]
    [InlineData("constant:9", 9)]
    [InlineData("keep", double.NaN)]
    public void Gaps_are_filled_as_asked_and_listed(string how, double expected)
    {
        var data = _files.Read("id,paid,x\na,1,1\nb,1,2\nc,3,3\nd,7,4\ne,,5\n", p => Written.Clean(p, "missing", how));
        Assert.Equal(expected, data.Customers["paid"].Numbers[4]);
        Assert.Equal(double.IsNaN(expected) ? 0 : 1, data.Audit.Changes.Count);
    }

    [Fact]
    public void Outcomes_are_neither_filled_nor_looked_at()
    {
        var random = new Random(3);
        string Text(Func<int, string> response) => "id,Income,visits,Response\n" + string.Concat(Enumerable.Range(100, 60).Select(i => FormattableString.Invariant($"{i},{(i % 7 == 0 ? "" : i * 3)},{i % 5},{response(i)}\n")));
        foreach (var how in (string[])["knn:3", "median", "mean", "drop"])
        {
            var one = _files.Read(Text(i => i % 2 == 0 ? "1" : i % 11 == 0 ? "" : "0"), p => Written.Clean(p, "missing", how));
            var two = _files.Read(Text(i => random.Next(3) is 0 ? "" : random.Next(2) == 0 ? "0" : "1"), p => Written.Clean(p, "missing", how));
            Assert.Equal(one.Customers["Income"].Numbers, two.Customers["Income"].Numbers);
            Assert.Equal(Enumerable.Range(100, 60).Count(i => i % 2 != 0 && i % 11 == 0 && (how != "drop" || i % 7 != 0)), one.Customers["Response"].Numbers.Count(double.IsNaN));
        }
    }

    [Fact]
    public void Suspicious_values_are_told_set_missing_or_dropped()
    {
        var text = "id,Income,Marital_Status,Age\n" + string.Concat(Enumerable.Range(100, 300).Select(i => $"{i},{(i == 200 ? 666666 : 30000 + (i * 7))},{(i == 300 ? "YOLO" : i % 2 == 0 ? "Married" : "Single")},{(i == 350 ? -3 : 20 + (i % 50))}\n"));
        var told = _files.Read(text);
        Assert.Equal(["200", "300", "350"], told.Audit.Changes.Select(c => c.Customer).Order(StringComparer.Ordinal));
        Assert.All(told.Audit.Changes, c => Assert.Equal(c.Before, c.After));
        var missing = _files.Read(text, p => Written.Clean(p, "suspicious", "missing"));
        Assert.True(double.IsNaN(missing.Customers["Income"].Numbers[100]));
        Assert.Equal("", missing.Customers["Marital_Status"].Texts[200]);
        Assert.DoesNotContain("YOLO", missing.Customers["Marital_Status"].Levels);
        var dropped = _files.Read(text, p => Written.Clean(p, "suspicious", "drop"));
        Assert.Equal((300L, 297L, true), (dropped.Audit.RowsRead, dropped.Audit.RowsKept, dropped.Audit.Balances));
    }

    [Fact]
    public void Outliers_are_told_clipped_or_removed()
    {
        var text = "id,paid\n" + string.Concat(Enumerable.Range(100, 50).Select(i => $"{i},{(i == 120 ? 9000 : i)}\n"));
        Assert.Equal(9000, _files.Read(text, p => Written.Clean(p, "outliers", "iqr")).Customers["paid"].Numbers[20]);
        Assert.True(_files.Read(text, p => Written.Clean(p, "outliers", "iqr:clip")).Customers["paid"].Numbers[20] < 200);
        var removed = _files.Read(text, p => Written.Clean(p, "outliers", "zscore:remove"));
        Assert.Equal((49, true), (removed.Customers.Count, removed.Audit.Balances));
    }

    [Fact]
    public void Rare_categories_are_pooled_and_variants_suggested_or_merged()
    {
        var text = "id,sex,town\n" + string.Concat(Enumerable.Range(100, 200).Select(i => $"{i},{(i < 103 ? "female" : i < 105 ? "F" : i % 2 == 0 ? "Female" : "Male")},{(i == 150 ? "Rye" : i == 160 ? "Ely" : i % 2 == 0 ? "York" : "Bath")}\n"));
        var told = _files.Read(text, p => Written.Clean(p, "rare", "1%"));
        Assert.Equal(["Bath", "York", "Other"], told.Customers["town"].Levels);
        Assert.Equal(2, told.Audit.Findings.Count(f => f.Code == "people.spelling"));
        Assert.Equal(["Female", "Male"], _files.Read(text, p => Written.Clean(p, "spelling", "merge")).Customers["sex"].Levels.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("missing", "medium")]
    [InlineData("missing", "knn:0.5")]
    [InlineData("outliers", "iqr:iqr")]
    [InlineData("rare", "60%")]
    public void What_a_rule_does_not_take_is_refused(string rule, string how) =>
        Assert.Equal("people.option", Assert.Throws<UserException>(() => _files.Read("id,x\na,1\nb,\nc,2\n", p => Written.Clean(p, rule, how))).Code);

    [Fact]
    public void Every_rule_takes_its_own_words()
    {
        foreach (var rule in TableRules.Catalog)
        {
            foreach (var word in rule.Knobs.SelectMany(k => k.Words)) Assert.Single(TableRules.Settings(rule.Name, word));
        }
    }
}
