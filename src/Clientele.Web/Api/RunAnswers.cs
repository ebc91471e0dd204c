using System.IO.Compression;
using Clientele.Web.Doors;
using Clientele.Web.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Clientele.Web.Api;

/// <summary>Answers about runs.</summary>
internal static class RunAnswers
{
    /// <summary>Of every file in a .zip, so that the same run gives the same bytes.</summary>
    private static readonly DateTimeOffset s_zipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Task List(HttpContext context, Site site) =>
        Answers.Json(context, [.. site.Runs.All().Select(run => Named(RunSummary.ReadOrTell(run) with { Plan = null }, site))], WireJson.Default.ListRunSummary);

    public static Task One(HttpContext context, Site site) => Answers.Json(context, Named(RunSummary.Read(Run(context, site)), site), WireJson.Default.RunSummary);

    public static async Task Report(HttpContext context, Site site)
    {
        var run = Run(context, site);
        await Answers.Bytes(context, "application/json", await Narrow.Run(() => RunDocument.Read(run), context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public static Task Files(HttpContext context, Site site)
    {
        var folder = Run(context, site).Folder;
        return Answers.Json(context, [.. folder.Names().Select(name => new RunFileAnswer(name, new FileInfo(Path.Combine(folder.Path, name)) is { Exists: true } file ? file.Length : 0))], WireJson.Default.ListRunFileAnswer);
    }

    public static async Task File(HttpContext context, Site site)
    {
        var name = Route(context, "file") ?? "";
        var stream = Run(context, site).Folder.Open(name) ?? throw Problems.NotFound("file in this run");
        await using (stream.ConfigureAwait(false))
        {
            var response = context.Response;
            response.ContentType = RunFolderFiles.TypeOf(name);
            response.ContentLength = stream.Length;
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            await stream.CopyToAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>The folder of an export as one .zip, packed while it is sent.</summary>
    public static async Task Export(HttpContext context, Site site)
    {
        var files = Run(context, site).Folder.FilesOf(Route(context, "export") ?? "");
        if (files.Count == 0) throw Problems.NotFound("export in this run");
        var response = context.Response;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = $"attachment; filename=\"{files[0].Name[..files[0].Name.IndexOf('/', StringComparison.Ordinal)]}.zip\"";

        // The archive writes the ends of entries in a way that waits; this answer alone may.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        var zip = await ZipArchive.CreateAsync(response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, context.RequestAborted).ConfigureAwait(false);
        await using (zip.ConfigureAwait(false))
        {
            foreach (var (name, path) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = s_zipTime;
                var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
                await using (file.ConfigureAwait(false))
                {
                    var packed = await entry.OpenAsync(context.RequestAborted).ConfigureAwait(false);
                    await using (packed.ConfigureAwait(false)) await file.CopyToAsync(packed, context.RequestAborted).ConfigureAwait(false);
                }
            }
        }
    }

    public static async Task Rename(HttpContext context, Site site)
    {
        var run = Run(context, site);
        var asked = await Body.Read(context, WireJson.Default.RenameRequest).ConfigureAwait(false);
        await Answers.Json(context, SegmentNames.Change(run, asked.Kind, asked.From, asked.To), WireJson.Default.DictionaryStringDictionaryStringString).ConfigureAwait(false);
    }

    public static async Task Orders(HttpContext context, Site site)
    {
        var customer = Query(context, "customer") ?? throw Problems.Bad("orders.customer", "No customer is named.", "Add ?customer=ID.");
        await Answers.Json(context, await site.Customers.Of(Run(context, site), customer, context.RequestAborted).ConfigureAwait(false), WireJson.Default.CustomerOrders).ConfigureAwait(false);
    }

    public static async Task Compare(HttpContext context, Site site)
    {
        var (a, b) = (site.Runs.Find(Query(context, "a")), site.Runs.Find(Query(context, "b")));
        var by = By(Query(context, "by") ?? "segment");
        var otherBy = By(Query(context, "otherBy") ?? by);
        var found = await Narrow.Run(() => Comparison.Of(a, by, b, otherBy, context.RequestAborted), context.RequestAborted).ConfigureAwait(false);
        await Answers.Json(context, found, WireJson.Default.Comparison).ConfigureAwait(false);
    }

    public static string? Route(HttpContext context, string name) => context.Request.RouteValues[name] as string;

    private static string By(string word) => word is "segment" or "cluster" ? word : throw Problems.Bad("compare.by", "It is compared by segment or by cluster.", "Give by=segment or by=cluster.");

    private static string? Query(HttpContext context, string name) => context.Request.Query.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;

    private static StoredRun Run(HttpContext context, Site site) => site.Runs.Find(Route(context, "run"));

    /// <summary>Inputs as the person called them.</summary>
    private static RunSummary Named(RunSummary summary, Site site) => summary with { Inputs = [.. summary.Inputs.Select(path => site.Sources.At(path)?.Name ?? Path.GetFileName(path))] };
}
