using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Reports;

/// <summary>The plan, the inputs' hashes, the totals and how long it took: all that is needed to repeat and to check the run.</summary>
internal sealed class RunJson : IExport
{
    /// <summary>Changes when a field of run.json changes its meaning.</summary>
    public const int Format = 1;

    public static Choice<IExport> Choice { get; } = new(
        "run", "The plan, the inputs' hashes, the totals and the timings; 'clientele run' repeats it.", [], _ => new RunJson());

    public string File => Exports.Run;

    public bool AppliesTo(FinishedRun run) => true;

    public void Write(FinishedRun run, Stream output)
    {
        var text = new Utf8Text(1 << 14);
        var json = new JsonText(text);
        var report = run.Report;
        json.Object().Integer("format", Format).Text("version", run.Version);
        PlanJson.Write(json, report.Plan);
        json.Flag("stability", run.Stability).Flag("showValues", run.ShowValues).Unsigned("seed", report.Plan.Segments.Seed);
        if (run.Exports.Count > 0) json.Texts("exports", run.Exports);
        InputsJson.Hashes(json, report);
        TotalsJson.Members(json, report);
        if (report.Segments.Search is { } search) Clusters(json, search);
        json.Number("agreement", report.Segments.Agreement);
        json.Texts("notes", Notes(report));
        InputsJson.Layouts(json, report);

        // The only part that may differ between two runs of one plan.
        json.Object("timings");
        foreach (var time in report.Timings) json.Number(time.Stage, Math.Round(time.Milliseconds, 3));
        json.EndObject().EndObject();
        text.FlushTo(output);
    }

    private static List<string> Notes(Report report)
    {
        var notes = new List<string>(report.Segments.Notes);
        if (report.Segments.Scores is { } scores) notes.AddRange(scores.Notes);
        return notes;
    }

    private static void Clusters(JsonText json, ClusterSearch search)
    {
        json.Object("clusters").Integer("chosen", search.ChosenK).Text("reason", search.Reason).Integer("elbow", search.ElbowK);
        json.Texts("features", search.Features).List("centres");
        foreach (var centre in search.Centres)
        {
            json.List();
            foreach (var value in centre) json.Number(null, value);
            json.EndList();
        }

        json.EndList().List("curve");
        foreach (var trial in search.Trials)
        {
            json.Object().Integer("k", trial.K).Number("inertia", trial.Inertia).Number("silhouette", trial.Silhouette)
                .Integer("iterations", trial.Iterations).Flag("converged", trial.Converged).List("sizes");
            foreach (var size in trial.Sizes) json.Integer(null, size);
            json.EndList().EndObject();
        }

        json.EndList().EndObject();
    }
}
