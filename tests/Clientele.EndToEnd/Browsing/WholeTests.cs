using Microsoft.Playwright;

namespace Clientele.EndToEnd.Browsing;

/// <summary>The page of the whole picture, and of a customer table: every section, in two widths, and what a filter does to it.</summary>
public sealed class WholeTests(WholeRun run, Chromium browser, ITestOutputHelper output) : IClassFixture<WholeRun>, IClassFixture<Chromium>
{
    private const string Sections = "glance actions segments explore time returning money change products baskets customers found quality about";

    private static readonly string s_pictures = Path.Combine(Repository.Root, "artifacts", "screenshots");

    [Fact]
    public async Task It_is_small_quick_and_asks_for_nothing()
    {
        Assert.InRange(new FileInfo(run.Retail).Length, 500_000, 3_000_000);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await using var visit = await browser.Visit(run.Retail);
        output.WriteLine($"{new FileInfo(run.Retail).Length:N0} bytes, ready after {clock.ElapsedMilliseconds} ms with starting the page");
        await visit.DrawAll();
        Assert.Single(visit.Requests);
        Assert.StartsWith("file://", visit.Requests.First(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
        Assert.Equal((4338, 8887208.894m), await visit.Totals());
        Assert.Equal(Sections, string.Join(' ', await visit.Page.Locator("section.part").EvaluateAllAsync<string[]>("parts => parts.map(p => p.id)")));
    }

    [Theory]
    [InlineData("retail", 42, "bar box dendrogram elbow heatmap histogram interval line lorenz parallel sankey scatter silhouette snake treemap waterfall")]
    [InlineData("shop", 42, "bar box dendrogram elbow heatmap histogram interval line lorenz parallel sankey scatter silhouette snake treemap waterfall")]
    [InlineData("table", 20, "bar box dendrogram elbow heatmap histogram interval line lorenz parallel scatter silhouette snake treemap")]
    [InlineData("described", 10, "bar box heatmap histogram line scatter")]
    [InlineData("clustered", 12, "bar box dendrogram elbow heatmap histogram parallel scatter silhouette snake")]
    public async Task Every_chart_is_drawn_and_not_empty(string which, int least, string charts)
    {
        await using var visit = await browser.Visit(run.Page(which));
        Assert.InRange(await visit.DrawAll(), least, 90);
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var card in await visit.Page.Locator("section.card[data-chart]:visible").AllAsync())
        {
            var title = await card.Locator("h3").InnerTextAsync();
            Assert.True(await visit.Colours(card) > 3, $"{title} is an empty picture");
            var words = await card.Locator(".plot").GetAttributeAsync("aria-label");
            Assert.True(words!.Length > 30, $"{title}: {words}");
            Assert.DoesNotMatch("NaN|undefined|Infinity|nothing to show", words);
            kinds.Add((await card.GetAttributeAsync("data-chart"))!);
        }

        Assert.Equal(charts, string.Join(' ', kinds));
    }

    [Theory]
    [InlineData("retail", 1440, false)]
    [InlineData("retail", 1440, true)]
    [InlineData("retail", 390, false)]
    [InlineData("shop", 1440, false)]
    [InlineData("shop", 390, true)]
    [InlineData("table", 1440, false)]
    [InlineData("table", 390, false)]
    [InlineData("described", 1440, true)]
    [InlineData("described", 390, false)]
    [InlineData("clustered", 1440, false)]
    [InlineData("clustered", 390, true)]
    public async Task It_is_kept_as_pictures_and_is_open_to_all(string which, int width, bool dark)
    {
        await using var visit = await browser.Visit(run.Page(which), width, 900, dark, pierce: true);
        await visit.DrawAll();
        var overflow = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"the page is {overflow} pixels wider than the screen");
        Directory.CreateDirectory(s_pictures);
        foreach (var part in await visit.Page.Locator("section.part").AllAsync())
        {
            var picture = Path.Combine(s_pictures, $"whole-{which}-{width}-{(dark ? "dark" : "light")}-{await part.GetAttributeAsync("id")}.png");
            await part.ScreenshotAsync(new() { Path = picture });
            Assert.True(new FileInfo(picture).Length > 2000, picture);
        }

        var findings = await visit.SeriousFindings();
        Assert.True(findings.Length == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task A_segment_filters_what_it_can_and_the_rest_says_so()
    {
        await using var visit = await browser.Visit(run.Retail);
        var months = visit.Card("Sales by month");
        var all = await Sum(visit, months);
        Assert.Equal(8887208.894, all, 0.1);
        await visit.Page.EvaluateAsync("() => { location.hash = '#segment=Champions'; }");
        await visit.Settle();
        var champions = run.Folder.Table("segments.csv").Where("segment", s => s == "Champions");
        Assert.Equal(champions, await visit.Totals());
        Assert.Equal((double)champions.Money, await Sum(visit, months), 0.1);
        await Assertions.Expect(months.Locator(".reach")).ToHaveTextAsync("Follows the filter by segment; no other.");

        // A card that no filter reaches says so, aloud while one is set; the rules are the segment's own.
        await Assertions.Expect(visit.Card("Cohorts: do they come back?").Locator(".reach.off")).ToContainTextAsync("Filters do not change this card. It shows more than the filtered customers now.");
        await Assertions.Expect(visit.Page.Locator("#baskets .said").First).ToContainTextAsync("Champions: ");
        await Assertions.Expect(visit.Page.Locator(".action dd").Filter(new() { HasText = "pass the filters" }).First).ToBeVisibleAsync();

        // A filter that is not by segment: the months do not follow, and say so.
        await visit.Page.EvaluateAsync("() => { location.hash = '#main_country=Germany'; }");
        await visit.Settle();
        Assert.Equal(all, await Sum(visit, months), 0.1);
        await Assertions.Expect(months.Locator(".reach.off")).ToContainTextAsync("It shows more than the filtered customers now.");
    }

    [Fact]
    public async Task A_brush_over_the_components_filters_and_stability_is_told_in_words()
    {
        await using var visit = await browser.Visit(run.Retail);
        var card = visit.Card("Where the groups lie");
        await Assertions.Expect(card.Locator(".note")).ToContainTextAsync("To the right: high orders, money spent; low days since last order");
        await visit.Drag(card, (0.3, 0.45), (0.6, 0.8));
        var (customers, _) = await visit.Totals();
        Assert.InRange(customers, 50, 4000);
        Assert.Contains("component-1=", new Uri(visit.Page.Url).Fragment, StringComparison.Ordinal);
        await Assertions.Expect(visit.Page.Locator(".chip[data-key=component-2]")).ToBeVisibleAsync();

        // The address alone brings the same customers.
        await using var again = await browser.Visit(run.Retail, hash: new Uri(visit.Page.Url).Fragment);
        Assert.Equal(customers, (await again.Totals()).Customers);
        await visit.Card("Would they come back?").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(visit.Card("Would they come back?").Locator(".said")).ToContainTextAsync("come back");
        await Assertions.Expect(visit.Card("How they join").Locator(".note")).ToContainTextAsync("of the 4,338 customers");
    }

    [Fact]
    public async Task A_described_table_filters_as_others_do()
    {
        await using var visit = await browser.Visit(run.Page("described"));
        await Assertions.Expect(visit.Page.Locator(".headline")).ToContainTextAsync("2,240 customers in 43 columns");
        await visit.Press(visit.Card("Education"), 0.3, 0.12);
        Assert.Equal(1127, await visit.Page.Locator(".totals").EvaluateAsync<int>("e => Number(e.dataset.customers)"));
        Assert.Single(visit.Requests);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Actions_stand_in_order_of_money_with_what_they_rest_on()
    {
        await using var visit = await browser.Visit(run.Retail);
        var gains = (await visit.Page.Locator(".action .gain b").AllInnerTextsAsync()).Select(t => double.Parse(t, NumberStyles.Number, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(run.Folder.Table("actions.csv").Rows.Count, gains.Length);
        Assert.Equal(gains.OrderDescending(), gains);
        foreach (var action in await visit.Page.Locator(".action").AllAsync())
        {
            Assert.Subset((await action.Locator("dt").AllTextContentsAsync()).ToHashSet(StringComparer.Ordinal), new HashSet<string>(["Who", "Why", "How sure"], StringComparer.Ordinal));
            Assert.True(await action.Locator("details li").CountAsync() >= 1);
        }
    }

    /// <summary>Sum of a chart's table, whose second column are numbers.</summary>
    private static async Task<double> Sum(Visit visit, ILocator card)
    {
        await visit.OpenMenu(card);
        await card.Locator(".menu button").First.PressAsync("Enter");
        var cells = await card.Locator("tbody td").AllTextContentsAsync();
        await visit.OpenMenu(card);
        await card.Locator(".menu button").First.PressAsync("Enter");
        await visit.Settle();
        return cells.Sum(c => double.Parse(c, CultureInfo.InvariantCulture));
    }
}
