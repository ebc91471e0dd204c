using Clientele.Actions.Files;
using Clientele.Reports;

namespace Clientele.Whole;

/// <summary>run.json of the whole picture, read back: that of a list of actions under another command.</summary>
public sealed class WholeRun
{
    internal const string Command = "report";

    private readonly ActionsRunFile _file;

    private WholeRun(ActionsRunFile file) => _file = file;

    public WholePlan Plan => new(_file.Plan);

    /// <summary>The same as a run on sales alone, for whoever reads the sales again.</summary>
    public RunFile AsRunFile => new(Plan.Sales, "", ShowValues: true, _file.Inputs);

    /// <summary>Reads run.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>; null when it is of another command.</summary>
    /// <param name="path">File or run folder.</param>
    /// <param name="version">Version of this program; a file of another version is refused because its results may differ.</param>
    public static WholeRun? Read(string path, string version) => ActionsRunFile.Read(path, version, Command) is { } file ? new(file) : null;

    /// <summary>Throws, naming the first input that differs from what this file says.</summary>
    public void Verify(WholeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        new RunFile(Plan.Sales, "", ShowValues: true, _file.Inputs).Verify(report.Segments);
    }
}
