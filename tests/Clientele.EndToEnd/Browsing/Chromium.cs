using Microsoft.Playwright;

namespace Clientele.EndToEnd.Browsing;

/// <summary>The browser of this machine, started once per class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>What waits for a page waits for the page, not for a clock: a machine that does other things is slow, not wrong.</summary>
    private const float Patience = 180_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A script that the page's own policy would not let in, for tests that must look inside.</summary>
    internal static string Axe { get; } = Path.Combine(Repository.Root, "artifacts", "app", "work", "node_modules", "axe-core", "axe.min.js");

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Find(), Args = ["--no-sandbox"] });
    }

    /// <summary>A page that notes whatever it asks for and complains about.</summary>
    internal async Task<Visit> Visit(string file, int width = 1440, int height = 900, bool dark = false, bool pierce = false, string hash = "")
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            BypassCSP = pierce,
            AcceptDownloads = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        var visit = new Visit(await context.NewPageAsync());
        await visit.Open(new Uri(file).AbsoluteUri + hash);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string Find()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            foreach (var name in (string[])["chromium", "chromium-browser", "google-chrome", "chrome.exe"])
            {
                if (folder.Length > 0 && File.Exists(Path.Combine(folder, name))) return Path.Combine(folder, name);
            }
        }

        throw new FileNotFoundException("These tests need a browser: install the package chromium.");
    }
}
