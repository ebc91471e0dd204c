using Clientele.People;
using Clientele.Sales;
using Clientele.Web.Doors;
using Clientele.Web.Jobs;
using Clientele.Web.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Clientele.Web.Api;

/// <summary>Answers about files to make runs of.</summary>
internal static class SourceAnswers
{
    private const int MostUploadsAtOnce = 2;
    private static readonly SemaphoreSlim s_uploads = new(MostUploadsAtOnce, MostUploadsAtOnce);

    public static Task List(HttpContext context, Site site) => Answers.Json(context, [.. site.Sources.All().Select(Show)], WireJson.Default.ListSourceAnswer);

    public static async Task Add(HttpContext context, Site site)
    {
        var request = context.Request;
        if (!Body.IsOf(request.ContentType, "application/octet-stream"))
        {
            throw new RefusedException(415, "upload.type", "The body is not application/octet-stream.", "Send the bytes of the file with that Content-Type.");
        }

        var most = site.Options.MostUpload;
        if (request.ContentLength > most) throw Problems.TooLarge("The file", most);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = most + 1;
        if (!await s_uploads.WaitAsync(0, context.RequestAborted).ConfigureAwait(false)) throw Problems.Busy("Two files are being uploaded already.");
        try
        {
            var source = await site.Sources.Add(request.Body, Name(request.Headers["X-File-Name"]), context.RequestAborted).ConfigureAwait(false);
            await Answers.Json(context, Show(source), WireJson.Default.SourceAnswer, StatusCodes.Status201Created).ConfigureAwait(false);
        }
        finally
        {
            s_uploads.Release();
        }
    }

    public static Task Remove(HttpContext context, Site site)
    {
        site.Sources.Remove(site.Sources.Find(RunAnswers.Route(context, "source")));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static async Task Inspect(HttpContext context, Site site)
    {
        var source = site.Sources.Find(RunAnswers.Route(context, "source"));
        var asked = await Body.Read(context, WireJson.Default.InspectRequest).ConfigureAwait(false);
        if (asked.Kind is not (null or "sales" or "table")) throw Problems.Bad("inspect.kind", "A file is sales or a table.", "Give kind as sales or table, or leave it out.");
        var reading = Planning.Reading(asked.Reading, ReadOptions.Default);
        var people = Planning.People(asked.Table, new PeoplePlan { Input = source.Path, Reading = reading });
        var seen = await Narrow.Run(() => Understanding.Of(source, asked.Kind, reading, people, context.RequestAborted), context.RequestAborted).ConfigureAwait(false);
        await Answers.Json(context, seen, WireJson.Default.Understanding).ConfigureAwait(false);
    }

    private static SourceAnswer Show(Source source) => new(source.Id, source.Name, source.Bytes, source.Uploaded);

    /// <summary>The percent-encoded name, only ever shown; what cannot be decoded is shown as it came.</summary>
    private static string Name(string? header) => Uri.UnescapeDataString(header is null ? "" : header.Length > 2000 ? header[..2000] : header);
}
