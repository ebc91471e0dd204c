using System.Globalization;
using System.Text;
using Clientele.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Clientele.Web.Doors;

/// <summary>The way in: the guard, then at most so many requests at once, and every trouble told as problem+json.</summary>
internal sealed class Turnstile(Guard guard)
{
    /// <summary>Requests that are worked on at once; more are told to come back.</summary>
    public const int MostAtOnce = 32;

    private int _inside;

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        if (!guard.Admits(context))
        {
            await Tell(context.Response).ConfigureAwait(false);
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _inside) > MostAtOnce) throw Problems.Busy(string.Create(CultureInfo.InvariantCulture, $"More than {MostAtOnce} requests at once."));
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && context.Response.StatusCode is 404 or 405 && context.GetEndpoint()?.Metadata.Count is null or 0) await Tell(context.Response).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer.
        }
        catch (Exception problem) when (!context.Response.HasStarted)
        {
            await Answers.Problem(context.Response, problem).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    /// <summary>A word to whoever is not let in or asks for what there is not.</summary>
    private static async Task Tell(HttpResponse response)
    {
        var words = response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => "Open the address that the command printed.\n",
            StatusCodes.Status403Forbidden => "This page answers only under its own address and to its own pages.\n",
            StatusCodes.Status404NotFound => "There is nothing here.\n",
            StatusCodes.Status405MethodNotAllowed => "This address does not take that.\n",
            _ => "",
        };
        response.ContentType = "text/plain; charset=utf-8";
        response.ContentLength = words.Length;
        if (words.Length > 0) await response.Body.WriteAsync(Encoding.ASCII.GetBytes(words), response.HttpContext.RequestAborted).ConfigureAwait(false);
    }
}
