namespace Clientele.EndToEnd;

/// <summary>The commands products and baskets on real sales.</summary>
public sealed class ShopTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Products_of_online_retail_are_ranked_and_repeated_to_the_byte()
    {
        var outcome = (await Command.Run("products", Repository.Data("online_retail.csv.gz"), "--out", _place["one"])).Done();
        Assert.Contains("3,659 products brought 8,737,227.64", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("non-products are left out: POST, M", outcome.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        string[] files = ["cover.csv", "dependence.csv", "products.csv", "products.json", "replenishment.csv", "report.html", "run.json", "substitutes.csv", "tastes.csv"];
        Assert.Equal(files, Directory.GetFiles(_place["one"]).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal));
        var products = new Table(Path.Combine(_place["one"], "products.csv"));
        Assert.Equal(["23843", "22423", "85123A"], products["product"].Take(3));
        Assert.Equal(8_737_227.64m, Math.Round(products["money"].Sum(m => decimal.Parse(m, CultureInfo.InvariantCulture)), 2));
        Assert.Equal("1", products["return_rate"][0]);
        Assert.DoesNotContain(products["product"], p => p is "POST" or "M" or "D");
        (await Command.Run("run", _place["one"], "--threads", "1", "--out", _place["two"], "--quiet")).Done();
        AssertSame(files);
    }

    [Fact]
    public async Task Baskets_of_online_retail_hold_the_tea_plates_and_are_repeated_to_the_byte()
    {
        var outcome = (await Command.Run("baskets", Repository.Data("online_retail.csv.gz"), "--out", _place["one"])).Done();
        Assert.Contains("18,402 orders: 1,038 sets of products", outcome.Output, StringComparison.Ordinal);
        var rules = new Table(Path.Combine(_place["one"], "rules.csv"));
        var tea = rules.Rows.First(r => r[0].Length == 0 && r[3].Trim() == "REGENCY TEA PLATE PINK" && r[4].StartsWith("REGENCY TEA PLATE GREEN", StringComparison.Ordinal));
        Assert.Equal("202", tea[5]);
        Assert.All(rules["p_holm"], p => Assert.InRange(double.Parse(p, CultureInfo.InvariantCulture), 0, 1));
        Assert.DoesNotContain("Infinity", File.ReadAllText(Path.Combine(_place["one"], "rules.csv")), StringComparison.Ordinal);
        var next = new Table(Path.Combine(_place["one"], "next.csv"));
        Assert.All(next["reason"].Take(100), r => Assert.StartsWith("because they bought ", r, StringComparison.Ordinal));
        (await Command.Run("run", Path.Combine(_place["one"], "run.json"), "--threads", "1", "--out", _place["two"], "--quiet")).Done();
        AssertSame(["report.html", "rules.csv", "sets.csv", "affinity.csv", "next.csv", "baskets.json"]);
    }

    [Fact]
    public async Task What_a_file_cannot_tell_is_said()
    {
        var sales = _place.Write("sales.csv", "customer,date,amount\na,2024-01-01,10.00\nb,2024-01-02,20.00\na,2024-02-01,5.00\n");
        foreach (var command in (string[])["products", "baskets"])
        {
            var outcome = (await Command.Run(command, sales, "--out", _place["out"])).Refused(3);
            Assert.Contains("No column names a product", outcome.Errors.ReplaceLineEndings(" "), StringComparison.Ordinal);
            Assert.False(Directory.Exists(_place["out"]));
        }

        (await Command.Run("baskets", Repository.Data("online_retail.csv.gz"), "--level", "category")).Refused(3);
        (await Command.Run("baskets", sales, "--support", "0")).Refused(2);
        (await Command.Run("products", sales, "--abc", "0.9,0.8")).Refused(2);
    }

    private void AssertSame(IEnumerable<string> files)
    {
        foreach (var file in files.Where(f => f != "run.json"))
            Assert.True(File.ReadAllBytes(Path.Combine(_place["one"], file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_place["two"], file))), $"{file} differs");
    }
}
