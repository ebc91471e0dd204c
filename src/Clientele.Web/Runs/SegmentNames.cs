using System.Globalization;
using System.Text.Json;
using Clientele.Reports;
using Clientele.Web.Api;

namespace Clientele.Web.Runs;

/// <summary>A person's own names of segments: <c>{"segment":{"Champions":"Best friends"}}</c> in a file beside the run.</summary>
internal static class SegmentNames
{
    private const int MostBytes = 1 << 20;
    private const int MostCharacters = 60;

    private static readonly Lock s_one = new();

    /// <summary>By kind (segment, cluster), then by the name that the run gave; nothing where nothing was renamed.</summary>
    /// <exception cref="UserException">The file is damaged.</exception>
    public static Dictionary<string, Dictionary<string, string>> Read(StoredRun run)
    {
        try
        {
            var file = new FileInfo(run.NamesFile);
            if (!file.Exists) return [];
            if (file.Length > MostBytes || file.LinkTarget is not null) throw new JsonException();
            return JsonSerializer.Deserialize(File.ReadAllBytes(run.NamesFile), WireJson.Default.DictionaryStringDictionaryStringString) ?? throw new JsonException();
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserException("serve.damaged-names", $"{Path.GetFileName(run.NamesFile)} cannot be read.", "Remove the file; the run's own names come back.", ExitCode.BadData);
        }
    }

    /// <summary>Gives a segment another name; its own name, or none, takes the other away.</summary>
    /// <param name="run">Has the segment.</param>
    /// <param name="kind">segment or cluster.</param>
    /// <param name="from">The name that the run gave.</param>
    /// <param name="to">At most 60 characters; not the name of another segment.</param>
    /// <exception cref="RefusedException">There is no such segment, or the name does not do.</exception>
    public static Dictionary<string, Dictionary<string, string>> Change(StoredRun run, string kind, string from, string to)
    {
        to = to.Trim();
        var own = OwnNames(run, kind);
        if (!own.Contains(from)) throw Problems.NotFound("segment");
        if (to.Length > MostCharacters || to.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
        {
            throw Problems.Bad("names.form", "A name has at most 60 characters, all of them visible.", "Give a shorter, plain name.");
        }

        lock (s_one)
        {
            var all = Read(run);
            var names = all.TryGetValue(kind, out var before) ? before : [];
            if (to.Length > 0 && own.Any(o => o != from && string.Equals(names.GetValueOrDefault(o, o), to, StringComparison.OrdinalIgnoreCase)))
            {
                throw new RefusedException(409, "names.twice", "Another segment has that name.", "Give each segment a name of its own.");
            }

            if (to.Length == 0 || to == from) names.Remove(from);
            else names[from] = to;
            all[kind] = names;
            if (names.Count == 0) all.Remove(kind);
            using var file = WholeFile.Create(run.NamesFile, replace: true);
            using (file.Content) file.Content.Write(JsonSerializer.SerializeToUtf8Bytes(all, WireJson.Default.DictionaryStringDictionaryStringString));
            file.Commit();
            return all;
        }
    }

    /// <summary>The run's names of that kind: clusters, or the map's segments, or those of a customer table.</summary>
    private static HashSet<string> OwnNames(StoredRun run, string kind) =>
        [.. RunSummary.Read(run).Segments.Where(s => kind == "cluster" ? s.Method is not ("rfm" or "table") : kind == "segment" && s.Method is "rfm" or "table").Select(s => s.Name)];
}
