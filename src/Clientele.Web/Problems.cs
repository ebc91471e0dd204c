using System.Globalization;

namespace Clientele.Web;

/// <summary>What a person can mend when something cannot be shown or done.</summary>
internal static class Problems
{
    public static UserException Nothing(string path) => new(
        "serve.nothing", $"There is no {path}.", "Give a run folder, a folder of runs, or a sales file; or nothing, to start with an empty page.", ExitCode.Usage);

    public static UserException Damaged(string file, string why) => new(
        "serve.damaged-run", $"{file} cannot be shown: {why}.", "Run 'clientele segment' again; it writes the folder anew.", ExitCode.BadData);

    public static UserException NoPort(int port, string why) => new(
        "serve.port",
        string.Create(CultureInfo.InvariantCulture, $"Port {port} of this machine cannot be had: {why.TrimEnd('.')}."),
        "Leave out --port to take a free one.",
        ExitCode.Usage);

    public static RefusedException NotFound(string what) => new(404, "web.not-found", $"There is no such {what}.", "Ask for the list; ids come from there.");

    public static RefusedException Busy(string what) => new(429, "web.busy", what, "Try again in a moment.");

    public static RefusedException TooLarge(string what, long most) => new(
        413, "web.too-large", string.Create(CultureInfo.InvariantCulture, $"{what} is larger than {most} bytes."), "Send less; 'clientele serve --upload-limit' sets the limit of files.");

    public static RefusedException Bad(string code, string what, string fix) => new(400, code, what, fix);
}

/// <summary>An answer other than success.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Stable id for scripts.</param>
/// <param name="what">What was found.</param>
/// <param name="fix">What to do.</param>
internal sealed class RefusedException(int status, string code, string what, string fix) : Exception($"{what} {fix}")
{
    public int Status => status;

    public string Code => code;

    public string What => what;

    public string Fix => fix;
}
