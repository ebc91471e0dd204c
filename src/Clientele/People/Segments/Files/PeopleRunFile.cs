using Clientele.People.Files;
using Clientele.Reports;

namespace Clientele.People.Segments.Files;

/// <summary>run.json of a segmented customer table, read back.</summary>
/// <param name="Plan">Everything the run depended on.</param>
/// <param name="ShowValues">The page named customers.</param>
/// <param name="Inputs">Path, size and hash of every file.</param>
public sealed record PeopleRunFile(PeopleSegmentPlan Plan, bool ShowValues, IReadOnlyList<RunFileInput> Inputs)
{
    public const string Command = PeopleRunJson.Command;

    public static PeopleRunFile Of(SavedRun saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var text = saved.Read(PeopleRunFileJson.Default.PeopleRunText, PeopleRunJson.Format);
        return new(text.Plan.ToPlan(saved.Path), text.ShowValues, text.Inputs);
    }

    /// <summary>Throws when a file is not the one of this run.</summary>
    public void Verify(PeopleSegmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        SavedRun.Verify(Inputs, PeopleJson.Inputs(report.Data.Files), Command);
    }
}
