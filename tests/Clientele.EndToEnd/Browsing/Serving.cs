using System.Diagnostics;

namespace Clientele.EndToEnd.Browsing;

/// <summary>The real <c>clientele serve</c> with a store of its own, until it is killed.</summary>
internal sealed class Serving : IAsyncDisposable
{
    private readonly Process _process;

    private Serving(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>As printed, with the token.</summary>
    public string Address { get; }

    public string Origin => new Uri(Address).GetLeftPart(UriPartial.Authority);

    public static async Task<Serving> Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.Script, ["serve", .. arguments]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(4));
        var line = await process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The command said nothing.");
        return new Serving(process, line[line.IndexOf("http://", StringComparison.Ordinal)..]);
    }

    /// <summary>Outright, with no time to tidy up.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }
}
