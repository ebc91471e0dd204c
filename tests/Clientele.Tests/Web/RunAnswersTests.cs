using System.Net;
using System.Text;
using System.Text.Json;
using Clientele.Reports;
using Clientele.Tests.Reports;
using Clientele.Web;

namespace Clientele.Tests.Web;

public sealed class RunAnswersTests
{
    [Fact]
    public async Task The_page_holds_no_data_and_no_code()
    {
        using var run = new MadeUpRun();
        await using var server = await (await RunningServer.Start(run.Folder)).Open();
        var page = await (await server.Get("/")).Content.ReadAsStringAsync();
        Assert.Contains("<script src=\"/app.js\" defer></script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Champions", page, StringComparison.Ordinal);
        Assert.Single(page.Split("<script").Skip(1));
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.True((await (await server.Get("/app.js")).Content.ReadAsByteArrayAsync()).Length > 100_000);
        Assert.Equal("text/css", (await server.Get("/app.css")).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_report_is_the_very_document_of_the_page()
    {
        using var run = new MadeUpRun();
        await using var server = await (await RunningServer.Start(run.Folder)).Open();
        var id = (await server.Json("/api/runs"))[0].GetProperty("id").GetString();
        var report = await (await server.Get($"/api/runs/{id}/report")).Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetString(ReportDocument.Of(MadeUp.Run)).TrimEnd('\n'), Encoding.UTF8.GetString(report));
    }

    [Fact]
    public async Task A_run_is_told_in_figures_and_hostile_names_are_text()
    {
        using var run = new MadeUpRun();
        await using var server = await (await RunningServer.Start(run.Folder)).Open();
        var id = (await server.Json("/api/runs"))[0].GetProperty("id").GetString();
        var answer = await server.Get($"/api/runs/{id}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var one = await RunningServer.Json(answer);
        Assert.Equal(4338, one.GetProperty("customers").GetInt32());
        Assert.Equal("8000000.004", one.GetProperty("segments")[0].GetProperty("money").GetString());
        Assert.Equal(MadeUpRun.Hostile, one.GetProperty("segments")[1].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Files_come_byte_by_byte()
    {
        using var run = new MadeUpRun();
        await using var server = await (await RunningServer.Start(run.Folder)).Open();
        var id = (await server.Json("/api/runs"))[0].GetProperty("id").GetString();
        var names = (await server.Json($"/api/runs/{id}/files")).EnumerateArray().Select(f => f.GetProperty("name").GetString()!).ToArray();
        Assert.Equal(["report.html", "audit.json", "excluded.csv", "profiles.csv", "run.json", "segments.csv"], names);
        foreach (var name in names)
        {
            var answer = await server.Get($"/api/runs/{id}/files/{name}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal($"attachment; filename=\"{name}\"", answer.Content.Headers.ContentDisposition?.ToString());
            Assert.Equal(File.ReadAllBytes(Path.Combine(run.Folder, name)), await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("secret.txt")]
    [InlineData(".hidden")]
    [InlineData("../outside.csv")]
    [InlineData("../../outside.csv")]
    [InlineData("%2e%2e/outside.csv")]
    [InlineData("%252e%252e/outside.csv")]
    [InlineData("%252e%252e%252foutside.csv")]
    [InlineData("..%2foutside.csv")]
    [InlineData("..%5coutside.csv")]
    [InlineData("..\\outside.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("C:segments.csv")]
    [InlineData("segments.csv%00.txt")]
    [InlineData("SEGMENTS.CSV")]
    [InlineData("file:segments.csv")]
    [InlineData("%5c%5chost%5cshare%5csegments.csv")]
    [InlineData("segments.csv.partial-1")]
    [InlineData("curve.csv")]
    [InlineData("clusters.json")]
    public async Task What_is_not_listed_does_not_exist(string name)
    {
        using var run = new MadeUpRun();
        File.CreateSymbolicLink(Path.Combine(run.Folder, "curve.csv"), Path.Combine(run.Around, "outside.csv"));
        run.Write("segments.csv.partial-1", "secret half");
        await using var server = await (await RunningServer.Start(run.Folder)).Open();
        var id = (await server.Json("/api/runs"))[0].GetProperty("id").GetString();
        foreach (var target in (string[])[$"/api/runs/{id}/files/{name}", $"/api/runs/{name}", $"/api/runs/{name}/report", $"/api/runs/{name}/files/segments.csv", $"/{name}", $"/files/{name}"])
        {
            var answer = await server.RawGet(target);
            Assert.Matches("^HTTP/1.1 40[04] ", answer);
            Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_folder_of_runs_lists_them_and_follows_no_link()
    {
        using var run = new MadeUpRun();
        var store = Directory.CreateDirectory(Path.Combine(run.Around, "store")).FullName;
        Directory.Move(run.Folder, Path.Combine(store, "a b % <c>"));
        Directory.CreateSymbolicLink(Path.Combine(store, "link"), run.Around);
        foreach (var other in (string[])["empty", "run-1.partial-7", ".hidden"]) Directory.CreateDirectory(Path.Combine(store, other));
        File.Copy(Path.Combine(store, "a b % <c>", "run.json"), Path.Combine(run.Around, "run.json"));
        File.Copy(Path.Combine(run.Around, "run.json"), Path.Combine(store, ".hidden", "run.json"));
        var damaged = Directory.CreateDirectory(Path.Combine(store, "damaged")).FullName;
        await File.WriteAllTextAsync(Path.Combine(damaged, "run.json"), "{", TestContext.Current.CancellationToken);
        await using var server = await (await RunningServer.Start(store)).Open();
        var runs = (await server.Json("/api/runs")).EnumerateArray().ToArray();
        Assert.Equal(["damaged", "a b % <c>"], runs.Select(r => r.GetProperty("name").GetString()));
        Assert.NotEqual(JsonValueKind.Null, runs[0].GetProperty("trouble").ValueKind);
        Assert.Equal("serve.damaged-run", await RunningServer.Problem(await server.Get($"/api/runs/{runs[0].GetProperty("id").GetString()}"), 422));
        Assert.Equal(4338, (await server.Json($"/api/runs/{runs[1].GetProperty("id").GetString()}")).GetProperty("customers").GetInt32());
    }

    [Fact]
    public async Task A_run_that_changes_is_read_afresh_and_damage_is_told()
    {
        using var run = new MadeUpRun();
        await using var server = await (await RunningServer.Start(run.Folder)).Open();
        var id = (await server.Json("/api/runs"))[0].GetProperty("id").GetString();
        foreach (var damage in (string[])["{", "null", "[]", "{\"lines\":7}", "{\"plan\":{},\"inputs\":7}"])
        {
            run.Write("run.json", damage);
            Assert.Equal("serve.damaged-run", await RunningServer.Problem(await server.Get($"/api/runs/{id}"), 422));
        }

        run.Write("report.html", "<html>");
        Assert.Equal("serve.damaged-run", await RunningServer.Problem(await server.Get($"/api/runs/{id}/report"), 422));
        run.Run();
        Assert.Equal(HttpStatusCode.OK, (await server.Get($"/api/runs/{id}")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_refused_at_once()
    {
        using var run = new MadeUpRun();
        async Task<string> Code(string target) => (await Assert.ThrowsAsync<UserException>(
            () => RunServer.Serve(target, new ServeOptions { Runs = run.Around }, TextWriter.Null, CancellationToken.None))).Code;
        Assert.Equal("serve.nothing", await Code(Path.Combine(run.Around, "no such")));
        run.Write("run.json", "{}");
        Assert.Equal("serve.damaged-run", await Code(run.Folder));
        Assert.Throws<UserException>(() => new ServeOptions { Port = 70_000 });
        Assert.Throws<UserException>(() => new ServeOptions { MostUpload = 0 });
    }

    [Fact]
    public async Task A_segment_gets_a_name_beside_the_run()
    {
        using var run = new MadeUpRun();
        await using var server = await (await RunningServer.Start(run.Folder)).Open();
        var id = (await server.Json("/api/runs"))[0].GetProperty("id").GetString();
        Task<HttpResponseMessage> Rename(string from, string to, string kind = "segment") => server.Post($"/api/runs/{id}/names", JsonSerializer.Serialize(new { kind, from, to }));
        var before = Directory.GetFiles(run.Folder).ToDictionary(f => f, File.ReadAllBytes);
        await RunningServer.Json(await Rename("Champions", " Best \"friends\" "));
        var report = await server.Json($"/api/runs/{id}/report");
        Assert.Equal("Best \"friends\"", report.GetProperty("names").GetProperty("segment").GetProperty("Champions").GetString());
        Assert.True(File.Exists(run.Folder + ".names.json"));
        Assert.Equal(before.Keys.Order(), Directory.GetFiles(run.Folder).Order());
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));

        Assert.Equal("names.twice", await RunningServer.Problem(await Rename(MadeUpRun.Hostile, "best \"FRIENDS\""), 409));
        Assert.Equal("names.form", await RunningServer.Problem(await Rename("Champions", new string('x', 61)), 400));
        Assert.Equal("names.form", await RunningServer.Problem(await Rename("Champions", "a\nb"), 400));
        Assert.Equal("web.not-found", await RunningServer.Problem(await Rename("Nobody", "x"), 404));
        Assert.Equal("web.not-found", await RunningServer.Problem(await Rename("Champions", "x", "../segment"), 404));
        await RunningServer.Json(await Rename("Champions", ""));
        Assert.False((await server.Json($"/api/runs/{id}/report")).TryGetProperty("names", out _));
    }
}
