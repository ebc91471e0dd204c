using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Clientele.Web;

namespace Clientele.Tests.Web;

public sealed class GuardTests
{
    [Fact]
    public async Task The_token_is_swapped_for_a_cookie_once()
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        var answer = await server.Enter();
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Matches("^/[?]run=r[0-9a-f]{16}$", answer.Headers.Location?.OriginalString);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("HttpOnly", cookie, StringComparison.Ordinal);
        Assert.Contains("SameSite=Strict", cookie, StringComparison.Ordinal);
        Assert.Contains(server.Port.ToString(CultureInfo.InvariantCulture), cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Address.Query.Split('=')[1], cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.Get("/")).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app.js")]
    [InlineData("/api/runs")]
    [InlineData("/api/session")]
    [InlineData("/nothing")]
    public async Task Nothing_is_shown_without_the_right_token(string path)
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        var token = server.Address.Query.Split('=')[1];
        var name = server.Cookie.Split('=')[0];
        string[] cookies = ["x=y", $"{name}=", $"{name}={token}", server.Cookie[..^1], server.Cookie + "x", server.Cookie.ToUpperInvariant()];
        foreach (var cookie in cookies)
        {
            var answer = await server.Get(path, cookie);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.DoesNotContain("Champions", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        foreach (var guess in (string[])["", token[..20], token + "A", "%00", $"{token}&token={token}"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.Get($"{path}?token={guess}")).StatusCode);
        }

        if (path != "/") Assert.Equal(HttpStatusCode.Unauthorized, (await server.Get($"{path}?token={token}")).StatusCode);
    }

    [Fact]
    public async Task Every_server_has_its_own_token()
    {
        using var run = new MadeUpRun();
        await using var one = await RunningServer.Start(run.Folder);
        await using var other = await RunningServer.Start(run.Folder);
        Assert.NotEqual(one.Address.Query, other.Address.Query);
        Assert.True(one.Address.Query.Length >= 43);
        await one.Enter();
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Get("/", one.Cookie)).StatusCode);
    }

    [Fact]
    public async Task Only_its_own_host_name_is_answered()
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        foreach (var host in (string[])["evil.com", $"evil.com:{server.Port}", $"127.0.0.1.nip.io:{server.Port}", "127.0.0.1", $"127.0.0.1:{server.Port - 1}", $"localhost.:{server.Port}"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await server.Get("/", host: host)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await server.Get(server.Address.PathAndQuery, host: host)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await server.Get("/", host: $"localhost:{server.Port}")).StatusCode);
        var cookie = server.Cookie;
        Assert.StartsWith("HTTP/1.1 403", await server.Raw($"GET / HTTP/1.0\r\nCookie: {cookie}\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await server.Raw($"GET / HTTP/1.1\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await server.Raw($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nHost: evil.com\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 4", await server.Raw($"GET http://evil.com/ HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Other_methods_are_refused(string method)
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        var answer = await server.Get("/", method: new HttpMethod(method));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["DELETE", "GET", "POST"], answer.Content.Headers.Allow.Order());
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/runs")]
    [InlineData("/app.css")]
    [InlineData("/nothing")]
    public async Task Every_answer_tells_the_browser_to_be_strict(string path)
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        foreach (var answer in (HttpResponseMessage[])[await server.Get(path), await server.Get(path, "none=1"), await server.Get(path, host: "evil.com")])
        {
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.False(answer.Headers.Contains("Server"));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task It_listens_on_this_machine_only_and_lets_the_port_go()
    {
        using var run = new MadeUpRun();
        var server = await RunningServer.Start(run.Folder);
        var port = server.Port;
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == port).ToList();
        Assert.Equal([IPAddress.Loopback], listening.Select(end => end.Address));
        var taken = await Assert.ThrowsAsync<UserException>(() => RunServer.Serve(run.Folder, new ServeOptions { Port = port }, TextWriter.Null, CancellationToken.None));
        Assert.Equal("serve.port", taken.Code);
        await server.DisposeAsync();
        using var again = new TcpListener(IPAddress.Loopback, port);
        again.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true);
        again.Start();
    }

    [Fact]
    public async Task A_stop_before_the_start_is_a_stop()
    {
        using var run = new MadeUpRun();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await RunServer.Serve(run.Folder, new ServeOptions { Runs = run.Around }, TextWriter.Null, stop.Token).WaitAsync(TimeSpan.FromSeconds(20));
    }
}
