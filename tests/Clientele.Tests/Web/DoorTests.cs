using System.Net;
using System.Text;

namespace Clientele.Tests.Web;

/// <summary>Nobody but this server's own page changes anything, and nobody floods it.</summary>
public sealed class DoorTests
{
    [Theory]
    [InlineData(null, "own", null)]
    [InlineData("", "own", null)]
    [InlineData("wrong", "own", null)]
    [InlineData("own", null, null)]
    [InlineData("own", "null", null)]
    [InlineData("own", "http://evil.com", null)]
    [InlineData("own", "http://127.0.0.1:1", null)]
    [InlineData("own", "https://127.0.0.1", null)]
    [InlineData("own", "own", "cross-site")]
    [InlineData("own", "own", "same-site")]
    public async Task A_change_from_elsewhere_is_refused_and_changes_nothing(string? key, string? origin, string? site)
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Post, "/api/sources"), (HttpMethod.Post, "/api/jobs"), (HttpMethod.Delete, "/api/sources/x"), (HttpMethod.Delete, "/api/jobs/x")])
        {
            var content = new ByteArrayContent("a,b\n1,2\n"u8.ToArray());
            content.Headers.ContentType = new("application/octet-stream");
            Assert.Equal(HttpStatusCode.Forbidden, (await server.Send(method, path, content, key, origin, site)).StatusCode);
        }

        Assert.False(Directory.Exists(shop.Store));
        Assert.Equal(0, (await server.Json("/api/sources")).GetArrayLength());
    }

    [Fact]
    public async Task A_change_needs_the_cookie_too_and_a_form_is_not_json()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Send(HttpMethod.Post, "/api/jobs", new StringContent("{}", Encoding.UTF8, "application/json"), cookie: "x=y")).StatusCode);
        foreach (var type in (string[])["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
        {
            Assert.Equal("json.type", await RunningServer.Problem(await server.Send(HttpMethod.Post, "/api/jobs", new StringContent("{}", Encoding.UTF8, type)), 415));
            Assert.Equal("upload.type", await RunningServer.Problem(await server.Send(HttpMethod.Post, "/api/sources", new StringContent("a", Encoding.UTF8, type)), 415));
        }
    }

    [Theory]
    [InlineData("/api/sources/x/inspect")]
    [InlineData("/api/runs/x/names")]
    public async Task What_changes_something_is_never_a_get(string path)
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.Delete("/api/runs")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Get("/api")).StatusCode);
    }

    [Fact]
    public async Task Another_origin_may_not_even_read_the_key()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        foreach (var site in (string[])["cross-site", "same-site"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await server.Send(HttpMethod.Get, "/api/session", null, site: site)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await server.Send(HttpMethod.Get, "/api/session", null, site: "same-origin")).StatusCode);
    }

    [Fact]
    public async Task Many_at_once_are_answered_or_told_to_wait()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => server.Get("/api/catalogs")));
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, $"{a.StatusCode}"));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await server.Get("/api/catalogs")).StatusCode);
    }

    [Fact]
    public async Task Bodies_that_smuggle_or_swell_are_refused()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var head = $"POST /api/jobs HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nCookie: {server.Cookie}\r\nOrigin: {server.Origin}\r\nX-Clientele-Key: {server.Key}\r\nContent-Type: application/json\r\nConnection: close\r\n";
        Assert.StartsWith("HTTP/1.1 4", await server.Raw(head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 4", await server.Raw(head + string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: y\r\n")) + "\r\n"), StringComparison.Ordinal);
        Assert.Equal("web.too-large", await RunningServer.Problem(await server.Post("/api/jobs", "{\"source\":\"" + new string('x', 300_000) + "\"}"), 413));
    }
}
