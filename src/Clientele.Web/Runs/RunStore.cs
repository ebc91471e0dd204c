using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clientele.Reports;

namespace Clientele.Web.Runs;

/// <summary>The folder that keeps runs, each in a folder of its own, and perhaps one run that lies elsewhere.</summary>
/// <remarks>Read afresh for every answer: runs that the command wrote meanwhile are there, removed ones are gone.</remarks>
internal sealed class RunStore
{
    private const string Partial = ".partial-";

    private readonly string _root;
    private readonly TimeProvider _clock;

    /// <summary>Looks at nothing yet.</summary>
    /// <param name="root">The folder; need not exist.</param>
    /// <param name="given">A run folder elsewhere, or null.</param>
    public RunStore(string root, string? given, ServeOptions options)
    {
        (_root, _clock) = (root, options.Clock);
        if (given is not null) Given = new StoredRun(IdOf(Path.GetFullPath(given)), new RunFolderFiles(given));
    }

    /// <summary>The run that the command was pointed at.</summary>
    public StoredRun? Given { get; }

    /// <summary>Every run, the given one first, then by name, latest first: names of runs made here begin with their time.</summary>
    public IReadOnlyList<StoredRun> All()
    {
        var names = new List<string>();
        if (Directory.Exists(_root))
        {
            foreach (var folder in new DirectoryInfo(_root).EnumerateDirectories())
            {
                if (folder.Name.StartsWith('.') || folder.LinkTarget is not null || IsUnderWay(folder.Name)) continue;
                if (File.Exists(Path.Combine(folder.FullName, Exports.Run))) names.Add(folder.Name);
            }
        }

        names.Sort((a, b) => string.CompareOrdinal(b, a));
        var runs = new List<StoredRun>(names.Count + 1);
        if (Given is not null) runs.Add(Given);
        foreach (var name in names)
        {
            var path = Path.Combine(_root, name);
            if (Given is null || Path.GetFullPath(path) != Path.GetFullPath(Given.Folder.Path)) runs.Add(new StoredRun(IdOf(name), new RunFolderFiles(path)));
        }

        return runs;
    }

    /// <summary>The run of that id. An id is compared with those of the list, never made into a path.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public StoredRun Find(string? id)
    {
        foreach (var run in All())
        {
            if (string.Equals(run.Id, id, StringComparison.Ordinal)) return run;
        }

        throw Problems.NotFound("run");
    }

    /// <summary>The run in that folder of the store.</summary>
    public StoredRun At(string name) => new(IdOf(name), new RunFolderFiles(Path.Combine(_root, name)));

    public string PathOf(string name) => Path.Combine(_root, name);

    /// <summary>A name for a new run: its time in UTC, and four letters so that two of one second differ.</summary>
    public string NewName() => string.Create(CultureInfo.InvariantCulture, $"run-{_clock.GetUtcNow():yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}");

    /// <summary>Removes what runs that died left half-written. What a living one writes is locked and stays.</summary>
    public void CleanUp()
    {
        if (!Directory.Exists(_root)) return;
        foreach (var left in Directory.GetDirectories(_root, "*" + Partial + "*"))
        {
            var name = Path.GetFileName(left);
            if (!IsUnderWay(name)) continue;
            try
            {
                // Opening a run folder takes its lock and removes what the dead left beside it.
                RunFolder.Open(Path.Combine(_root, name[..name.LastIndexOf(Partial, StringComparison.Ordinal)]), replace: true).Dispose();
            }
            catch (UserException)
            {
                // Somebody is at work there.
            }
        }
    }

    private static bool IsUnderWay(string name) =>
        name.LastIndexOf(Partial, StringComparison.Ordinal) is var at && at > 0 && !name.AsSpan(at + Partial.Length).ContainsAnyExceptInRange('0', '9');

    private static string IdOf(string text) => "r" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
