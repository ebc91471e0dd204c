namespace Clientele.Tests.Web;

/// <summary>Whatever comes as JSON is read exactly or refused with the place.</summary>
public sealed class JsonAbuseTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    [InlineData("{\"source\":\"x\"} trailing")]
    [InlineData("{\"source\":\"x\",}")]
    [InlineData("{\"source\":7}")]
    [InlineData("{\"bogus\":1}")]
    [InlineData("{\"source\":\"x\",\"source\":\"y\"}")]
    [InlineData("{\"source\":\"x\",\"segments\":{\"leastK\":1e400}}")]
    [InlineData("{\"source\":\"x\",\"segments\":{\"leastK\":NaN}}")]
    [InlineData("{\"source\":\"x\",\"segments\":{\"leastK\":99999999999999999999}}")]
    [InlineData("{\"source\":\"x\",\"segments\":{\"leastK\":2.5}}")]
    [InlineData("{\"source\":\"x\",\"segments\":{\"seed\":-1}}")]
    [InlineData("{\"source\":\"x\",\"segments\":{\"features\":\"recency\"}}")]
    [InlineData("{\"source\":\"x\",\"__proto__\":{}}")]
    public async Task What_is_not_of_the_shape_is_told_with_its_place(string json)
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        Assert.Equal("json.form", await RunningServer.Problem(await server.Post("/api/jobs", json), 400));
    }

    [Fact]
    public async Task Depth_is_limited()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        foreach (var json in (string[])[new string('[', 100_000), "{\"segments\":" + string.Concat(Enumerable.Repeat("{\"a\":", 50)) + "1" + new string('}', 51)])
        {
            Assert.Equal("json.form", await RunningServer.Problem(await server.Post("/api/jobs", json), 400));
        }
    }

    [Theory]
    [InlineData("{\"segments\":{\"leastK\":0}}", "plan.segments.leastK")]
    [InlineData("{\"segments\":{\"mostK\":51}}", "plan.segments.mostK")]
    [InlineData("{\"segments\":{\"leastK\":5,\"mostK\":4}}", "plan.segments.k")]
    [InlineData("{\"segments\":{\"method\":\"magic\"}}", "plan.segments.method")]
    [InlineData("{\"segments\":{\"map\":\"/etc/passwd\"}}", "map.unknown")]
    [InlineData("{\"segments\":{\"map\":\"../x.map\"}}", "map.unknown")]
    [InlineData("{\"segments\":{\"scale\":\"log\"}}", "scale.unknown")]
    [InlineData("{\"cleaning\":{\"maxRejects\":1e400}}", "plan.cleaning.maxRejects")]
    [InlineData("{\"cleaning\":{\"maxRejects\":-0.1}}", "plan.cleaning.maxRejects")]
    [InlineData("{\"cleaning\":{\"returns\":\"keep\"}}", "plan.cleaning.returns")]
    [InlineData("{\"reading\":{\"columns\":{\"nobody\":\"a\"}}}", "plan.reading.columns")]
    [InlineData("{\"reading\":{\"columns\":{\"customer\":null}}}", "plan.reading.columns")]
    [InlineData("{\"segments\":{\"features\":[null]}}", "plan.segments.features")]
    [InlineData("{\"cleaning\":{\"extra\":[null]}}", "plan.cleaning.extra")]
    [InlineData("{\"kind\":\"table\",\"table\":{\"cleaning\":{\"outliers\":null}}}", "plan.table.cleaning")]
    [InlineData("{\"kind\":\"magic\"}", "plan.kind")]
    [InlineData("{\"kind\":\"table\",\"table\":{\"method\":\"magic\"}}", "segments.method")]
    [InlineData("{\"kind\":\"table\",\"table\":{\"encodings\":[\"Gender=often\"]}}", "encoding.unknown")]
    [InlineData("{\"kind\":\"table\",\"table\":{\"encodings\":[\"Gender\"]}}", "people.option")]
    [InlineData("{\"kind\":\"table\",\"table\":{\"encodings\":[null]}}", "plan.table.encodings")]
    public async Task What_lies_outside_is_refused(string json, string code)
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var source = await RunningServer.Json(await server.Upload(MadeUpShop.Sales(lines: 50)));
        var body = $"{{\"source\":\"{source.GetProperty("id").GetString()}\",{json[1..]}";
        var answer = await server.Post("/api/jobs", body);
        var found = await RunningServer.Problem(answer, 400);
        Assert.Equal(code, found);
        Assert.Equal(0, (await server.Json("/api/jobs")).GetArrayLength());
    }
}
