using Clientele.Actions.Files;
using Clientele.Reports;

namespace Clientele.Whole;

/// <summary>run.json of the whole picture, read back: that of a list of actions under another command.</summary>
public sealed class WholeRun
{
    public const string Command = "report";

    private readonly ActionsRunFile _file;

    private WholeRun(ActionsRunFile file) => _file = file;

    public WholePlan Plan => new(_file.Plan) { Only = _file.Looks };

    /// <summary>Files and page named customers.</summary>
    public bool ShowValues => _file.ShowValues;

    /// <summary>The same as a run on sales alone, for whoever reads the sales again.</summary>
    public RunFile AsRunFile => new(Plan.Sales, ShowValues, _file.Inputs);

    public static WholeRun Of(SavedRun saved) => new(ActionsRunFile.Of(saved));

    /// <summary>Throws, naming the first input that differs from what this file says.</summary>
    public void Verify(WholeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        SavedRun.Verify(_file.Inputs, RunFileInput.Of(report.Segments.Inputs), Command);
    }
}
