using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Reports;

/// <summary>Every number of clusters that was tried, with how well it fits.</summary>
internal sealed class CurveCsv : IExport
{
    public static Choice<IExport> Choice { get; } = new(
        "curve", "Every number of clusters tried: inertia, silhouette, sizes, which one was chosen.", [], _ => new CurveCsv());

    public string File => "curve.csv";

    public bool AppliesTo(FinishedRun run) => run.Report.Segments.Search is not null;

    public void Write(FinishedRun run, Stream output)
    {
        var search = run.Report.Segments.Search ?? throw new ArgumentException("The run searched no clusters.", nameof(run));
        var text = new Utf8Text(4096);
        text.Bytes("k,inertia,silhouette,iterations,converged,elbow,chosen,sizes\n"u8);
        foreach (var trial in search.Trials) Row(search, trial, text);
        text.FlushTo(output);
    }

    private static void Row(ClusterSearch search, KTrial trial, Utf8Text text)
    {
        text.Integer(trial.K);
        text.Byte((byte)',');
        text.Exact(trial.Inertia);
        text.Byte((byte)',');
        text.Exact(trial.Silhouette);
        text.Byte((byte)',');
        text.Integer(trial.Iterations);
        text.Bytes(trial.Converged ? ",yes,"u8 : ",no,"u8);
        text.Bytes(trial.K == search.ElbowK ? "yes,"u8 : "no,"u8);
        text.Bytes(trial.K == search.ChosenK ? "yes,"u8 : "no,"u8);
        var first = true;
        foreach (var size in trial.Sizes)
        {
            if (!first) text.Byte((byte)' ');
            text.Integer(size);
            first = false;
        }

        text.Byte((byte)'\n');
    }
}
