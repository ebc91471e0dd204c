using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Clientele.Web.Doors;
using Clientele.Web.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Clientele.Web;

/// <summary>Shows a finished run folder in the browser of the person at this machine, and to nobody else.</summary>
public static class RunServer
{
    /// <summary>Serves until cancelled. Only the loopback address listens; only who has the printed address gets an answer.</summary>
    /// <param name="runFolder">Folder with run.json, as written by <c>clientele segment</c>; read afresh for every answer.</param>
    /// <param name="output">Receives the address to open.</param>
    /// <exception cref="UserException">The folder holds no readable run, or the port cannot be had.</exception>
    public static async Task Serve(string runFolder, ServeOptions options, TextWriter output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var folder = new RunFolderFiles(runFolder);
        _ = RunView.Read(folder);
        var token = Token.New();
        await using var app = Build(options.Port, new Guard(token), new RunSite(folder));
        try
        {
            await app.StartAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return;
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            throw Problems.NoPort(options.Port, problem.Message);
        }

        var address = string.Create(CultureInfo.InvariantCulture, $"{Address(app)}/?{Guard.TokenName}={token.Text}");
        await output.WriteLineAsync($"The run in {folder.Path} is shown at {address}").ConfigureAwait(false);
        await output.WriteLineAsync("Only this machine can open it. Ctrl+C ends it.").ConfigureAwait(false);
        await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        if (options.OpenBrowser && !Browser.Open(address))
        {
            await output.WriteLineAsync("No browser could be started: open the address yourself.").ConfigureAwait(false);
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (ct.Register(ended.SetResult).ConfigureAwait(false)) await ended.Task.ConfigureAwait(false);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(patience.Token).ConfigureAwait(false);
    }

    private static WebApplication Build(int port, Guard guard, RunSite site)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxConcurrentConnections = 64;
            server.Limits.MaxRequestBodySize = 0;
            server.Limits.MaxRequestLineSize = 4096;
            server.Limits.MaxRequestHeaderCount = 64;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            server.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.Run(context => guard.Admits(context) ? site.Answer(context) : RunSite.Refuse(context.Response));
        return app;
    }

    private static string Address(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        foreach (var address in addresses ?? []) return address;
        throw new InvalidOperationException("The server is bound to no address.");
    }

    /// <summary>The caller's token ends the server; signals stay with the command.</summary>
    private sealed class CallerLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
