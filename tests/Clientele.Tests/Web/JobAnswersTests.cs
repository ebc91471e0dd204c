using System.Globalization;
using System.Net;
using System.Text.Json;
using Clientele.Reports;
using Clientele.Web;
using Clientele.Web.Runs;

namespace Clientele.Tests.Web;

public sealed class JobAnswersTests
{
    [Fact]
    public async Task A_run_of_the_page_is_the_run_of_the_command()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var run = await Run(server, await Upload(server), "");
        var folder = Path.Combine(shop.Store, (await server.Json($"/api/runs/{run}")).GetProperty("name").GetString()!);
        var plan = RunFile.Read(folder, "0.1.0").Plan;
        var report = Pipeline.Run(plan, new RunContext { Threads = 1 });
        var expected = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        Exports.WriteAll(new FinishedRun(report, "0.1.0") { Page = new ReportPage() }, name => expected[name] = new MemoryStream());
        foreach (var name in (string[])["segments.csv", "profiles.csv", "audit.json", "report.html"])
        {
            Assert.Equal(expected[name].ToArray(), await (await server.Get($"/api/runs/{run}/files/{name}")).Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_run_is_repeated_with_another_k_and_both_are_compared()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var first = await Run(server, await Upload(server), ",\"segments\":{\"method\":\"kmeans\",\"leastK\":3,\"mostK\":3}");
        var job = await server.Wait(await RunningServer.Json(await server.Post("/api/jobs", $"{{\"from\":\"{first}\",\"segments\":{{\"leastK\":5,\"mostK\":5}}}}")));
        var second = job.GetProperty("run").GetString();
        var plan = (await server.Json($"/api/runs/{second}")).GetProperty("plan").GetProperty("segments");
        Assert.Equal(("kmeans", 5), (plan.GetProperty("method").GetString(), plan.GetProperty("leastK").GetInt32()));
        var found = await server.Json($"/api/compare?a={first}&b={second}");
        var (a, b) = (found.GetProperty("a").GetProperty("segments"), found.GetProperty("b").GetProperty("segments"));
        Assert.Equal((3, 5), (a.GetArrayLength(), b.GetArrayLength()));
        Assert.Equal(80, found.GetProperty("both").GetInt32());
        Assert.Equal(Sum(a), Sum(b));
        var crossing = found.GetProperty("crossing").EnumerateArray().Select(row => row.EnumerateArray().Select(c => c.GetInt32()).ToArray()).ToArray();
        Assert.Equal(a.EnumerateArray().Select(s => s.GetProperty("customers").GetInt32()), crossing[..3].Select(row => row.Sum()));
        Assert.Equal(b.EnumerateArray().Select(s => s.GetProperty("customers").GetInt32()), Enumerable.Range(0, 5).Select(c => crossing.Sum(row => row[c])));
        Assert.Equal(0, crossing[3].Sum() + crossing.Sum(row => row[5]));
        Assert.Equal("web.not-found", await RunningServer.Problem(await server.Get($"/api/compare?a={first}&b=../x"), 404));
        Assert.Equal("compare.by", await RunningServer.Problem(await server.Get($"/api/compare?a={first}&b={second}&by=customer"), 400));

        static decimal Sum(JsonElement segments) => segments.EnumerateArray().Sum(s => decimal.Parse(s.GetProperty("money").GetString()!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_customers_orders_add_up_to_the_customers_money()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var source = await Upload(server);
        var run = await Run(server, source, "");
        var csv = new CsvReader(new StringReader(await (await server.Get($"/api/runs/{run}/files/segments.csv")).Content.ReadAsStringAsync()));
        var columns = csv.Next()!.ToArray();
        while (csv.Next()?.ToArray() is { } row)
        {
            var found = await server.Json($"/api/runs/{run}/orders?customer={row[0]}");
            var orders = found.GetProperty("orders").EnumerateArray().ToArray();
            Assert.Equal(row[Array.IndexOf(columns, "frequency")], orders.Length.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(decimal.Parse(row[Array.IndexOf(columns, "monetary")], CultureInfo.InvariantCulture), orders.Sum(o => decimal.Parse(o.GetProperty("money").GetString()!, CultureInfo.InvariantCulture)));
            Assert.Equal(0, found.GetProperty("linesLeftOut").GetInt32());
        }

        Assert.Equal("web.not-found", await RunningServer.Problem(await server.Get($"/api/runs/{run}/orders?customer=nobody"), 404));
        Assert.Equal("orders.customer", await RunningServer.Problem(await server.Get($"/api/runs/{run}/orders"), 400));
    }

    [Fact]
    public async Task Orders_are_not_read_from_a_file_that_has_changed()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var source = await Upload(server);
        var run = await Run(server, source, "");
        await File.AppendAllTextAsync(Path.Combine(shop.Store, "uploads", source + ".data"), "99999,P1,X,1,2024-02-01 09:00:00,1.00,12001,France\n", TestContext.Current.CancellationToken);
        Assert.Equal("run.changed-input", await RunningServer.Problem(await server.Get($"/api/runs/{run}/orders?customer=12001"), 422));
    }

    [Fact]
    public async Task A_customer_table_is_run_as_the_command_runs_it()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var run = await Run(server, await Upload(server, MadeUpShop.Table()), ",\"table\":{\"leastK\":3,\"mostK\":3}");
        var one = await server.Json($"/api/runs/{run}");
        Assert.Equal("segment-table", one.GetProperty("command").GetString());
        Assert.Equal(3, one.GetProperty("segments").GetArrayLength());
        await Run(server, await Upload(server, MadeUpShop.Table()), ",\"table\":{\"leastK\":2,\"mostK\":3,\"features\":[\"Gender\",\"Age\"],\"encodings\":[\"Gender=frequency\"]}");
        Assert.Single(Directory.EnumerateFiles(shop.Store, "run.json", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("\"Gender=frequency\"", StringComparison.Ordinal));
        var found = await server.Json($"/api/compare?a={run}&b={run}");
        Assert.Equal(120, found.GetProperty("both").GetInt32());
    }

    [Fact]
    public async Task What_fails_says_why_and_leaves_nothing()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var source = await Upload(server);
        var job = await server.Wait(await RunningServer.Json(await server.Post("/api/jobs", $"{{\"source\":\"{source}\",\"segments\":{{\"features\":[\"nothing\"]}}}}")));
        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Equal("features.unknown", job.GetProperty("trouble").GetProperty("code").GetString());
        Assert.Equal(["uploads"], Directory.EnumerateFileSystemEntries(shop.Store).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Jobs_wait_in_line_are_cancelled_and_are_not_endless()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var source = await Upload(server, MadeUpShop.Sales(lines: 60_000));
        var jobs = new List<JsonElement>();
        HttpResponseMessage answer;
        do
        {
            answer = await server.Post("/api/jobs", $"{{\"source\":\"{source}\"}}");
            if (answer.IsSuccessStatusCode) jobs.Add(await RunningServer.Json(answer));
        }
        while (answer.IsSuccessStatusCode && jobs.Count < 200);

        Assert.Equal("web.busy", await RunningServer.Problem(answer, 429));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var last = jobs[^1].GetProperty("id").GetString();
        await RunningServer.Json(await server.Delete($"/api/jobs/{last}"));
        Assert.Equal("cancelled", (await server.Wait(jobs[^1])).GetProperty("state").GetString());
        foreach (var job in jobs) await RunningServer.Json(await server.Delete($"/api/jobs/{job.GetProperty("id").GetString()}"));
        foreach (var job in jobs) await server.Wait(job);
        var done = (await server.Json("/api/jobs")).EnumerateArray().Count(j => j.GetProperty("state").GetString() == "done");
        Assert.Equal(done, (await server.Json("/api/runs")).GetArrayLength());
        Assert.DoesNotContain(Directory.EnumerateDirectories(shop.Store), d => d.Contains(".partial-", StringComparison.Ordinal));
    }

    internal static async Task<string> Upload(RunningServer server, byte[]? bytes = null) =>
        (await RunningServer.Json(await server.Upload(bytes ?? MadeUpShop.Sales()))).GetProperty("id").GetString()!;

    internal static async Task<string> Run(RunningServer server, string source, string more)
    {
        var job = await server.Wait(await RunningServer.Json(await server.Post("/api/jobs", $"{{\"source\":\"{source}\"{more}}}")));
        Assert.True(job.GetProperty("state").GetString() == "done", job.GetRawText());
        return job.GetProperty("run").GetString()!;
    }
}
