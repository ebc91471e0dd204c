using Microsoft.Playwright;

namespace Clientele.EndToEnd.Browsing;

/// <summary>report.html of the real sales, opened from disk and used as a person uses it.</summary>
public sealed class ReportTests(OnlineRetailRun run, Chromium browser, ITestOutputHelper output) : IClassFixture<OnlineRetailRun>, IClassFixture<Chromium>
{
    private string Report => run["report.html"];

    [Fact]
    public async Task It_opens_from_disk_small_and_without_a_network()
    {
        Assert.InRange(new FileInfo(Report).Length, 100_000, 3_000_000);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await using var visit = await browser.Visit(Report);
        output.WriteLine($"{new FileInfo(Report).Length:N0} bytes, ready after {clock.ElapsedMilliseconds} ms with starting the page");
        await visit.DrawAll();
        Assert.Single(visit.Requests);
        Assert.StartsWith("file://", visit.Requests.First(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
        Assert.Equal((4338, 8887208.894m), await visit.Totals());
        await Assertions.Expect(visit.Page.Locator(".headline")).ToContainTextAsync("4,338 customers spent 8,887,208.89 in 18,532 orders");
    }

    [Fact]
    public async Task Nothing_foreign_can_run_in_it()
    {
        await using var visit = await browser.Visit(Report);
        var ran = await visit.Page.EvaluateAsync<bool>("""
            () => { const s = document.createElement('script'); s.textContent = 'window.foreign = true'; document.body.append(s);
                    const d = document.createElement('div'); d.innerHTML = '<img src=x onerror="window.foreign = true">'; document.body.append(d);
                    return new Promise(done => setTimeout(() => done(window.foreign === true), 300)); }
            """);
        Assert.False(ran);
        Assert.Contains(visit.Complaints, c => c.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_chart_is_drawn_and_not_empty()
    {
        await using var visit = await browser.Visit(Report);
        foreach (var details in await visit.Page.Locator("#explore > details").AllAsync())
        {
            // By keyboard: charts above it are still being drawn, and what they move would slip away from under a click.
            if (await details.GetAttributeAsync("open") is null) await details.Locator("> summary").PressAsync("Enter");
            await Assertions.Expect(details).ToHaveAttributeAsync("open", "");
        }

        Assert.InRange(await visit.DrawAll(), 25, 60);
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var card in await visit.Page.Locator("section.card:visible").AllAsync())
        {
            var title = await card.Locator("h3").InnerTextAsync();
            Assert.True(await visit.Colours(card) > 3, $"{title} is an empty picture");
            var words = await card.Locator(".plot").GetAttributeAsync("aria-label");
            Assert.True(words!.Length > title.Length + 20 && !words.Contains("NaN", StringComparison.Ordinal), $"{title}: {words}");
            kinds.Add((await card.GetAttributeAsync("data-chart"))!);
        }

        Assert.Equal("bar box elbow heatmap histogram line lorenz parallel sankey scatter silhouette snake treemap waterfall", string.Join(' ', kinds));
    }

    [Fact]
    public async Task A_click_filters_everything_and_the_totals_are_those_of_the_file()
    {
        await using var visit = await browser.Visit(Report);
        await visit.Press(visit.Card("Segments: customers and money"), 0.3, 0.12);
        var segments = run.Folder.Table("segments.csv");
        Assert.Equal(segments.Where("segment", s => s == "Champions"), await visit.Totals());
        Assert.Equal("#segment=Champions", new Uri(visit.Page.Url).Fragment);
        await Assertions.Expect(visit.Page.Locator(".chip[data-key=segment]")).ToContainTextAsync("Champions");
        await Assertions.Expect(visit.Page.Locator("#customers .lead")).ToContainTextAsync("817 of 4,338 customers");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Clear all" }).ClickAsync();
        Assert.Equal((4338, 8887208.894m), await visit.Totals());
        Assert.Equal("", new Uri(visit.Page.Url).Fragment);
    }

    [Theory]
    [InlineData("Days since last order", "recency")]
    [InlineData("Orders", "frequency")]
    [InlineData("Money spent", "monetary")]
    [InlineData("Days as a customer", "tenure")]
    public async Task A_drag_over_a_histogram_filters_to_its_bins(string title, string column)
    {
        await using var visit = await browser.Visit(Report);
        await visit.Drag(visit.Card(title), (0.35, 0.5), (0.62, 0.5));
        var expected = await visit.Totals();
        var stretches = Uri.UnescapeDataString(new Uri(visit.Page.Url).Fragment)[(column.Length + 2)..];
        Assert.True(stretches.Split(',').Length >= 3, stretches);
        Assert.Equal(run.Folder.Table("segments.csv").Where(column, SegmentRows.In(stretches)), expected);
        Assert.InRange(expected.Customers, 1, 4337);

        // The address alone brings the same view.
        await using var other = await browser.Visit(Report, hash: new Uri(visit.Page.Url).Fragment);
        Assert.Equal(expected, await other.Totals());
    }

    [Fact]
    public async Task A_rectangle_over_the_points_filters_both_measures()
    {
        await using var visit = await browser.Visit(Report);
        await visit.Drag(visit.Card("Customers between two measures"), (0.3, 0.3), (0.6, 0.7));
        var totals = await visit.Totals();
        Assert.InRange(totals.Customers, 1, 4337);
        Assert.Equal(2, await visit.Page.Locator(".chip[data-key]").CountAsync());
    }

    [Fact]
    public async Task The_keyboard_reaches_what_the_mouse_reaches()
    {
        await using var visit = await browser.Visit(Report);
        var card = visit.Card("Main country");
        await card.Locator("summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await card.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await card.GetByRole(AriaRole.Button, new() { Name = "Germany" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(run.Folder.Table("segments.csv").Where("main_country", c => c == "Germany"), await visit.Totals());
    }

    [Fact]
    public async Task The_table_of_customers_sorts_and_follows()
    {
        await using var visit = await browser.Visit(Report, hash: "#segment=Loyal");
        var grid = visit.Page.Locator(".grid");
        await grid.ScrollIntoViewIfNeededAsync();
        await grid.GetByRole(AriaRole.Button, new() { Name = "Orders", Exact = true }).PressAsync("Enter");
        await visit.Settle();
        var cells = await grid.Locator(".grid-row").First.Locator("[role=cell]").AllInnerTextsAsync();
        var loyal = run.Folder.Table("segments.csv").Where("segment", s => s == "Loyal");
        Assert.Equal("Loyal", cells[1]);
        Assert.Equal(loyal, await visit.Totals());
        await Assertions.Expect(grid.Locator(".grid-sheet")).ToHaveAttributeAsync("aria-rowcount", (loyal.Customers + 1).ToString(CultureInfo.InvariantCulture));
        Assert.InRange(await grid.Locator(".grid-row").CountAsync(), 10, 60);
    }

    [Theory]
    [InlineData("Save PNG", "png", 0x89)]
    [InlineData("Save SVG", "svg", '<')]
    [InlineData("Save CSV", "csv", 'O')]
    public async Task A_chart_is_saved(string button, string extension, int first)
    {
        await using var visit = await browser.Visit(Report);
        var card = visit.Card("Orders");
        await visit.OpenMenu(card);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = button }).PressAsync("Enter"));
        Assert.Equal($"orders.{extension}", download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal(first, bytes[0]);
        Assert.True(bytes.Length > 100);
    }
}
