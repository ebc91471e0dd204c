namespace Clientele.EndToEnd.Browsing;

/// <summary>The page as people see it: pictures for a person to look at, and what axe-core finds.</summary>
public sealed class LooksTests(OnlineRetailRun run, Chromium browser) : IClassFixture<OnlineRetailRun>, IClassFixture<Chromium>
{
    private static readonly string s_pictures = Path.Combine(Repository.Root, "artifacts", "screenshots");

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task It_is_kept_as_a_picture_and_is_open_to_all(int width, bool dark)
    {
        await using var visit = await browser.Visit(run["report.html"], width, 900, dark, pierce: true);
        await visit.DrawAll();
        var overflow = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"the page is {overflow} pixels wider than the screen");

        Directory.CreateDirectory(s_pictures);
        var name = $"report-{width}-{(dark ? "dark" : "light")}";
        foreach (var part in await visit.Page.Locator("section.part").AllAsync())
        {
            var picture = Path.Combine(s_pictures, $"{name}-{await part.GetAttributeAsync("id")}.png");
            await part.ScreenshotAsync(new() { Path = picture });
            Assert.True(new FileInfo(picture).Length > 3000, picture);
        }

        await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(s_pictures, $"{name}.png") });
        var findings = await visit.SeriousFindings();
        Assert.True(findings.Length == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task Filters_and_patterns_are_open_to_all()
    {
        await using var visit = await browser.Visit(run["report.html"], pierce: true, hash: "#segment=Champions,Loyal&recency=0..20");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Patterns" }).ClickAsync();
        await visit.DrawAll();
        await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await visit.Settle();
        Directory.CreateDirectory(s_pictures);
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(s_pictures, "report-filtered.png"), FullPage = true });
        var findings = await visit.SeriousFindings();
        Assert.True(findings.Length == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task It_prints()
    {
        await using var visit = await browser.Visit(run["report.html"], dark: true);
        Directory.CreateDirectory(s_pictures);
        var paper = await visit.Page.PdfAsync(new() { Path = Path.Combine(s_pictures, "report.pdf"), PrintBackground = true, Format = "A4" });
        Assert.True(paper.Length > 50_000, $"{paper.Length} bytes on paper");
    }
}
