namespace Clientele.Reports;

/// <summary>The files of a run folder, in the order in which a reader would open them.</summary>
public static class Exports
{
    /// <summary>Streamed by the run itself while lines are read.</summary>
    public const string Excluded = "excluded.csv";

    /// <summary>The plan and the totals; a folder that holds it is a run folder.</summary>
    public const string Run = "run.json";

    public static Catalog<IExport> Catalog { get; } = new(
        "export",
        SegmentsCsv.Choice,
        ProfilesCsv.Choice,
        CurveCsv.Choice,
        AuditJson.Choice,
        RunJson.Choice);

    /// <summary>Whether a run of this version may have written a file of that name.</summary>
    public static bool Writes(string file)
    {
        if (file == Excluded || Clusters.Files.ClusterFiles.Writes(file) || People.Segments.Files.PeopleFiles.Writes(file) || People.Describing.DescribeFiles.Writes(file)) return true;
        foreach (var choice in Catalog)
        {
            if (choice.Create(Settings.Defaults).File == file) return true;
        }

        return false;
    }

    /// <summary>Writes every file that applies, excluded.csv apart, and returns the names in catalog order.</summary>
    public static IReadOnlyList<string> WriteAll(FinishedRun run, Func<string, Stream> create)
    {
        var files = new List<string>();
        for (var i = 0; i < Catalog.Count; i++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var export = Catalog[i].Create(Settings.Defaults);
            if (!export.AppliesTo(run)) continue;
            using var stream = create(export.File);
            export.Write(run, stream);
            files.Add(export.File);
        }

        return files;
    }
}
