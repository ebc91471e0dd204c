using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Clientele.Reports;
using Clientele.Web.Api;

namespace Clientele.Web.Sources;

/// <summary>Uploaded files, each under a name of our own, and perhaps one file that the command was pointed at.</summary>
/// <remarks>An upload is <c>uploads/ID.data</c>; <c>uploads/ID.json</c> holds what the person called it. The data comes last, whole or not at all.</remarks>
internal sealed class SourceStore
{
    private const string Data = ".data";
    private const string Note = ".json";
    private const int MostName = 120;

    private readonly string _folder;
    private readonly long _most;

    /// <summary>Looks at nothing yet but the given file.</summary>
    /// <param name="root">The store's folder; need not exist.</param>
    /// <param name="given">A file elsewhere, or null.</param>
    /// <param name="options">Limits an upload.</param>
    public SourceStore(string root, string? given, ServeOptions options)
    {
        (_folder, _most) = (Path.Combine(root, "uploads"), options.MostUpload);
        if (given is not null)
        {
            var id = "f" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(given))).AsSpan(0, 8));
            Given = new Source(id, Shown(Path.GetFileName(given)), given, new FileInfo(given).Length, Uploaded: false);
        }
    }

    /// <summary>The file that the command was pointed at.</summary>
    public Source? Given { get; }

    /// <summary>The given file first, then uploads by id.</summary>
    public IReadOnlyList<Source> All()
    {
        var all = new List<Source>();
        if (Given is not null) all.Add(Given with { Bytes = new FileInfo(Given.Path) is { Exists: true } file ? file.Length : 0 });
        if (!Directory.Exists(_folder)) return all;
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*" + Data).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (file.LinkTarget is not null || !file.Name.EndsWith(Data, StringComparison.Ordinal)) continue;
            var id = file.Name[..^Data.Length];
            all.Add(new Source(id, NameOf(id), Path.Combine(_folder, file.Name), file.Length, Uploaded: true));
        }

        return all;
    }

    /// <summary>The file of that id. An id is compared with those of the list, never made into a path.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public Source Find(string? id) => All().FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal)) ?? throw Problems.NotFound("file");

    /// <summary>What the person called the file at that path, or null when it is none of these.</summary>
    public Source? At(string path) => All().FirstOrDefault(s => string.Equals(Path.GetFullPath(s.Path), Path.GetFullPath(path), StringComparison.Ordinal));

    /// <summary>Streams a file into the store: no more of it is in memory than a buffer, and it appears whole or not at all.</summary>
    /// <exception cref="RefusedException">It is empty or too large.</exception>
    public async Task<Source> Add(Stream content, string name, CancellationToken ct)
    {
        MakeFolder();
        var id = "u" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        var path = Path.Combine(_folder, id + Data);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            var bytes = 0L;
            using var file = WholeFile.Create(path, replace: false);
            using (var output = file.Content)
            {
                for (int read; (read = await content.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0;)
                {
                    bytes += read;
                    if (bytes > _most) throw Problems.TooLarge("The file", _most);
                    output.Write(buffer.AsSpan(0, read));
                }
            }

            if (bytes == 0) throw Problems.Bad("upload.empty", "The file is empty.", "Send a file with data.");
            using (var note = WholeFile.Create(Path.Combine(_folder, id + Note), replace: false))
            {
                using (note.Content) note.Content.Write(JsonSerializer.SerializeToUtf8Bytes(new UploadNote(Shown(name)), WireJson.Default.UploadNote));
                note.Commit();
            }

            file.Commit();
            return new Source(id, Shown(name), path, bytes, Uploaded: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Removes an upload. Runs made of it stay; they cannot be repeated without it.</summary>
    public void Remove(Source source)
    {
        if (!source.Uploaded) throw Problems.Bad("upload.not-ours", "This file was not uploaded.", "Remove it where it lies.");
        File.Delete(source.Path);
        File.Delete(Path.Combine(_folder, source.Id + Note));
    }

    /// <summary>Removes what a killed server left half-written. What a living one writes is held open and stays.</summary>
    public void CleanUp()
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var file in Directory.GetFiles(_folder, "*.partial-*")) RemoveIfDead(file);
        foreach (var note in Directory.GetFiles(_folder, "*" + Note))
        {
            var data = note[..^Note.Length] + Data;
            if (!File.Exists(data) && Directory.GetFiles(_folder, Path.GetFileName(data) + ".partial-*").Length == 0) RemoveIfDead(note);
        }
    }

    /// <summary>The last part of what was sent, without signs that cannot be seen, cut to 120 characters. Never part of a path.</summary>
    internal static string Shown(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format)).Trim();
        return plain.Length == 0 ? "a file" : plain.Length > MostName ? plain[..(MostName - 1)] + "…" : plain;
    }

    private static void RemoveIfDead(string file)
    {
        try
        {
            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                File.Delete(file);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Still being written by somebody.
        }
    }

    private string NameOf(string id)
    {
        try
        {
            var note = new FileInfo(Path.Combine(_folder, id + Note));
            return note is { Exists: true, Length: < 4096 } ? Shown(JsonSerializer.Deserialize(File.ReadAllBytes(note.FullName), WireJson.Default.UploadNote)?.Name ?? "") : Shown("");
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return Shown("");
        }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(_folder);
        else Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>What is kept beside an upload.</summary>
internal sealed record UploadNote(string Name);
