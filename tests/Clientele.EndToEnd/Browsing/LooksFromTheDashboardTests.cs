using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace Clientele.EndToEnd.Browsing;

/// <summary>Every kind of run from the dashboard, as a person starts it: another file joined, assumptions set, handed over.</summary>
public sealed class LooksFromTheDashboardTests(Chromium browser) : IClassFixture<Chromium>
{
    private static readonly string s_pictures = Path.Combine(Repository.Root, "artifacts", "screenshots");

    [Fact]
    public async Task The_whole_picture_with_a_joined_file_and_then_a_star()
    {
        using var place = new Workplace();
        (await Command.Run("sample", "--customers", "300", "--seed", "7", "--out", place["shop.csv"])).Done();
        (await Command.Run("segment", place["shop.csv"], "--method", "rfm", "--out", place["ids"], "--quiet")).Done();
        var ids = new RunFolder(place["ids"]).Table("segments.csv")["customer"];
        var members = ids.Where(id => id.Length == 7 && id.All(char.IsAsciiDigit)).DistinctBy(id => id.TrimStart('0')).ToArray(); // ids written in two ways would be one key
        place.Write("club.csv", "member,shoe_size\n" + string.Concat(members.Select((id, i) => string.Create(CultureInfo.InvariantCulture, $"{id},{36 + (i % 10)}\n"))));
        Directory.CreateDirectory(place["served"]);
        await using var server = await Serving.Start(place["served"]);
        await using var visit = await browser.Visit(server.Address);
        var page = visit.Page;

        // Two files: the second one joins the first.
        await Upload(visit, place["club.csv"]);
        await page.GotoAsync(new Uri(new Uri(page.Url), "/").ToString());
        await Upload(visit, place["shop.csv"]);

        // Look, assumptions, fixed scores, join.
        await page.GetByLabel("Look").SelectOptionAsync("report");
        await Fill(page, "Margin", "0.35");
        await page.GetByLabel("Scores").SelectOptionAsync("fixed");
        await Fill(page, "Bounds of recency", "90, 30");
        Assert.False(await page.GetByLabel("Bounds of recency").EvaluateAsync<bool>("i => i.checkValidity()"));
        await Fill(page, "Bounds of recency", "30, 90, 180, 365");
        await Fill(page, "Bounds of frequency", "1, 2, 4, 8");
        await Fill(page, "Bounds of monetary", "50, 200, 500, 2000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join a table" }).ClickAsync();
        await page.GetByLabel("File 1 to join").SelectOptionAsync(new SelectOptionValue { Label = "club.csv" });
        await page.GetByLabel("Column of ids in file 1").FillAsync("member");
        await page.GetByLabel("Column of ids in file 1").PressAsync("Tab");
        await Picture(page, "dashboard-wanted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await visit.Reach("?run=");
        Assert.True(await visit.Card("Expected gain of each action").CountAsync() == 1);
        await visit.DrawAll();
        await Picture(page, "dashboard-whole");
        var run = new RunFolder(Directory.GetDirectories(Path.Combine(place["served"], "clientele-runs"), "run-*").Single());
        Assert.Equal("report", run.Run.GetProperty("command").GetString());
        Assert.Equal(0.35, run.Run.GetProperty("actions").GetProperty("margin").GetDouble());
        Assert.Equal([30, 90, 180, 365], run.Run.GetProperty("plan").GetProperty("segments").GetProperty("thresholds").GetProperty("recency").EnumerateArray().Select(b => b.GetInt32()));
        var table = run.Table("segments.csv");
        var sizes = table["customer"].Zip(table["shoe_size"]).ToDictionary(row => row.First, row => row.Second, StringComparer.Ordinal);
        Assert.All(members, member => Assert.NotEqual("", sizes[member]));
        Assert.True(members.Length > 200);

        // Handed over: made by a run beside it, then taken away as one .zip whose sales add up.
        await page.Locator("summary", new() { HasText = "Hand over" }).ClickAsync();
        var before = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "Make star" }).ClickAsync();
        await visit.Reach("?run=", from: before);
        await page.Locator("summary", new() { HasText = "Hand over" }).ClickAsync();
        var taken = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "star.zip" }).ClickAsync());
        await taken.SaveAsAsync(place["star.zip"]);
        using var zip = ZipFile.OpenRead(place["star.zip"]);
        using var reader = new StreamReader(zip.GetEntry("star/sales.csv")!.Open(), Encoding.UTF8);
        place.Write("sales.csv", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(run.MoneyKept, new Table(place["sales.csv"])["amount"].Sum(a => decimal.Parse(a, CultureInfo.InvariantCulture)));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("explore", "cohorts.csv")]
    [InlineData("products", "products.csv")]
    [InlineData("baskets", "rules.csv")]
    [InlineData("actions", "actions.csv")]
    public async Task Any_look_ends_in_its_page(string look, string file)
    {
        using var place = new Workplace();
        (await Command.Run("sample", "--customers", "200", "--seed", "8", "--out", place["shop.csv"])).Done();
        Directory.CreateDirectory(place["served"]);
        await using var server = await Serving.Start(place["served"]);
        await using var visit = await browser.Visit(server.Address);
        await Upload(visit, place["shop.csv"]);
        await visit.Page.GetByLabel("Look").SelectOptionAsync(look);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await visit.Reach("?run=");
        Assert.True(await visit.Page.Locator(".card").CountAsync() > 0);
        var folder = Directory.GetDirectories(Path.Combine(place["served"], "clientele-runs"), "run-*").Single();
        Assert.Contains(file, Directory.GetFiles(folder).Select(Path.GetFileName));
        Assert.Empty(visit.Complaints);
    }

    private static async Task Upload(Visit visit, string path)
    {
        await visit.Page.Locator("#file").SetInputFilesAsync(path);
        await visit.Reach("?source=");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true })).ToBeVisibleAsync();
    }

    private static async Task Fill(IPage page, string label, string text)
    {
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        await page.GetByLabel(label, new() { Exact = true }).PressAsync("Tab");
    }

    private static async Task Picture(IPage page, string name)
    {
        Directory.CreateDirectory(s_pictures);
        await page.ScreenshotAsync(new() { Path = Path.Combine(s_pictures, name + ".png"), FullPage = true });
    }
}
