using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Clientele.Web.Api;

/// <summary>One address: what it takes, what it gives, and how. The routes and the OpenAPI document are made of these.</summary>
/// <param name="Method">GET, POST or DELETE; only the latter two change something.</param>
/// <param name="Path">Route template; ids in braces.</param>
/// <param name="Summary">One plain sentence; empty for the page itself, which the document leaves out.</param>
/// <param name="Answer">Writes the answer, or throws what problem+json tells.</param>
internal sealed record Endpoint(string Method, string Path, string Summary, Func<HttpContext, Site, Task> Answer)
{
    /// <summary>What the body holds; null for none.</summary>
    public JsonTypeInfo? Takes { get; init; }

    /// <summary>The body is bytes of a file.</summary>
    public bool TakesBytes { get; init; }

    /// <summary>What the answer holds; null for bytes of another type.</summary>
    public JsonTypeInfo? Gives { get; init; }

    /// <summary>Type of an answer that is not described by <see cref="Gives"/>.</summary>
    public string GivesType { get; init; } = "application/json";

    /// <summary>Status of success.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Names after the question mark, with what they mean.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Query { get; init; } = [];
}
