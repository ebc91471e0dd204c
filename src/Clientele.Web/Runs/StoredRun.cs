namespace Clientele.Web.Runs;

/// <summary>A run that can be shown.</summary>
/// <param name="Id">What addresses call it; says nothing of its place.</param>
/// <param name="Folder">Its files.</param>
internal sealed record StoredRun(string Id, RunFolderFiles Folder)
{
    /// <summary>Last part of the folder's path.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder.Path)));

    /// <summary>Where a person's own names of segments are kept: beside the run, whose files stay as they were written.</summary>
    public string NamesFile => Path.TrimEndingDirectorySeparator(Folder.Path) + ".names.json";
}
