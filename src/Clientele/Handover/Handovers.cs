using Clientele.Handover.Charts;
using Clientele.Handover.Star;

namespace Clientele.Handover;

/// <summary>What <c>--export</c> can hand over to other programs.</summary>
public static class Handovers
{
    public static Catalog<IHandover> Catalog { get; } = new("export", StarFolder.Choice, ChartFolder.Choice);

    /// <summary>The exports of those names, in menu order, each once.</summary>
    /// <exception cref="UserException">There is none of a name.</exception>
    public static IReadOnlyList<IHandover> Find(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var found = new List<IHandover>();
        foreach (var name in Names(names)) found.Add(Catalog.Find(name).Create(Settings.Defaults));
        return found;
    }

    /// <summary>The names as the menu has them and in its order, each once.</summary>
    /// <exception cref="UserException">There is none of a name.</exception>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names) Catalog.Find(name);
        var found = new List<string>();
        foreach (var choice in Catalog)
        {
            if (names.Contains(choice.Name, StringComparer.OrdinalIgnoreCase)) found.Add(choice.Name);
        }

        return found;
    }

    /// <summary>Whether one of those exports needs every kept line.</summary>
    public static bool NeedLines(IReadOnlyList<string> names)
    {
        foreach (var export in Find(names))
        {
            if (export.NeedsLines) return true;
        }

        return false;
    }

    /// <summary>Whether a run may have written a folder of that name.</summary>
    public static bool IsFolder(string name)
    {
        foreach (var choice in Catalog)
        {
            if (choice.Create(Settings.Defaults).Folder == name) return true;
        }

        return false;
    }

    /// <summary>Whether an export may have written that file.</summary>
    /// <param name="file">With its folder, <c>/</c> in between: <c>star/sales.csv</c>.</param>
    public static bool Writes(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var choice in Catalog)
        {
            var export = choice.Create(Settings.Defaults);
            if (file.StartsWith(export.Folder + "/", StringComparison.Ordinal) && export.Writes(file[(export.Folder.Length + 1)..])) return true;
        }

        return false;
    }

    /// <summary>Writes the exports of those names and returns the names of their folders, <c>star/</c>.</summary>
    public static IReadOnlyList<string> WriteAll(IReadOnlyList<string> names, HandoverRun run, Func<string, Stream> create)
    {
        ArgumentNullException.ThrowIfNull(run);
        var folders = new List<string>();
        foreach (var export in Find(names))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            export.Write(run, create);
            folders.Add(export.Folder + "/");
        }

        return folders;
    }
}
