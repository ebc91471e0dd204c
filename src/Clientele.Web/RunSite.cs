using System.Text;
using System.Text.Json;
using Clientele.Web.Pages;
using Clientele.Web.Runs;
using Microsoft.AspNetCore.Http;

namespace Clientele.Web;

/// <summary>The addresses of a run: a fixed list, matched letter by letter.</summary>
internal sealed class RunSite(RunFolderFiles folder)
{
    private const string FilesPrefix = "/files/";
    private const string Html = "text/html; charset=utf-8";
    private const string Json = "application/json";

    public async Task Answer(HttpContext context)
    {
        var response = context.Response;
        var path = context.Request.Path.Value ?? "";
        try
        {
            switch (path)
            {
                case "/":
                    await Send(response, Html, Encoding.UTF8.GetBytes(RunPage.Of(RunView.Read(folder), folder))).ConfigureAwait(false);
                    return;
                case "/style.css":
                    await Send(response, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(Style.Sheet)).ConfigureAwait(false);
                    return;
                case "/api/run":
                    await SendFile(context, RunFolderFiles.Run, download: false).ConfigureAwait(false);
                    return;
                case "/api/audit":
                    await SendFile(context, RunFolderFiles.Audit, download: false).ConfigureAwait(false);
                    return;
                case "/api/profiles":
                    await Send(response, Json, Profiles.Read(folder).ToJson()).ConfigureAwait(false);
                    return;
                default:
                    var name = path.StartsWith(FilesPrefix, StringComparison.Ordinal) ? path[FilesPrefix.Length..] : "";
                    await SendFile(context, name, download: true).ConfigureAwait(false);
                    return;
            }
        }
        catch (UserException problem) when (!response.HasStarted)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await Tell(response, path, problem).ConfigureAwait(false);
        }
    }

    /// <summary>A word to whoever is not let in or asks for what there is not.</summary>
    public static Task Refuse(HttpResponse response) => Send(response, "text/plain; charset=utf-8", response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => "Open the address that the command printed.\n"u8.ToArray(),
        StatusCodes.Status403Forbidden => "This page answers only under its own address.\n"u8.ToArray(),
        StatusCodes.Status404NotFound => "There is nothing here.\n"u8.ToArray(),
        StatusCodes.Status405MethodNotAllowed => "This page can only be read.\n"u8.ToArray(),
        _ => ReadOnlyMemory<byte>.Empty,
    });

    private async Task SendFile(HttpContext context, string name, bool download)
    {
        var stream = folder.Open(name);
        if (stream is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await Refuse(context.Response).ConfigureAwait(false);
            return;
        }

        await using (stream.ConfigureAwait(false))
        {
            context.Response.ContentType = Array.Find(RunFolderFiles.Known, known => known.Name == name).Type;
            context.Response.ContentLength = stream.Length;
            if (download) context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            await stream.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static async Task Send(HttpResponse response, string type, ReadOnlyMemory<byte> bytes)
    {
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Says what is wrong with the folder: to a person as a page, to a program as problem+json.</summary>
    private static async Task Tell(HttpResponse response, string path, UserException problem)
    {
        if (!path.StartsWith("/api/", StringComparison.Ordinal))
        {
            var page = new Page();
            page.Add($"""
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Clientele</title><link rel="stylesheet" href="/style.css"></head>
                <body><main><section><h1>This run cannot be shown</h1><p>{problem.What}</p><p>{problem.Fix}</p></section></main></body></html>
                """);
            await Send(response, Html, Encoding.UTF8.GetBytes(page.ToString())).ConfigureAwait(false);
            return;
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", problem.What);
            json.WriteNumber("status", response.StatusCode);
            json.WriteString("code", problem.Code);
            json.WriteString("detail", problem.Fix);
            json.WriteEndObject();
        }

        await Send(response, "application/problem+json", bytes.ToArray()).ConfigureAwait(false);
    }
}
