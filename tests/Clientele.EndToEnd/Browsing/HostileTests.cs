using System.Text;
using Microsoft.Playwright;

namespace Clientele.EndToEnd.Browsing;

/// <summary>Names that would like to be code stay names; many customers stay a small page.</summary>
public sealed class HostileTests(Chromium browser, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private static readonly string[] s_evil =
    [
        "</script><script>window.hurt=1</script>", "<!--<script>", "<img src=x onerror=window.hurt=1>", "{{7*7}}", "javascript:window.hurt=1", "a\u2028b",
        "{b|x}", "=1+1", "]]>", "&lt;b&gt;", "url(https://example.org/x)", "'\"><svg onload=window.hurt=1>",
    ];

    [Fact]
    public async Task Hostile_names_are_inert()
    {
        using var place = new Workplace();
        var sales = new StringBuilder("invoice,customer,country,date,quantity,price\n");
        for (var i = 0; i < 240; i++)
        {
            var evil = s_evil[i % s_evil.Length].Replace("\"", "\"\"", StringComparison.Ordinal);
            sales.Append(CultureInfo.InvariantCulture, $"{1000 + i},\"{evil}{i % 40}\",\"{evil}\",2024-{1 + i % 12:00}-{1 + i % 28:00},{1 + i % 5},{1 + i * 7 % 90}.50\n");
        }

        (await Command.Run("segment", place.Write("sales.csv", sales.ToString()), "--out", place["out"])).Done();
        await using var visit = await browser.Visit(Path.Combine(place["out"], "report.html"));
        foreach (var details in await visit.Page.Locator("#explore > details > summary").AllAsync()) await details.PressAsync("Enter");
        await visit.DrawAll();
        foreach (var card in await visit.Page.Locator("#explore section.card:visible").AllAsync())
        {
            await visit.OpenMenu(card);
            await card.Locator(".menu button").First.PressAsync("Enter");
        }

        Assert.False(await visit.Page.EvaluateAsync<bool>("() => 'hurt' in window"));
        Assert.Equal(0, await visit.Page.Locator("#app img, #app svg, #app script, #app a[href]").CountAsync());
        Assert.Single(visit.Requests);
        Assert.Empty(visit.Complaints);
        var text = await visit.Page.Locator("#explore").InnerTextAsync();
        foreach (var evil in s_evil.Where(e => e[0] != '=' && !e.Contains('\u2028', StringComparison.Ordinal))) Assert.Contains(evil, text, StringComparison.Ordinal);
        Assert.DoesNotContain("49", (await visit.Page.Locator("#explore button.link").AllInnerTextsAsync()).Where(t => !t.Any(char.IsLetter)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Ids_stay_out_when_values_are_not_wanted()
    {
        using var place = new Workplace();
        var sales = string.Concat(Enumerable.Range(0, 200).Select(i => $"{i},canary-{i % 50}@example.org,2024-0{1 + i % 9}-11,{1 + i % 3},{2 + i % 17}\n"));
        (await Command.Run("segment", place.Write("sales.csv", "invoice,customer,date,quantity,price\n" + sales), "--no-values", "--out", place["out"])).Done();
        Assert.DoesNotContain("canary", await File.ReadAllTextAsync(Path.Combine(place["out"], "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var visit = await browser.Visit(Path.Combine(place["out"], "report.html"));
        await Assertions.Expect(visit.Page.Locator("#customers .lead")).ToContainTextAsync("ids were left out");
    }

    [Fact]
    public async Task Many_customers_become_groups_with_the_same_totals()
    {
        using var place = new Workplace();
        var sales = new StringBuilder("invoice,customer,country,date,quantity,price\n");
        for (var i = 0; i < 60_000; i++)
        {
            var customer = (long)i * 7 % 25_000;
            sales.Append(CultureInfo.InvariantCulture, $"{i},C{customer},{(customer % 7 == 0 ? "Aldmark" : "Lindauve")},{new DateTime(2023, 1, 1).AddDays(i * 31L % 700):yyyy-MM-dd},{1 + i % 4},{1 + i * 13L % 900}.{i % 100:00}\n");
        }

        (await Command.Run("segment", place.Write("sales.csv", sales.ToString()), "--out", place["out"], "--quiet")).Done();
        var folder = new RunFolder(place["out"]);
        var rows = folder.Table("segments.csv");
        output.WriteLine($"{rows.Rows.Count} customers, {new FileInfo(Path.Combine(place["out"], "report.html")).Length:N0} bytes");
        Assert.True(rows.Rows.Count > 20_000);
        await using var visit = await browser.Visit(Path.Combine(place["out"], "report.html"));
        Assert.Equal((rows.Rows.Count, folder.MoneyKept), await visit.Totals());
        await using var filtered = await browser.Visit(Path.Combine(place["out"], "report.html"), hash: "#main_country=Aldmark");
        Assert.Equal(rows.Where("main_country", c => c == "Aldmark"), await filtered.Totals());
        await filtered.DrawAll();
        Assert.Empty(filtered.Complaints);
    }
}
