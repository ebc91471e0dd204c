using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Clientele.Web.Api;
using Clientele.Web.Doors;
using Clientele.Web.Jobs;
using Clientele.Web.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Clientele.Web;

/// <summary>Shows runs, and makes them, in the browser of the person at this machine, and of nobody else.</summary>
public static class RunServer
{
    /// <summary>A browser on the same busy machine may pause for longer than the five seconds that servers of strangers grant.</summary>
    private static readonly MinDataRate s_slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromMinutes(1));

    /// <summary>Serves until cancelled. Only the loopback address listens; only who has the printed address gets an answer.</summary>
    /// <param name="target">A run folder, a folder of runs, or a file to understand; null starts with the usual folder of runs.</param>
    /// <param name="output">Receives the address to open.</param>
    /// <exception cref="UserException">There is nothing at <paramref name="target"/>, the run cannot be read, or the port cannot be had.</exception>
    public static async Task Serve(string? target, ServeOptions options, TextWriter output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var opened = Opened.Of(target, options);
        opened.Runs.CleanUp();
        opened.Sources.CleanUp();
        var token = Token.New();
        using var customers = new CustomerLines(options.Version);
        await using var jobs = new JobQueue();
        var guard = new Guard(token, opened.Landing);
        await using var app = Build(options, guard, new Site(opened, jobs, customers, guard, options));
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
        await output.WriteLineAsync($"{opened.Says} {address}").ConfigureAwait(false);
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

    private static WebApplication Build(ServeOptions options, Guard guard, Site site)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxConcurrentConnections = 256;
            server.Limits.MaxRequestBodySize = Body.MostBytes;
            server.Limits.MaxRequestLineSize = 8192;
            server.Limits.MaxRequestHeaderCount = 64;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            server.Limits.MinRequestBodyDataRate = s_slowest;
            server.Limits.MinResponseDataRate = s_slowest;
            server.Listen(IPAddress.Loopback, options.Port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        var door = new Turnstile(guard);
        app.Use(door.Pass);
        foreach (var endpoint in Endpoints.All)
        {
            app.MapMethods(endpoint.Path, [endpoint.Method], context => endpoint.Answer(context, site));
        }

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
