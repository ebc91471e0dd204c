using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Clientele.Web.Api;

/// <summary>The forms of an answer.</summary>
internal static class Answers
{
    public static Task Json<T>(HttpContext context, T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        return Bytes(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(value, type));
    }

    public static async Task Bytes(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        var response = context.Response;
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Any trouble as problem+json: what a person can mend in full, of our own bugs only the kind.</summary>
    public static Task Problem(HttpResponse response, Exception problem)
    {
        var (status, code, what, fix) = problem switch
        {
            RefusedException refused => (refused.Status, refused.Code, refused.What, refused.Fix),
            UserException user => (StatusOf(user.Exit), user.Code, user.What, user.Fix),
            BadHttpRequestException { StatusCode: 413 } => (413, "web.too-large", "The request is larger than is taken here.", "Send less; 'clientele serve --upload-limit' sets the limit of files."),
            BadHttpRequestException bad => (bad.StatusCode, "web.bad-request", "The request cannot be read.", "Send it again."),
            OutOfMemoryException => (StatusCodes.Status507InsufficientStorage, "memory", "There is not enough memory for this.", "Close other programs, or give a smaller file."),
            UnauthorizedAccessException or IOException => (StatusCodes.Status507InsufficientStorage, "io", "The disk or a file did not answer.", "Check that the folder exists and may be read and written."),
            _ => (StatusCodes.Status500InternalServerError, "bug", $"This should not have happened: {problem.GetType().Name}.", "Please report it."),
        };
        // Takes back the answer begun, but not what the guard told the browser.
        response.Headers.ContentDisposition = default;
        response.Headers.ContentLength = null;
        response.StatusCode = status;
        if (status == StatusCodes.Status429TooManyRequests) response.Headers.RetryAfter = "1";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new ProblemAnswer("about:blank", what, status, code, fix), WireJson.Default.ProblemAnswer);
        return Bytes(response.HttpContext, "application/problem+json", bytes);
    }

    private static int StatusOf(ExitCode exit) => exit switch
    {
        ExitCode.Usage => StatusCodes.Status400BadRequest,
        ExitCode.Disk => StatusCodes.Status507InsufficientStorage,
        ExitCode.Bug => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
