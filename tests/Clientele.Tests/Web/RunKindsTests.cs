using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Clientele.Reports;
using Clientele.Whole;

namespace Clientele.Tests.Web;

/// <summary>Every kind of run starts from the dashboard, with what the command line can say of it.</summary>
public sealed class RunKindsTests
{
    [Theory]
    [InlineData("explore", "cohorts.csv")]
    [InlineData("products", "products.csv")]
    [InlineData("baskets", "rules.csv")]
    [InlineData("actions", "actions.csv")]
    [InlineData("report", "explore-cohorts.csv")]
    public async Task Sales_are_looked_at_from_every_side(string command, string file)
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var source = await JobAnswersTests.Upload(server);
        var run = await JobAnswersTests.Run(server, source, $",\"command\":\"{command}\"");
        var one = await server.Json($"/api/runs/{run}");
        Assert.Equal(command, one.GetProperty("command").GetString());
        Assert.True(one.GetProperty("hasReport").GetBoolean());
        Assert.Contains(file, await Files(server, run));
        Assert.Equal(JsonValueKind.Object, (await server.Json($"/api/runs/{run}/report")).ValueKind);

        // Again with other returns: the same look, the same file.
        var job = await server.Wait(await RunningServer.Json(await server.Post("/api/jobs", $"{{\"from\":\"{run}\",\"cleaning\":{{\"returns\":\"net\"}}}}")));
        var again = await server.Json($"/api/runs/{job.GetProperty("run").GetString()}");
        Assert.Equal(command, again.GetProperty("command").GetString());
        Assert.Equal("net", again.GetProperty("plan").GetProperty("cleaning").GetProperty("returns").GetString());
    }

    [Fact]
    public async Task Another_look_at_the_same_file_starts_from_any_run()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var explored = await JobAnswersTests.Run(server, await JobAnswersTests.Upload(server), ",\"command\":\"explore\",\"cleaning\":{\"returns\":\"net\"}");
        var job = await server.Wait(await RunningServer.Json(await server.Post("/api/jobs", $"{{\"from\":\"{explored}\",\"command\":\"segment\"}}")));
        var run = await server.Json($"/api/runs/{job.GetProperty("run").GetString()}");
        Assert.Equal(("segment", "net"), (run.GetProperty("command").GetString(), run.GetProperty("plan").GetProperty("cleaning").GetProperty("returns").GetString()));
        Assert.Equal(80, run.GetProperty("customers").GetInt32());
    }

    [Fact]
    public async Task Fixed_scores_a_day_and_assumptions_reach_the_plan()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var run = await JobAnswersTests.Run(server, await JobAnswersTests.Upload(server),
            ",\"command\":\"report\",\"asOf\":\"2024-12-31\",\"segments\":{\"scoring\":\"fixed\",\"thresholds\":{\"recency\":[30,90,180,365],\"frequency\":[1,2,3,4],\"monetary\":[10,50,100,500]}},"
            + "\"actions\":{\"margin\":0.35,\"contactCost\":1.25,\"horizonDays\":60,\"settings\":{\"win-back.response\":0.02}}");
        var folder = await Folder(server, shop, run);
        var plan = WholeRun.Of(SavedRun.Open(folder, "0.1.0")).Plan;
        Assert.Equal(new DateTime(2024, 12, 31), plan.Sales.AsOf);
        Assert.Equal([30d, 90, 180, 365], plan.Sales.Segments.Thresholds["recency"]);
        Assert.Equal((0.35, 1.25, 60, 0.02), (plan.Actions.Margin, plan.Actions.ContactCost, plan.Actions.HorizonDays, plan.Actions.Settings["win-back.response"]));
        Assert.Equal(0.35, (await server.Json($"/api/runs/{run}")).GetProperty("actions").GetProperty("margin").GetDouble());

        // The command makes the same figures of the same plan.
        var report = WholeJob.Run(plan, new RunContext { Threads = 1 });
        var expected = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        WholeFiles.WriteAll(report, "0.1.0", true, null, new RunContext(), name => expected[name] = new MemoryStream());
        foreach (var name in (string[])["segments.csv", "actions.csv", "explore-sales.csv"]) Assert.Equal(expected[name].ToArray(), await File.ReadAllBytesAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_second_file_joins_the_customers_and_orders_are_still_found()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var sales = await JobAnswersTests.Upload(server);
        var first = await JobAnswersTests.Run(server, sales, "");
        var ids = (await Text(server, first, "segments.csv")).Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')[0]).ToArray();
        var other = await JobAnswersTests.Upload(server, Encoding.UTF8.GetBytes("client,shoe_size\n" + string.Concat(ids.Select((id, i) => string.Create(CultureInfo.InvariantCulture, $"{id},{36 + (i % 10)}\n")))));
        var run = await JobAnswersTests.Run(server, sales, $",\"with\":[{{\"source\":\"{other}\",\"key\":\"client\"}}]");
        Assert.Contains("shoe_size", (await Text(server, run, "segments.csv")).Split('\n')[0], StringComparison.Ordinal);
        Assert.NotEqual(0, (await server.Json($"/api/runs/{run}/orders?customer={ids[0]}")).GetProperty("orders").GetArrayLength());
        var again = await server.Wait(await RunningServer.Json(await server.Post("/api/jobs", $"{{\"from\":\"{run}\",\"segments\":{{\"method\":\"rfm\"}}}}")));
        Assert.Contains("shoe_size", (await Text(server, again.GetProperty("run").GetString()!, "segments.csv")).Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_handed_over_packed_and_made_where_it_is_missing()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var plain = await JobAnswersTests.Run(server, await JobAnswersTests.Upload(server), "");
        Assert.Equal(0, (await server.Json($"/api/runs/{plain}")).GetProperty("exports").GetArrayLength());
        Assert.Equal("web.not-found", await RunningServer.Problem(await server.Get($"/api/runs/{plain}/exports/star"), 404));
        var job = await server.Wait(await RunningServer.Json(await server.Post("/api/jobs", $"{{\"from\":\"{plain}\",\"exports\":[\"star\",\"charts\"]}}")));
        var run = job.GetProperty("run").GetString()!;
        Assert.Equal(["star", "charts"], (await server.Json($"/api/runs/{run}")).GetProperty("exports").EnumerateArray().Select(e => e.GetString()!));
        var answer = await server.Get($"/api/runs/{run}/exports/star");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        Assert.Contains("star/clientele.pbip", zip.Entries.Select(e => e.FullName));
        var folder = await Folder(server, shop, run);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open()) packed.CopyTo(content);
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder, entry.FullName), TestContext.Current.CancellationToken), content.ToArray());
        }

        Assert.Equal(Directory.GetFiles(Path.Combine(folder, "star"), "*", SearchOption.AllDirectories).Length, zip.Entries.Count);
        Assert.Equal("export.unknown", await RunningServer.Problem(await server.Get($"/api/runs/{run}/exports/run.json"), 400));

        // What no run writes stays behind, and a link is not followed.
        await File.WriteAllTextAsync(Path.Combine(folder, "star", "secret.txt"), "secret", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(Path.Combine(folder, "star", "clusters.tmp"), "/etc/hostname");
        var second = await (await server.Get($"/api/runs/{run}/exports/star")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_described_clustered_and_handed_over()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var table = await JobAnswersTests.Upload(server, MadeUpShop.Table());
        var described = await JobAnswersTests.Run(server, table, ",\"kind\":\"table\",\"command\":\"describe\"");
        Assert.Contains("relations.csv", await Files(server, described));
        Assert.Equal("describe", (await server.Json($"/api/runs/{described}")).GetProperty("command").GetString());
        var clustered = await JobAnswersTests.Run(server, table, ",\"kind\":\"table\",\"command\":\"cluster\",\"cluster\":{\"method\":\"ward\",\"leastK\":3,\"mostK\":3,\"scale\":\"robust\"}");
        Assert.Contains("labels.csv", await Files(server, clustered));
        Assert.Equal(("ward", "robust"), (Plan("method"), Plan("scale")));
        var segmented = await JobAnswersTests.Run(server, table, ",\"kind\":\"table\",\"exports\":[\"star\"],\"table\":{\"leastK\":3,\"mostK\":3}");
        Assert.True((await server.Json($"/api/runs/{segmented}")).GetProperty("hasReport").GetBoolean());
        Assert.Equal("star", Assert.Single((await server.Json($"/api/runs/{segmented}")).GetProperty("exports").EnumerateArray()).GetString());
        var again = await server.Wait(await RunningServer.Json(await server.Post("/api/jobs", $"{{\"from\":\"{clustered}\",\"command\":\"segment\"}}")));
        Assert.Equal("segment-table", (await server.Json($"/api/runs/{again.GetProperty("run").GetString()}")).GetProperty("command").GetString());

        string? Plan(string member) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(server, shop, clustered).Result, Exports.Run))).RootElement.GetProperty("plan").GetProperty(member).GetString();
    }

    [Theory]
    [InlineData("\"command\":\"sing\"", "kind-of-run.unknown")]
    [InlineData("\"command\":\"cluster\",\"kind\":\"sales\"", "kind-of-run.unknown")]
    [InlineData("\"command\":\"explore\",\"exports\":[\"star\"]", "plan.exports")]
    [InlineData("\"exports\":[\"sun\"]", "export.unknown")]
    [InlineData("\"with\":[{\"source\":\"../../etc/passwd\"}]", "web.not-found")]
    [InlineData("\"with\":[null]", "plan.with")]
    [InlineData("\"asOf\":\"yesterday\"", "plan.asOf")]
    [InlineData("\"segments\":{\"thresholds\":{\"recency\":[90,30]}}", "plan.segments.thresholds")]
    [InlineData("\"segments\":{\"thresholds\":{\"recency\":[]}}", "plan.segments.thresholds")]
    [InlineData("\"actions\":{\"margin\":0}", "plan.actions.margin")]
    [InlineData("\"actions\":{\"horizonDays\":1}", "plan.actions.horizonDays")]
    [InlineData("\"command\":\"cluster\",\"cluster\":{\"settings\":{\"nothing\":1}}", "plan.cluster.settings")]
    [InlineData("\"command\":\"cluster\",\"cluster\":{\"leastK\":3}", "plan.cluster.k")]
    [InlineData("\"command\":\"cluster\",\"cluster\":{\"method\":\"magic\"}", "method.unknown")]
    public async Task What_cannot_be_is_refused_at_once(string more, string code)
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var source = await JobAnswersTests.Upload(server);
        var answer = await server.Post("/api/jobs", $"{{\"source\":\"{source}\",{more}}}");
        Assert.Equal(code, await RunningServer.Problem(answer, code == "web.not-found" ? 404 : 400));
        Assert.Equal(0, (await server.Json("/api/jobs")).GetArrayLength());
    }

    [Fact]
    public async Task A_key_that_a_plan_could_misread_is_refused()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var source = await JobAnswersTests.Upload(server);
        foreach (var key in (string[])["a:b", "/etc/passwd", " id"])
            Assert.Equal("plan.with.key", await RunningServer.Problem(await server.Post("/api/jobs", $"{{\"source\":\"{source}\",\"with\":[{{\"source\":\"{source}\",\"key\":\"{key}\"}}]}}"), 400));
    }

    private static async Task<string[]> Files(RunningServer server, string run) => [.. (await server.Json($"/api/runs/{run}/files")).EnumerateArray().Select(f => f.GetProperty("name").GetString()!)];

    private static async Task<string> Text(RunningServer server, string run, string file) => await (await server.Get($"/api/runs/{run}/files/{file}")).Content.ReadAsStringAsync();

    private static async Task<string> Folder(RunningServer server, MadeUpShop shop, string run) => Path.Combine(shop.Store, (await server.Json($"/api/runs/{run}")).GetProperty("name").GetString()!);
}
