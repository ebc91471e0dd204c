using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clientele.Web;

namespace Clientele.Tests.Web;

public sealed partial class RunSiteTests
{
    [Fact]
    public async Task The_page_shows_the_run()
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        var answer = await server.Get("/");
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        foreach (var shown in (string[])["4,338", "18,532", "8,887,209", "9,747,747.934", "8,887,208.894", "-608,689.47", "135,037", "2010-12-01 to 2011-12-09", ">1,235<", ">189<", ">7.5<", "recent and frequent", "✓ Lines and money balance"])
        {
            Assert.Contains(shown, page, StringComparison.Ordinal);
        }

        Assert.Contains("""<rect width="69.16%""", page, StringComparison.Ordinal);
        Assert.Contains("""href="/files/segments.csv""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("curve.csv", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_names_are_text()
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        var page = await (await server.Get("/")).Content.ReadAsStringAsync();
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u2028', page);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Equal(5, page.Split("alert(&#x27;1&#x27;)").Length);

        // Only the program's own markup is left: every tag is one of these, every attribute value is closed.
        string[] own = ["!doctype", "html", "head", "meta", "title", "link", "body", "header", "h1", "h2", "p", "main", "section", "div", "b", "span", "table", "thead", "tbody", "tr", "th", "td", "i", "small", "svg", "rect", "ul", "li", "a", "footer"];
        var tags = Tags().Matches(page);
        Assert.Equal(page.Count(c => c == '<'), tags.Count);
        Assert.All(tags, tag => Assert.Contains(tag.Groups["name"].Value, own));
        var css = await (await server.Get("/style.css")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unbalanced_run_is_called_so()
    {
        using var run = new MadeUpRun();
        run.Run(kept: "8887208.895");
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        var page = WebUtility.HtmlDecode(await (await server.Get("/")).Content.ReadAsStringAsync());
        Assert.Contains("do not balance", page, StringComparison.Ordinal);
        Assert.DoesNotContain("✓", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_json()
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        Assert.Equal(File.ReadAllBytes(Path.Combine(run.Folder, "run.json")), await (await server.Get("/api/run")).Content.ReadAsByteArrayAsync());
        Assert.Equal("""{"balanced":true}""", await (await server.Get("/api/audit")).Content.ReadAsStringAsync());
        var answer = await server.Get("/api/profiles");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var profiles = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(2, profiles.RootElement.GetArrayLength());
        var (first, second) = (profiles.RootElement[0], profiles.RootElement[1]);
        Assert.Equal("8000000.004", first.GetProperty("money").GetRawText());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("gap_median").ValueKind);
        Assert.Equal(MadeUpRun.Hostile, second.GetProperty("segment").GetString());
        Assert.Equal("say \"no\", twice", second.GetProperty("why").GetString());
    }

    [Fact]
    public async Task Files_come_byte_by_byte()
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        foreach (var name in (string[])["segments.csv", "profiles.csv", "audit.json", "run.json", "excluded.csv"])
        {
            var answer = await server.Get($"/files/{name}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal($"attachment; filename=\"{name}\"", answer.Content.Headers.ContentDisposition?.ToString());
            Assert.Equal(File.ReadAllBytes(Path.Combine(run.Folder, name)), await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/files/")]
    [InlineData("/files/secret.txt")]
    [InlineData("/files/.hidden")]
    [InlineData("/files/../outside.csv")]
    [InlineData("/files/../../outside.csv")]
    [InlineData("/files/%2e%2e/outside.csv")]
    [InlineData("/files/%252e%252e/outside.csv")]
    [InlineData("/files/..%2foutside.csv")]
    [InlineData("/files/..%5coutside.csv")]
    [InlineData("/files/..\\outside.csv")]
    [InlineData("/files//etc/passwd")]
    [InlineData("/files/segments.csv%00.txt")]
    [InlineData("/files/SEGMENTS.CSV")]
    [InlineData("/files/./segments.csv/")]
    [InlineData("/files/file:segments.csv")]
    [InlineData("/FILES/segments.csv")]
    [InlineData("/files/curve.csv")]
    [InlineData("//127.0.0.1/files/segments.csv")]
    [InlineData("/api")]
    [InlineData("/api/")]
    public async Task What_is_not_listed_does_not_exist(string target)
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        var answer = await server.RawGet(target);
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_not_followed()
    {
        using var run = new MadeUpRun();
        var link = Path.Combine(run.Folder, "curve.csv");
        File.CreateSymbolicLink(link, Path.Combine(run.Folder, "..", "outside.csv"));
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        Assert.Equal(HttpStatusCode.NotFound, (await server.Get("/files/curve.csv")).StatusCode);
    }

    [Fact]
    public async Task A_folder_that_changes_is_read_afresh_and_never_breaks_the_page()
    {
        using var run = new MadeUpRun();
        await using var server = await RunningServer.Start(run.Folder);
        await server.Enter();
        run.Write("profiles.csv", "method,segment\nrfm\n");
        var page = await (await server.Get("/")).Content.ReadAsStringAsync();
        Assert.Contains("Champions", page, StringComparison.Ordinal);
        var profiles = await server.Get("/api/profiles");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, profiles.StatusCode);
        Assert.Equal("application/problem+json", profiles.Content.Headers.ContentType?.MediaType);
        foreach (var damage in (string[])["{", "null", "[]", "{\"lines\":7}", "{\"format\":1,\"customers\":\"x\"}"])
        {
            run.Write("run.json", damage);
            var answer = await server.Get("/");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        run.Run();
        Assert.Equal(HttpStatusCode.OK, (await server.Get("/")).StatusCode);
    }

    [Fact]
    public async Task A_folder_without_a_run_is_refused_at_once()
    {
        using var run = new MadeUpRun();
        async Task<string> Code() => (await Assert.ThrowsAsync<UserException>(
            () => RunServer.Serve(run.Folder, new ServeOptions(), TextWriter.Null, CancellationToken.None))).Code;
        run.Write("run.json", "{}");
        Assert.Equal("serve.damaged-run", await Code());
        File.Delete(Path.Combine(run.Folder, "run.json"));
        Assert.Equal("serve.no-run", await Code());
        Assert.Throws<UserException>(() => new ServeOptions { Port = 70_000 });
    }

    [GeneratedRegex("</?(?<name>[!a-zA-Z0-9]*)(?: [a-z-]+(?:=\"[^\"<>]*\")?)*/?>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();
}
