namespace Clientele.Tests.Web;

/// <summary>A server that is killed loses nothing that was whole, and the next one clears away what was not.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Uploads_runs_and_names_are_there_again()
    {
        using var shop = new MadeUpShop();
        string source, run;
        await using (var server = await (await RunningServer.Start(null, shop.Options)).Open())
        {
            source = await JobAnswersTests.Upload(server);
            run = await JobAnswersTests.Run(server, source, "");
            await RunningServer.Json(await server.Post($"/api/runs/{run}/names", """{"kind":"segment","from":"Champions","to":"Friends"}"""));
        }

        await using var again = await (await RunningServer.Start(null, shop.Options)).Open();
        Assert.Equal(source, (await again.Json("/api/sources"))[0].GetProperty("id").GetString());
        Assert.Equal(run, (await again.Json("/api/runs"))[0].GetProperty("id").GetString());
        Assert.Equal("Friends", (await again.Json($"/api/runs/{run}/report")).GetProperty("names").GetProperty("segment").GetProperty("Champions").GetString());
    }

    [Fact]
    public async Task What_the_dead_left_half_written_goes_and_what_the_living_write_stays()
    {
        using var shop = new MadeUpShop();
        var uploads = Directory.CreateDirectory(Path.Combine(shop.Store, "uploads")).FullName;
        var dead = Directory.CreateDirectory(Path.Combine(shop.Store, "run-1.partial-123")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dead, "segments.csv"), "half", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(uploads, "u1.data.partial-123"), "half", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(uploads, "u1.json"), "{\"name\":\"x\"}", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(uploads, "u2.data"), "whole", TestContext.Current.CancellationToken);
        using var living = Clientele.Reports.RunFolder.Open(Path.Combine(shop.Store, "run-2"), replace: false);
        await using var held = new FileStream(Path.Combine(uploads, "u3.data.partial-9"), FileMode.Create, FileAccess.Write, FileShare.Read);
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        Assert.Equal(["run-2.lock", $"run-2.partial-{Environment.ProcessId}", "uploads"], Directory.EnumerateFileSystemEntries(shop.Store).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["u2.data", "u3.data.partial-9"], Directory.EnumerateFiles(uploads).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("a file", (await server.Json("/api/sources"))[0].GetProperty("name").GetString());
        Assert.Equal(0, (await server.Json("/api/runs")).GetArrayLength());
    }

    [Fact]
    public async Task A_stop_ends_the_job_and_leaves_nothing_half_written()
    {
        using var shop = new MadeUpShop();
        await using (var server = await (await RunningServer.Start(null, shop.Options)).Open())
        {
            var source = await JobAnswersTests.Upload(server, MadeUpShop.Sales(lines: 60_000));
            for (var i = 0; i < 3; i++) await RunningServer.Json(await server.Post("/api/jobs", $"{{\"source\":\"{source}\"}}"));
        }

        Assert.All(Directory.EnumerateDirectories(shop.Store).Select(Path.GetFileName), name => Assert.True(name == "uploads" || File.Exists(Path.Combine(shop.Store, name!, "run.json")), name));
    }
}
