namespace Clientele.Handover.Charts;

/// <summary>The data of the report's charts as JSON.</summary>
internal sealed class ChartFolder : IHandover
{
    public static Choice<IHandover> Choice { get; } = new("charts", "The data of every chart of the report, one JSON file each, for programs that draw their own.", [], _ => new ChartFolder());

    public string Folder => "charts";

    public bool NeedsLines => false;

    public bool Writes(string file) => false;

    public void Write(HandoverRun run, Func<string, Stream> create)
    {
    }
}
