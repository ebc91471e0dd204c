using System.IO.Compression;

namespace Clientele.Sales.Spreadsheets;

/// <summary>The zip file of a workbook: parts by name, whatever the case, slash or leading slash they were stored with.</summary>
/// <remarks>One reader at a time: all parts share one file position.</remarks>
internal sealed class Package : IDisposable
{
    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly WorkbookLimits _limits;

    public Package(string path, WorkbookLimits limits)
    {
        Path = path;
        _limits = limits;
        try
        {
            _file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite, BufferSize = 1 << 16 });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problems.Unreadable(path, e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "no access");
        }

        try
        {
            _zip = new ZipArchive(_file, ZipArchiveMode.Read);
            var entries = _zip.Entries;
            if (entries.Count > limits.Parts) throw Problems.TooLarge(path, "zip directory", $"{entries.Count:N0} files, more than {limits.Parts:N0}");
            foreach (var entry in entries)
            {
                var name = entry.FullName.Replace('\\', '/').TrimStart('/');
                if (!name.EndsWith('/') && !_parts.TryAdd(name, entry)) throw Problems.Damaged(path, Problems.Cut(name), "the zip file holds this part twice");
            }
        }
        catch (Exception e) when (e is not (UserException or OutOfMemoryException))
        {
            Dispose();
            throw Problems.NotComplete(path, "its zip directory cannot be read");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>As given.</summary>
    public string Path { get; }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>The inflated part; at most <paramref name="most"/> bytes.</summary>
    public PartStream Open(string part, long most)
    {
        if (!_parts.TryGetValue(part, out var entry)) throw Problems.Damaged(Path, Problems.Cut(part), "this part of the workbook is missing");
        if (entry.IsEncrypted) throw Problems.Protected(Path);
        return new PartStream(this, entry, part, most, _limits);
    }

    /// <summary>A scanner over a small part.</summary>
    public XmlScanner Scan(string part) => new(Open(part, _limits.OtherPartBytes), Path, part, _limits);

    /// <summary>Opens an entry and says in our words what is wrong with it.</summary>
    public Stream Guard(string part, Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is not (UserException or OutOfMemoryException))
        {
            throw Problems.Damaged(Path, Problems.Cut(part), "the zip entry is damaged or compressed in a way that is not supported");
        }
    }

    public void Dispose()
    {
        _zip?.Dispose();
        _file.Dispose();
    }
}
