using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Clientele.Web.Doors;

/// <summary>Stands before every answer: right host, right origin, the token; and tells the browser to keep everything to itself.</summary>
/// <remarks>
/// The token comes once in the address and is then swapped for a cookie of another random value, so that it does not stay in the
/// address bar or the history, and what the browser keeps does not open the page in another browser's address bar. Whatever changes
/// something needs a third value in a header, which only a page of this server can have read, and this server's own origin.
/// </remarks>
/// <param name="token">Opens the page.</param>
/// <param name="landing">Where the first visit leads.</param>
internal sealed class Guard(Token token, string landing)
{
    public const string TokenName = "token";

    public const string KeyHeader = "X-Clientele-Key";

    /// <summary>Scripts and styles of this server alone; no form, no frame, no inline code, nothing from elsewhere.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly Token _session = Token.New();
    private readonly Token _key = Token.New();

    /// <summary>For <see cref="KeyHeader"/>.</summary>
    public string Key => _key.Text;

    /// <summary>Whether the request may be answered; if not, the refusal is already set.</summary>
    public bool Admits(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        SetHeaders(response.Headers);
        if (!IsOwnHost(request, context.Connection.LocalPort)) return Refuse(response, StatusCodes.Status403Forbidden);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method) && !HttpMethods.IsDelete(request.Method))
        {
            response.Headers.Allow = "GET, POST, DELETE";
            return Refuse(response, StatusCodes.Status405MethodNotAllowed);
        }

        var cookie = string.Create(CultureInfo.InvariantCulture, $"clientele-{context.Connection.LocalPort}");
        if (request.Query.TryGetValue(TokenName, out var guess))
        {
            if (!HttpMethods.IsGet(request.Method) || request.Path != "/" || guess.Count != 1 || !token.Is(guess[0])) return Refuse(response, StatusCodes.Status401Unauthorized);
            response.Headers.SetCookie = $"{cookie}={_session.Text}; Path=/; HttpOnly; SameSite=Strict";
            response.Headers.Location = landing;
            return Refuse(response, StatusCodes.Status303SeeOther);
        }

        if (!_session.Is(request.Cookies[cookie])) return Refuse(response, StatusCodes.Status401Unauthorized);
        return IsOwnPage(request) || Refuse(response, StatusCodes.Status403Forbidden);
    }

    /// <summary>A page of another name that points at this machine must not be able to read.</summary>
    private static bool IsOwnHost(HttpRequest request, int port)
    {
        var host = request.Host;
        return host.Port == port
            && (string.Equals(host.Host, "127.0.0.1", StringComparison.Ordinal) || string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A page of another origin may neither call the API nor change anything, even with the cookie, which all ports of this machine share.</summary>
    private bool IsOwnPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && site.Count > 0 && site != "same-origin" && site != "none") return false;
        if (HttpMethods.IsGet(request.Method)) return true;
        var origin = request.Headers.Origin;
        var key = request.Headers[KeyHeader];
        return origin.Count == 1 && string.Equals(origin[0], $"http://{request.Host.Value}", StringComparison.OrdinalIgnoreCase) && key.Count == 1 && _key.Is(key[0]);
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
