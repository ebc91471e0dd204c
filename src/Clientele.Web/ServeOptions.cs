namespace Clientele.Web;

/// <summary>How the dashboard is served.</summary>
public sealed record ServeOptions
{
    /// <summary>The folder that keeps uploads and runs when none is named.</summary>
    public const string UsualRuns = "clientele-runs";

    /// <summary>Port on the loopback address; 0 takes a free one.</summary>
    public int Port
    {
        get;
        init => field = value is >= 0 and <= 65_535 ? value : throw new UserException("serve.port", $"The port is {value}.", "It must lie between 0 and 65535; 0 takes a free one.");
    }

    /// <summary>Opens the page in the user's browser once it is ready.</summary>
    public bool OpenBrowser { get; init; }

    /// <summary>Folder that keeps uploads and runs; made when the first is written.</summary>
    public string Runs { get; init; } = UsualRuns;

    /// <summary>Version of the program, as it is written into runs.</summary>
    public string Version { get; init; } = "";

    /// <summary>Most bytes of one uploaded file.</summary>
    public long MostUpload
    {
        get;
        init => field = value is >= 1 and <= 1L << 40 ? value : throw new UserException("serve.upload-limit", $"The limit of an upload is {value} bytes.", "It must lie between 1 byte and 1 TiB.");
    } = 1L << 31;

    /// <summary>Names and dates new runs.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
