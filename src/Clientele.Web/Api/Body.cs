using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Clientele.Web.Api;

/// <summary>Reads the JSON of a request: small, shallow, every field known, none twice.</summary>
internal static class Body
{
    /// <summary>Far more than a plan takes.</summary>
    public const int MostBytes = 256 << 10;

    /// <summary>The body, never null.</summary>
    /// <exception cref="RefusedException">It is of another type, no JSON, or not of this shape.</exception>
    public static async Task<T> Read<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        var request = context.Request;
        if (!IsOf(request.ContentType, "application/json")) throw new RefusedException(415, "json.type", "The body is not application/json.", "Send JSON with that Content-Type.");
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, context.RequestAborted).ConfigureAwait(false) ?? throw Problem("it is null", "");
        }
        catch (JsonException problem)
        {
            throw Problem(problem.Message.Split(" Path: ")[0].TrimEnd('.'), problem.Path ?? "");
        }
    }

    /// <summary>The media type without its parameters.</summary>
    public static bool IsOf(string? contentType, string type) =>
        contentType is not null && string.Equals(contentType.Split(';')[0].Trim(), type, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where in the JSON, and what; a value that could not be read is not repeated.</summary>
    private static RefusedException Problem(string what, string path)
    {
        var known = what.Contains("could not be mapped", StringComparison.Ordinal) ? "there is no such field"
            : what.Contains("could not be converted", StringComparison.Ordinal) ? "the value is of another kind"
            : what.StartsWith("Duplicate", StringComparison.Ordinal) ? "the field stands twice"
            : Cut(what);
        return Problems.Bad("json.form", $"The JSON cannot be read{(path.Length > 0 ? $" at {Cut(path)}" : "")}: {known}.", "See /api/openapi.json for what is taken.");
    }

    private static string Cut(string text) => text.Length <= 160 ? text : text[..159] + "…";
}
