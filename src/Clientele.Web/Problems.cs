using System.Globalization;

namespace Clientele.Web;

/// <summary>What a person can mend when a run cannot be shown.</summary>
internal static class Problems
{
    public static UserException NoRun(string folder) => new(
        "serve.no-run", $"{folder} holds no run.json.", "Give the folder that 'clientele segment FILE --out FOLDER' wrote.", ExitCode.Usage);

    public static UserException Damaged(string file, string why) => new(
        "serve.damaged-run", $"{file} cannot be shown: {why}.", "Run 'clientele segment' again; it writes the folder anew.", ExitCode.BadData);

    public static UserException NoPort(int port, string why) => new(
        "serve.port",
        string.Create(CultureInfo.InvariantCulture, $"Port {port} of this machine cannot be had: {why.TrimEnd('.')}."),
        "Leave out --port to take a free one.",
        ExitCode.Usage);
}
