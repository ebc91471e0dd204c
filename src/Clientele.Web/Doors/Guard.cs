using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Clientele.Web.Doors;

/// <summary>Stands before every answer: right host, GET only, the token; and tells the browser to keep everything to itself.</summary>
/// <remarks>
/// The token comes once in the address and is then swapped for a cookie of another random value, so that it does not stay in the
/// address bar or the history, and what the browser keeps does not open the page in another browser's address bar.
/// </remarks>
internal sealed class Guard(Token token)
{
    public const string TokenName = "token";

    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly Token _session = Token.New();

    /// <summary>Whether the request may be answered; if not, the refusal is already set.</summary>
    public bool Admits(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        SetHeaders(response.Headers);
        if (!IsOwnHost(request, context.Connection.LocalPort)) return Refuse(response, StatusCodes.Status403Forbidden);
        if (!HttpMethods.IsGet(request.Method))
        {
            response.Headers.Allow = "GET";
            return Refuse(response, StatusCodes.Status405MethodNotAllowed);
        }

        var cookie = string.Create(CultureInfo.InvariantCulture, $"clientele-{context.Connection.LocalPort}");
        if (request.Query.TryGetValue(TokenName, out var guess))
        {
            if (request.Path != "/" || guess.Count != 1 || !token.Is(guess[0])) return Refuse(response, StatusCodes.Status401Unauthorized);
            response.Headers.SetCookie = $"{cookie}={_session.Text}; Path=/; HttpOnly; SameSite=Strict";
            response.Headers.Location = "/";
            return Refuse(response, StatusCodes.Status303SeeOther);
        }

        return _session.Is(request.Cookies[cookie]) || Refuse(response, StatusCodes.Status401Unauthorized);
    }

    /// <summary>A page of another name that points at this machine must not be able to read.</summary>
    private static bool IsOwnHost(HttpRequest request, int port)
    {
        var host = request.Host;
        return host.Port == port
            && (string.Equals(host.Host, "127.0.0.1", StringComparison.Ordinal) || string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase));
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static bool Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return false;
    }
}
