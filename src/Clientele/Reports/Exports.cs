namespace Clientele.Reports;

/// <summary>The files of a run folder, in the order in which a reader would open them.</summary>
public static class Exports
{
    /// <summary>Streamed by the run itself while lines are read.</summary>
    public const string Excluded = "excluded.csv";

    /// <summary>The page to look at.</summary>
    public const string Report = "report.html";

    /// <summary>The plan and the totals; a folder that holds it is a run folder.</summary>
    public const string Run = "run.json";

    public static Catalog<IExport> Catalog { get; } = new(
        "export",
        ReportHtml.Choice,
        SegmentsCsv.Choice,
        ProfilesCsv.Choice,
        CurveCsv.Choice,
        AuditJson.Choice,
        RunJson.Choice);

    /// <summary>Whether a run of this version may have written a file of that name.</summary>
    public static bool Writes(string file)
    {
        if (file == Excluded || WrittenFiles.Any(file)) return true;
        foreach (var choice in Catalog)
        {
            if (choice.Create(Settings.Defaults).File == file) return true;
        }

        return false;
    }

    /// <summary>Writes every file that applies, excluded.csv apart, and returns the names in catalog order.</summary>
    /// <remarks>The first file, the page, takes as long as all others together, and is written beside them.</remarks>
    /// <param name="run">What is written.</param>
    /// <param name="create">Makes a file; called on this thread only, one file after the other.</param>
    public static IReadOnlyList<string> WriteAll(FinishedRun run, Func<string, Stream> create)
    {
        var files = new List<string>();
        run.Report.WorkOutProfiles(run.Threads);
        Side<string>? first = null;
        try
        {
            for (var i = 0; i < Catalog.Count; i++)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                var export = Catalog[i].Create(Settings.Defaults);
                if (!export.AppliesTo(run)) continue;
                files.Add(export.File);
                var stream = create(export.File);
                if (first is null) first = Side.Run(() => Write(export, run, stream), run.Report.Customers.Count < Hands.Few ? 1 : run.Threads);
                else Write(export, run, stream);
            }

            first?.Result();
        }
        finally
        {
            first?.Dispose();
        }

        return files;
    }

    private static string Write(IExport export, FinishedRun run, Stream stream)
    {
        using (stream) export.Write(run, stream);
        return export.File;
    }
}
