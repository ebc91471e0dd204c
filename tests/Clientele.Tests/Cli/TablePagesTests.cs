namespace Clientele.Tests.Cli;

/// <summary>What the command prints about customer tables.</summary>
public sealed class TablePagesTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("clientele-pages");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void Patterns_stand_in_a_table_and_what_stands_out_in_words()
    {
        var (code, output, _) = Screens.Type("segment", Table(goods: true), "-k", "2", "--features", "MntWine");
        Assert.Equal(0, code);
        var lines = output.Split('\n');
        var from = Array.IndexOf(lines, "What they buy, and where");
        Assert.True(from > 0);
        Assert.Equal("All", lines[from + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);
        Assert.Contains("  Of the money, spent on", lines);
        Assert.Contains("  Of the purchases, made by", lines);
        Assert.Contains("  Of the purchases, made on", lines);
        Assert.Contains(lines, l => l.StartsWith("    toys ", StringComparison.Ordinal) && l.Contains('+', StringComparison.Ordinal) && l.Contains('-', StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("more toys (", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("more often on deals", StringComparison.Ordinal) || l.Contains("less often on deals", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.True(l.Length <= 80, l));
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_more_segments_than_a_page_is_wide_it_is_said_where_they_stand()
    {
        var output = Screens.Type("segment", Table(goods: true), "-k", "20", "--features", "MntWine").Output;
        Assert.Contains(" segments here; all stand in patterns.csv.", string.Join(' ', output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.All(output.Split('\n'), l => Assert.True(l.Length <= 80, l));
    }

    [Fact]
    public void Without_columns_about_purchases_there_is_no_such_table()
    {
        var (code, output, _) = Screens.Type("segment", Table(goods: false));
        Assert.Equal(0, code);
        Assert.DoesNotContain("What they buy", output, StringComparison.Ordinal);
        Assert.Equal("", Screens.Type("segment", Table(goods: true), "--quiet").Output);
    }

    [Fact]
    public void A_customer_table_is_inspected()
    {
        var (code, output, _) = Screens.Type("inspect", Table(goods: true), "--dictionary", Write("fields.csv", "Field,Description\nMntWine,Money spent on wine\n"));
        Assert.Equal(0, code);
        Assert.Contains("A customer table: ", output, StringComparison.Ordinal);
        Assert.Contains("MntWine: Money spent on wine", output, StringComparison.Ordinal);
        Assert.Contains("delimiter: comma", output, StringComparison.Ordinal);
        Assert.Contains("clientele segment", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), l => Assert.True(l.Length <= 80 || l.StartsWith("  clientele", StringComparison.Ordinal) || l.Contains(_place.FullName, StringComparison.Ordinal), l));

        // The same without a dictionary; what is neither sales nor customers stays an error.
        Assert.Equal(0, Screens.Type("inspect", Table(goods: true)).Code);
        Assert.Equal(3, Screens.Type("inspect", Write("empty.csv", "")).Code);
    }

    [Fact]
    public void Advice_leads_from_what_looks_like_no_table_to_what_to_type()
    {
        var (code, _, error) = Screens.Type("segment", Table(goods: true), Write("more.csv", File.ReadAllText(Table(goods: true))));
        Assert.Equal(3, code);
        Assert.Contains("--with FILE", error, StringComparison.Ordinal);
        var headless = Write("headless.csv", string.Join('\n', Enumerable.Range(0, 40).Select(i => $"k{i:00},{20 + i},{i * 31 % 900},{(i % 3 == 0 ? "North" : "South")}")) + "\n");
        Assert.Contains("--as table", Screens.Type("segment", headless).Error, StringComparison.Ordinal);
        Assert.Contains("--id COLUMN", Screens.Type("describe", headless).Error, StringComparison.Ordinal);
        Assert.Contains("--id COLUMN", Screens.Type("inspect", headless).Error, StringComparison.Ordinal);
        Assert.Equal(0, Screens.Type("segment", headless, "--as", "table").Code);
        Assert.Equal(0, Screens.Type("describe", headless, "--id", "1").Code);
    }

    [Fact]
    public void Rows_left_out_and_cells_changed_are_told_in_words()
    {
        var (_, output, _) = Screens.Type("segment", Write("odd.csv", File.ReadAllText(Table(goods: true)) + "Total,,9000,900,40,40,10\n,,1,1,1,1,1\n"));
        Assert.Contains("1 row left out: totals, which are no customers.", output, StringComparison.Ordinal);
        Assert.Contains("1 row left out: without an id.", output, StringComparison.Ordinal);
        var cells = Screens.Type("describe", Write("ages.csv", "id,age,score\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i:00},{(i == 3 ? 121 : 20 + (i % 40))},{i % 9}\n")))).Output;
        Assert.Contains("age: 1 cell flagged (older than 110 years).", cells, StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_is_told_with_the_campaigns_it_said_yes_to()
    {
        var path = Write("answers.csv", "id,visits,basket,Response\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i:00},{(i % 2 * 30) + (i % 5)},{(i % 2 * 100) + (i % 7)},{(i % 4 == 0 ? 1 : 0)}\n")));
        Assert.Contains("Said yes to Response.", Screens.Type("segment", path, "--explain", "k04").Output, StringComparison.Ordinal);
        Assert.Contains("Said yes to no campaign.", Screens.Type("segment", path, "--explain", "k05").Output, StringComparison.Ordinal);
    }

    // Two kinds of customers: wine by catalogue, and toys on the web with deals.
    private string Table(bool goods)
    {
        var text = goods ? "id,age,MntWine,MntToys,NumCatalogPurchases,NumWebPurchases,NumDealsPurchases\n" : "id,age,visits,basket\n";
        for (var i = 0; i < 80; i++)
        {
            var first = i % 2 == 0;
            text += goods
                ? $"k{i:00},{20 + (i * 7 % 40)},{(first ? 900 : 40) + (i % 9)},{(first ? 60 : 80) + (i % 5)},{(first ? 9 : 1) + (i % 2)},{(first ? 2 : 4) + (i % 3)},{(first ? 0 : 3) + (i % 2)}\n"
                : $"k{i:00},{20 + (i * 7 % 40)},{(first ? 3 : 30) + (i % 5)},{(first ? 100 : 20) + (i % 9)}\n";
        }

        return Write(goods ? "goods.csv" : "plain.csv", text);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_place.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
