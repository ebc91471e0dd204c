using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Clientele.EndToEnd.Browsing;

/// <summary>One person looking at one report.</summary>
internal sealed class Visit : IAsyncDisposable
{
    public Visit(IPage page)
    {
        Page = page;
        page.Request += (_, request) => Requests.Enqueue(request.Url);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") Complaints.Enqueue(message.Text); };
        page.PageError += (_, error) => Complaints.Enqueue(error);
        page.Dialog += (_, dialog) => { Complaints.Enqueue("dialog: " + dialog.Message); _ = dialog.DismissAsync(); };
    }

    public IPage Page { get; }

    /// <summary>Addresses that the page asked for; told on another thread.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public ConcurrentQueue<string> Complaints { get; } = [];

    public async Task Open(string address)
    {
        await Page.GotoAsync(address);
        await Page.WaitForSelectorAsync("#app[data-ready=yes]");
        await Settle();
    }

    /// <summary>Until the page has led to an address with these words and is ready; says what the page said when it does not.</summary>
    /// <param name="words">As in <c>?run=</c>.</param>
    /// <param name="from">An address that has them and is not meant.</param>
    /// <remarks>The browser's side looks at the address. WaitForURL looks here, and misses a page that comes between its look and its listening.</remarks>
    public async Task Reach(string words, string? from = null)
    {
        try
        {
            if (from is not null) await Assertions.Expect(Page).Not.ToHaveURLAsync(from);
            await Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(words), RegexOptions.None, TimeSpan.FromSeconds(1)));
            await Page.WaitForSelectorAsync("#app[data-ready=yes]");
        }
        catch (Exception trouble) when (trouble is PlaywrightException or TimeoutException)
        {
            var says = await Page.Locator("body").InnerTextAsync();
            throw new TimeoutException($"{Page.Url} did not lead to {words}. It complained: {string.Join(" | ", Complaints)}. It asked for: {string.Join(' ', Requests.TakeLast(8))}. It says:\n{says}", trouble);
        }
    }

    /// <summary>Two frames: filters are applied at the first, drawn at the second.</summary>
    public Task Settle() => Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 350))))");

    public ILocator Card(string title) => Page.Locator("section.card").Filter(new LocatorFilterOptions { Has = Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = title, Exact = true }) }).First;

    /// <summary>Customers and exact money under the filters, as the page says.</summary>
    public async Task<(int Customers, decimal Money)> Totals()
    {
        await Settle();
        var totals = Page.Locator(".totals");
        var money = (await totals.GetAttributeAsync("data-money"))!.Replace("−", "-", StringComparison.Ordinal);
        return (int.Parse((await totals.GetAttributeAsync("data-customers"))!, CultureInfo.InvariantCulture), decimal.Parse(money, NumberStyles.Number, CultureInfo.InvariantCulture));
    }

    /// <summary>Different colours in a card's picture: one is an empty sheet.</summary>
    public Task<int> Colours(ILocator card) => card.Locator("canvas").First.EvaluateAsync<int>("""
        canvas => {
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          const seen = new Set();
          for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] > 0) seen.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
          return seen.size;
        }
        """);

    /// <summary>Presses where the value lies along a picture, in shares of its width and height.</summary>
    public async Task Press(ILocator card, double x, double y)
    {
        var plot = card.Locator(".plot");
        await Centre(plot);
        var box = await plot.BoundingBoxAsync() ?? throw new InvalidOperationException("The picture is not in sight.");
        await Page.Mouse.ClickAsync((float)(box.X + box.Width * x), (float)(box.Y + box.Height * y));
    }

    /// <summary>Opens a card's menu once the card stands still.</summary>
    public async Task OpenMenu(ILocator card)
    {
        await Centre(card);
        await card.Locator("summary").ClickAsync();
    }

    /// <summary>Until it is drawn and stays where it is: what is drawn on the way may move it.</summary>
    private async Task Centre(ILocator place)
    {
        var before = float.NaN;
        for (var i = 0; i < 20; i++)
        {
            await place.EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
            await Settle();
            var drawn = await place.EvaluateAsync<string?>("e => e.closest('section.card').getAttribute('data-drawn')") == "yes";
            var now = (await place.BoundingBoxAsync())?.Y ?? float.NaN;
            if (drawn && now == before) return;
            before = now;
        }
    }

    public async Task Drag(ILocator card, (double X, double Y) from, (double X, double Y) to)
    {
        var plot = card.Locator(".plot");
        await Centre(plot);
        var box = await plot.BoundingBoxAsync() ?? throw new InvalidOperationException("The picture is not in sight.");
        await Page.Mouse.MoveAsync((float)(box.X + box.Width * from.X), (float)(box.Y + box.Height * from.Y));
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync((float)(box.X + box.Width * to.X), (float)(box.Y + box.Height * to.Y), new MouseMoveOptions { Steps = 6 });
        await Page.Mouse.UpAsync();
    }

    /// <summary>Findings of axe-core that are serious or worse: rule and the elements.</summary>
    public async Task<string[]> SeriousFindings()
    {
        await Page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Chromium.Axe });
        var found = await Page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run()).violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.failureSummary || '').slice(0, 200)).join(' | '))
            """);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }

    /// <summary>Scrolls through, so that everything is drawn, until nothing more comes up.</summary>
    public async Task<int> DrawAll()
    {
        for (var drawn = 0; ;)
        {
            var cards = await Page.Locator("section.card:visible").AllAsync();
            foreach (var card in cards)
            {
                await card.ScrollIntoViewIfNeededAsync();
                await Assertions.Expect(card).ToHaveAttributeAsync("data-drawn", "yes");
            }

            await Settle();
            if (cards.Count == drawn) return drawn;
            drawn = cards.Count;
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
