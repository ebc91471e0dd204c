using System.Net;
using System.Text.Json;
using Clientele.Web.Api;

namespace Clientele.Tests.Web;

/// <summary>The description is that of the routes.</summary>
public sealed class OpenApiTests
{
    private static readonly JsonElement s_document = JsonDocument.Parse(OpenApi.Document()).RootElement;

    [Fact]
    public void Every_route_of_the_api_is_described_once_with_what_it_takes_and_gives()
    {
        Assert.Equal("3.1.0", s_document.GetProperty("openapi").GetString());
        var described = s_document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}"));
        Assert.Equal(Endpoints.All.Where(e => e.Path.StartsWith("/api", StringComparison.Ordinal)).Select(e => $"{e.Method} {e.Path}").Order(), described.Order());
        foreach (var endpoint in Endpoints.All.Where(e => e.Summary.Length > 0))
        {
            Assert.Matches("^[A-Z].{8,}[.]$", endpoint.Summary);
            var operation = s_document.GetProperty("paths").GetProperty(endpoint.Path).GetProperty(endpoint.Method.ToLowerInvariant());
            Assert.Equal(endpoint.Takes is not null || endpoint.TakesBytes, operation.TryGetProperty("requestBody", out _));
        }
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var schemas = s_document.GetProperty("components").GetProperty("schemas");
        var references = References(s_document).ToArray();
        Assert.Contains("#/components/schemas/PlanRequest", references);
        foreach (var reference in references.Where(r => r.StartsWith("#/components/schemas/", StringComparison.Ordinal)))
        {
            Assert.True(schemas.TryGetProperty(reference["#/components/schemas/".Length..], out var schema), reference);
            Assert.NotEqual(JsonValueKind.True, schema.ValueKind);
        }

        var plan = schemas.GetProperty("PlanRequest");
        Assert.False(plan.GetProperty("additionalProperties").GetBoolean());
        Assert.True(plan.GetProperty("properties").GetProperty("segments").GetProperty("properties").TryGetProperty("leastK", out _));
    }

    [Fact]
    public async Task Every_get_without_an_id_answers_and_every_catalog_is_filled()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        foreach (var endpoint in Endpoints.All.Where(e => e.Method == "GET" && !e.Path.Contains('{', StringComparison.Ordinal) && e.Query.Count == 0))
        {
            Assert.Equal(HttpStatusCode.OK, (await server.Get(endpoint.Path)).StatusCode);
        }

        var catalogs = await server.Json("/api/catalogs");
        Assert.All(catalogs.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Array), c => Assert.True(c.Value.GetArrayLength() > 1, c.Name));
        Assert.Equal(9, catalogs.GetProperty("rules").GetArrayLength());
        Assert.Equal(0.01, catalogs.GetProperty("defaults").GetProperty("cleaning").GetProperty("maxRejects").GetDouble());
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
