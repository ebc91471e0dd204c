namespace Clientele.Reports;

/// <summary>run.json of segments of sales, read back: what must be done again, and what the inputs were then.</summary>
/// <param name="Plan">Everything the run depended on.</param>
/// <param name="ShowValues">excluded.csv showed the text of lines.</param>
/// <param name="Inputs">Path, size and hash of each input.</param>
public sealed record RunFile(Plan Plan, bool ShowValues, IReadOnlyList<RunFileInput> Inputs)
{
    /// <summary>The page also told how stable the clusters are.</summary>
    public bool Stability { get; init; }

    /// <summary>Reads run.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>.</summary>
    /// <param name="path">File or run folder.</param>
    /// <param name="version">Version of this program.</param>
    public static RunFile Read(string path, string version) => Of(SavedRun.Open(path, version));

    public static RunFile Of(SavedRun saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var text = saved.Read(RunFileJson.Default.RunFileText, RunJson.Format);
        return new RunFile(text.Plan.ToPlan(saved.Path), text.ShowValues, text.Inputs) { Stability = text.Stability };
    }

    /// <summary>Throws, naming the first input that differs from what this file says.</summary>
    public void Verify(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        SavedRun.Verify(Inputs, RunFileInput.Of(report.Inputs), null);
    }
}

/// <summary>One input as run.json names it.</summary>
public sealed record RunFileInput(string Path, long Bytes, string Hash, long Lines)
{
    internal static RunFileInput[] Of(IReadOnlyList<InputFile> files)
    {
        var inputs = new RunFileInput[files.Count];
        for (var i = 0; i < inputs.Length; i++) inputs[i] = new(files[i].Layout.Path, files[i].Bytes, files[i].Hash, files[i].Lines);
        return inputs;
    }
}
