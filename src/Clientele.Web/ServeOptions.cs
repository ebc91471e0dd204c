namespace Clientele.Web;

/// <summary>How a finished run is shown.</summary>
public sealed record ServeOptions
{
    /// <summary>Port on the loopback address; 0 takes a free one.</summary>
    public int Port
    {
        get;
        init => field = value is >= 0 and <= 65_535 ? value : throw new UserException("serve.port", $"The port is {value}.", "It must lie between 0 and 65535; 0 takes a free one.");
    }

    /// <summary>Opens the page in the user's browser once it is ready.</summary>
    public bool OpenBrowser { get; init; }
}
