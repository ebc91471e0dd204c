using System.Text.Json;

namespace Clientele.EndToEnd;

/// <summary>The explore command on real sales: figures as recomputed by pandas, and the same bytes again.</summary>
public sealed class ExploreTests : IClassFixture<ExploreTests.Retail>
{
    private const double Cent = 0.01;
    private readonly Retail _retail;

    public ExploreTests(Retail retail) => _retail = retail;

    [Fact]
    public void Months_cohorts_and_hours_are_those_of_pandas()
    {
        var sales = Rows("sales.csv").Where(r => r["grain"] == "month").ToDictionary(r => r["period"], StringComparer.Ordinal);
        foreach (var month in Expected("months").EnumerateObject())
        {
            Assert.Equal([month.Value[0].GetDouble(), month.Value[1].GetDouble()], [Number(sales[month.Name], "orders"), Number(sales[month.Name], "customers")]);
            Assert.Equal(month.Value[2].GetDouble(), Number(sales[month.Name], "money"), Cent);
        }

        var cohorts = Rows("cohorts.csv").ToDictionary(r => $"{r["cohort"]}+{r["age"]}", StringComparer.Ordinal);
        foreach (var cell in Expected("cohorts").EnumerateObject())
        {
            Assert.Equal(cell.Value[0].GetDouble(), Number(cohorts[cell.Name], "active"));
            Assert.Equal(cell.Value[1].GetDouble(), Number(cohorts[cell.Name], "money"), Cent);
        }

        Assert.Equal(Expected("cohorts").EnumerateObject().Count(), cohorts.Values.Count(r => r["active"] is not ("" or "0")));
        var hours = Expected("hours").EnumerateObject().ToDictionary(h => h.Name, h => h.Value.GetDouble(), StringComparer.Ordinal);
        Assert.All(Rows("hours.csv"), r => Assert.Equal(hours.GetValueOrDefault($"{r["weekday"]}-{r["hour"]}"), Number(r, "orders")));
    }

    [Fact]
    public void Concentration_gaps_places_and_returns_are_those_of_pandas()
    {
        foreach (var what in new[] { "customers", "products" })
        {
            Assert.Equal(Expected(what).GetProperty("gini").GetDouble(), Figure("concentration", $"{what}_gini"), 1e-6);
            int[] percents = [50, 80, 90, 95];
            for (var i = 0; i < percents.Length; i++) Assert.Equal(Expected(what).GetProperty("for")[i].GetDouble(), Figure("concentration", $"{what}_for_{percents[i]}"));
        }

        string[] quartiles = ["quarter", "median", "three_quarters"];
        for (var i = 0; i < quartiles.Length; i++)
        {
            Assert.Equal(Expected("gap_quartiles")[i].GetDouble(), Figure("gaps", $"gap_{quartiles[i]}"), 1e-6);
            Assert.Equal(Expected("basket_quartiles")[i].GetDouble(), Figure("basket", $"value_{quartiles[i]}"), 1e-6);
        }

        Assert.Equal(Expected("orders_once").GetDouble(), Figure("customers", "customers_once"));
        var countries = Rows("places.csv").Where(r => r["kind"] == "country").ToDictionary(r => r["name"], StringComparer.Ordinal);
        Assert.Equal(Expected("countries").EnumerateObject().Count(), countries.Count);
        foreach (var country in Expected("countries").EnumerateObject())
        {
            Assert.Equal([country.Value[0].GetDouble(), country.Value[1].GetDouble()], [Number(countries[country.Name], "customers"), Number(countries[country.Name], "lines")]);
            Assert.Equal(country.Value[2].GetDouble(), Number(countries[country.Name], "money"), Cent);
        }

        Assert.Equal(Expected("returned")[0].GetDouble(), Figure("returns", "returned_lines"));
        Assert.Equal(Expected("returned")[1].GetDouble(), Figure("returns", "returned_money"), Cent);
        var season = Rows("season.csv").Where(r => r["grain"] == "day").Take(7).Select(r => Number(r, "season")).ToArray();
        for (var i = 0; i < 7; i++) Assert.Equal(Expected("season")[i].GetDouble(), season[i], Cent);
    }

    [Fact]
    public void The_change_is_that_of_pandas_and_adds_up()
    {
        var rows = Rows("change.csv").Where(r => r["kind"] == "factor").ToDictionary(r => r["name"], StringComparer.Ordinal);
        foreach (var (period, column) in new[] { ("2011-06..2011-08", "before"), ("2011-09..2011-11", "after") })
        {
            var expected = Expected("change").GetProperty(period);
            Assert.Equal(expected[0].GetDouble(), Number(rows["customers"], column));
            Assert.Equal(expected[1].GetDouble() / expected[0].GetDouble(), Number(rows["frequency"], column), 1e-6);
            Assert.Equal(expected[2].GetDouble() / expected[1].GetDouble(), Number(rows["basket"], column), 1e-5);
            Assert.Equal(expected[3].GetDouble() / expected[2].GetDouble(), Number(rows["price"], column), 1e-6);
        }

        var sums = Rows("change.csv").GroupBy(r => r["kind"], StringComparer.Ordinal).Select(g => g.Sum(r => decimal.Parse(r["part"], CultureInfo.InvariantCulture))).Distinct();
        Assert.Equal(3142538.262m - 1903059.991m, Assert.Single(sums));
    }

    [Fact]
    public async Task Run_repeats_it_to_the_byte()
    {
        using var place = new Workplace();
        (await Command.Run("run", _retail.Path, "--threads", "1", "--quiet", "--out", place["again"])).Done();
        var names = Directory.GetFiles(_retail.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(names, Directory.GetFiles(place["again"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(17, names.Length);
        foreach (var name in names.Where(n => n != "run.json"))
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_retail.Path, name!), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(place["again"], name!), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_page_says_it_in_words()
    {
        Assert.Contains("Half of the money comes from 5% of the customers (211)", _retail.Outcome.Output, StringComparison.Ordinal);
        Assert.Contains("2011-12", _retail.Outcome.Output, StringComparison.Ordinal);
        Assert.All(_retail.Outcome.Output.Split('\n').Where(l => !l.Contains("clientele", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData("--only", "cohort", "cohorts")]
    [InlineData("--compare", "2011-03", "--compare 2011-03..2011-05")]
    [InlineData("--compare", "2001-03,2001-04", "2010-12-01")]
    public async Task A_wrong_word_says_what_to_type(string option, string value, string fix)
    {
        var outcome = await Command.Run("explore", Repository.Data("online_retail.csv.gz"), option, value);
        Assert.Equal(2, outcome.Code);
        Assert.Contains(fix, outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CDNOW_master.txt.gz", "23,502")]
    [InlineData("Retail_Transaction_Dataset.csv.gz", "29,562")]
    public async Task Other_shops_need_no_option(string name, string customers) =>
        Assert.Contains(customers + " customers", (await Command.Run("explore", Repository.Data(name))).Done().Output, StringComparison.Ordinal);

    private static JsonElement Expected(string name) => Reference.Explore.GetProperty(name);

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private double Figure(string analysis, string figure) => _retail.Json.GetProperty("analyses").EnumerateArray()
        .Single(a => a.GetProperty("name").GetString() == analysis).GetProperty("figures").EnumerateArray()
        .Single(f => f.GetProperty("name").GetString() == figure).GetProperty("value").GetDouble();

    private IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var names = File.ReadLines(Path.Combine(_retail.Path, file)).First().Split(',');
        var table = new Table(Path.Combine(_retail.Path, file));
        return table.Rows.Select(row => names.Zip(row).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
    }

    /// <summary>One exploration that all tests look at.</summary>
    public sealed class Retail : IAsyncLifetime
    {
        private readonly Workplace _place = new();
        private Outcome? _outcome;

        internal Outcome Outcome => _outcome!;

        internal string Path => _place["explored"];

        internal JsonElement Json { get; private set; }

        public async ValueTask InitializeAsync()
        {
            _outcome = (await Command.Run("explore", Repository.Data("online_retail.csv.gz"), "--out", Path)).Done();
            Json = JsonDocument.Parse(await File.ReadAllBytesAsync(System.IO.Path.Combine(Path, "explore.json"), TestContext.Current.CancellationToken)).RootElement;
        }

        public ValueTask DisposeAsync()
        {
            _place.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
