using Microsoft.Playwright;

namespace Clientele.EndToEnd.Browsing;

/// <summary>The dashboard over the real sales, used as a person uses it: no line of code, nothing lost.</summary>
public sealed class DashboardTests(Chromium browser, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private static readonly string s_pictures = Path.Combine(Repository.Root, "artifacts", "screenshots");

    [Fact]
    public async Task From_a_file_to_segments_and_back_with_another_k()
    {
        using var place = new Workplace();
        await using var server = await Serving.Start(place.Path);
        await using var visit = await browser.Visit(server.Address);
        var page = visit.Page;
        Assert.DoesNotContain("token", page.Url, StringComparison.Ordinal);
        await Picture(visit, "start");

        // Drop a file, correct what a column means, run.
        await page.Locator("#file").SetInputFilesAsync(Repository.Data("online_retail.csv.gz"));
        await visit.Reach("?source=");
        var country = page.GetByLabel("Meaning of Country");
        await Assertions.Expect(country).ToHaveValueAsync("country");
        await country.SelectOptionAsync("store");
        await Assertions.Expect(page.Locator(".understanding")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Assertions.Expect(country).ToHaveValueAsync("store");
        await Assertions.Expect(page.GetByLabel("Meaning of CustomerID")).ToHaveValueAsync("customer");
        await Picture(visit, "source");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await visit.Reach("?run=");
        Assert.Equal((4338, 8887208.894m), await visit.Totals());
        Assert.Equal(1, await visit.Card("Main store").CountAsync());
        await Picture(visit, "run");

        // A click filters, and the totals are those of segments.csv.
        var first = new Uri(page.Url).Query;
        var segments = Folders(place).Single().Table("segments.csv");
        await visit.Press(visit.Card("Segments: customers and money"), 0.3, 0.12);
        Assert.Equal(segments.Where("segment", s => s == "Champions"), await visit.Totals());

        // From the segment to a customer to the orders.
        await page.Locator(".grid").ScrollIntoViewIfNeededAsync();
        await visit.Settle();
        var customer = page.Locator(".grid-row button.link").First;
        var id = await customer.InnerTextAsync();
        await customer.PressAsync("Enter");
        var orders = segments["customer"].Zip(segments["frequency"]).Single(c => c.First == id).Second;
        await Assertions.Expect(page.Locator("dialog .lead")).ToContainTextAsync($"{orders} orders");
        await page.Locator("dialog .order summary").First.ClickAsync();
        await Assertions.Expect(page.Locator("dialog .order table").First).ToBeVisibleAsync();
        await Picture(visit, "orders");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        // The same by id, as it is needed where a report holds groups of customers.
        await page.Locator("summary", new() { HasText = "Find a customer" }).ClickAsync();
        await page.GetByLabel("Id of the customer").FillAsync("no such customer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show orders" }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog .trouble")).ToContainTextAsync("There is no such customer.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        Assert.Single(visit.Complaints, c => c.Contains("404", StringComparison.Ordinal));
        visit.Complaints.Clear();

        // A name of one's own.
        await page.Locator("summary", new() { HasText = "Rename segments" }).ClickAsync();
        var name = page.GetByLabel("Name of Champions", new() { Exact = true });
        await name.FillAsync("Best <b>friends</b>");
        await page.RunAndWaitForResponseAsync(
            () => name.Locator("..").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync(), answer => answer.Url.EndsWith("/report", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#segments .tabs button").First).ToHaveTextAsync("Best <b>friends</b>");

        // Another k beside it, and both compared.
        await page.GetByRole(AriaRole.Link, new() { Name = "Change settings" }).ClickAsync();
        await page.GetByLabel("Method").SelectOptionAsync("kmeans");
        foreach (var field in (string[])["Clusters, at least", "Clusters, at most"])
        {
            await page.GetByLabel(field).FillAsync("4");
            await page.GetByLabel(field).PressAsync("Tab");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await visit.Reach("?run=");
        Assert.NotEqual(first, new Uri(page.Url).Query);
        Assert.Equal((4338, 8887208.894m), await visit.Totals());
        Assert.Equal(4, await page.Locator("#segments .tabs button").CountAsync());
        await page.Locator("summary", new() { HasText = "Compare" }).First.ClickAsync();
        await page.Locator(".wide-menu a[href*='a=']").ClickAsync();
        await page.WaitForSelectorAsync("#app[data-ready=yes]");
        await Assertions.Expect(page.Locator(".lead").First).ToContainTextAsync("4,338 customers are in both.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Best <b>friends</b>");
        await Picture(visit, "compare");

        Assert.All(visit.Requests, request => Assert.True(request.StartsWith(server.Origin, StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal) || request.StartsWith("blob:", StringComparison.Ordinal), request));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Killed_and_started_again_everything_is_there_and_can_be_read_by_all()
    {
        using var place = new Workplace();
        await using (var server = await Serving.Start(place.Path))
        {
            await using var visit = await browser.Visit(server.Address);
            await visit.Page.Locator("#file").SetInputFilesAsync(Repository.Data("Mall_Customers.csv.gz"));
            await visit.Reach("?source=");
            await Assertions.Expect(visit.Page.Locator(".understanding .lead")).ToContainTextAsync("Taken as a table of customers");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
            await visit.Reach("?run=");
            await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("200");
            await server.Kill();
        }

        await using var again = await Serving.Start(place.Path);
        await using var back = await browser.Visit(again.Address, pierce: true);
        await Assertions.Expect(back.Page.Locator("main")).ToContainTextAsync("Mall_Customers.csv.gz");
        await Check(back, "start");
        await back.Page.GetByRole(AriaRole.Link, new() { Name = "Mall_Customers.csv.gz" }).First.ClickAsync();
        await Assertions.Expect(back.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true })).ToBeVisibleAsync();
        await Check(back, "source");
        await back.Page.GotoAsync(again.Origin + "/");
        await back.Page.Locator("a[href*='run=']").First.ClickAsync();
        await back.Page.WaitForSelectorAsync("#app[data-ready=yes]");
        await Check(back, "run");
    }

    private static IEnumerable<RunFolder> Folders(Workplace place) => Directory.GetDirectories(place["clientele-runs"], "run-*").Select(folder => new RunFolder(folder));

    /// <summary>At a desk and on a phone: to be looked at; and nothing is wider than the window.</summary>
    private static async Task Picture(Visit visit, string name)
    {
        Directory.CreateDirectory(s_pictures);
        foreach (var width in (int[])[390, 1440])
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            await visit.Settle();
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(s_pictures, $"dashboard-{name}-{width}.png") });
            Assert.InRange(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
        }
    }

    private async Task Check(Visit visit, string name)
    {
        await visit.Settle();
        var findings = await visit.SeriousFindings();
        output.WriteLine($"{name}: {findings.Length} serious findings");
        Assert.True(findings.Length == 0, $"{name}: {string.Join('\n', findings)}");
    }
}
