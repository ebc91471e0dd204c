using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Clientele.Web.Doors;

namespace Clientele.Web.Api;

/// <summary>The description of the API in OpenAPI 3.1, made of the same list as its routes and of the types that go over the wire.</summary>
internal static class OpenApi
{
    public static byte[] Document()
    {
        var paths = new JsonObject();
        var schemas = new JsonObject();
        foreach (var endpoint in Endpoints.All)
        {
            if (endpoint.Summary.Length == 0) continue;
            if (paths[endpoint.Path] is not JsonObject path) paths[endpoint.Path] = path = [];
            path[endpoint.Method.ToLowerInvariant()] = Operation(endpoint, schemas);
        }

        Refer(WireJson.Default.ProblemAnswer, schemas);
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Clientele",
                ["version"] = "1",
                ["description"] = "The dashboard's API, on this machine only. Open the printed address once: it sets the cookie that every request needs. "
                    + $"Whatever changes something needs this server's own Origin, too, and the key of /api/session in the header {Guard.KeyHeader}.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static JsonObject Operation(Endpoint endpoint, JsonObject schemas)
    {
        var operation = new JsonObject { ["summary"] = endpoint.Summary };
        var parameters = new JsonArray();
        foreach (var part in endpoint.Path.Split('/'))
        {
            if (part.StartsWith('{')) parameters.Add((JsonNode)Parameter(part.Trim('{', '}'), "path", null));
        }

        foreach (var (name, meaning) in endpoint.Query) parameters.Add((JsonNode)Parameter(name, "query", meaning));
        if (endpoint.Method != "GET") parameters.Add((JsonNode)Parameter(Guard.KeyHeader, "header", "The key of /api/session."));
        if (endpoint.TakesBytes) parameters.Add((JsonNode)Parameter("X-File-Name", "header", "What to call the file, percent-encoded; only ever shown."));
        if (parameters.Count > 0) operation["parameters"] = parameters;
        if (endpoint.TakesBytes) operation["requestBody"] = Content("application/octet-stream", []);
        else if (endpoint.Takes is { } takes) operation["requestBody"] = Content("application/json", Refer(takes, schemas));
        var success = new JsonObject { ["description"] = endpoint.Summary };
        if (endpoint.Status != 204) success["content"] = Media(endpoint.GivesType, endpoint.Gives is { } gives ? Refer(gives, schemas) : []);
        operation["responses"] = new JsonObject
        {
            [endpoint.Status.ToString(CultureInfo.InvariantCulture)] = success,
            ["4XX"] = new JsonObject { ["description"] = "What was found, and what to do.", ["content"] = Media("application/problem+json", new JsonObject { ["$ref"] = "#/components/schemas/ProblemAnswer" }) },
        };
        return operation;
    }

    private static JsonObject Parameter(string name, string place, string? meaning)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["required"] = place != "query" && name != "X-File-Name", ["schema"] = new JsonObject { ["type"] = "string" } };
        if (meaning is not null) parameter["description"] = meaning;
        return parameter;
    }

    private static JsonObject Content(string type, JsonObject schema) => new() { ["required"] = true, ["content"] = Media(type, schema) };

    private static JsonObject Media(string type, JsonObject schema) => new() { [type] = new JsonObject { ["schema"] = schema } };

    /// <summary>A reference to the type's schema, which is added once; lists refer to what they hold.</summary>
    private static JsonObject Refer(JsonTypeInfo type, JsonObject schemas)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && type.ElementType is { } element && WireJson.Default.GetTypeInfo(element) is { Kind: JsonTypeInfoKind.Object } one)
        {
            return new JsonObject { ["type"] = "array", ["items"] = Refer(one, schemas) };
        }

        var name = type.Kind == JsonTypeInfoKind.Object ? type.Type.Name : "Names";
        if (!schemas.ContainsKey(name)) schemas[name] = JsonSchemaExporter.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }
}
