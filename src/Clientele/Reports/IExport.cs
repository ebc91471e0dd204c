namespace Clientele.Reports;

/// <summary>One file of the run folder.</summary>
public interface IExport
{
    /// <summary>Name of the file: <c>segments.csv</c>.</summary>
    string File { get; }

    /// <summary>False when the run found nothing that belongs into this file.</summary>
    bool AppliesTo(FinishedRun run);

    /// <summary>Writes the whole file: UTF-8, LF, the same bytes for the same report.</summary>
    void Write(FinishedRun run, Stream output);
}
