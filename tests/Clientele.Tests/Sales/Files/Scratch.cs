using System.IO.Compression;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Files;

namespace Clientele.Tests.Sales.Files;

/// <summary>A folder of its own for one test, and short ways to read what is in it.</summary>
public sealed class Scratch : IDisposable
{
    public Scratch() => Folder = Directory.CreateTempSubdirectory("clientele-files-").FullName;

    public string Folder { get; }

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, byte[] bytes)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    internal static TextSample Take(string path, string? encoding = null, Stream? standardInput = null) =>
        TextProbe.Take(path, new ReadOptions { Encoding = encoding }, standardInput);

    internal static TextFormat Format(TextSample sample) => new()
    {
        Container = sample.Container,
        Encoding = sample.Encoding,
        CarriageReturns = sample.CarriageReturns,
        Sheet = sample.Sheet,
    };

    /// <summary>Probes and reads everything, in pieces of the given size.</summary>
    internal static byte[] ReadAll(string path, string? encoding = null, Stream? standardInput = null, int piece = 5000)
    {
        var sample = Take(path, encoding, standardInput);
        using var stream = TextStream.Open(path, Format(sample), standardInput);
        return Drain(stream, piece);
    }

    internal static byte[] Drain(Stream stream, int piece)
    {
        var all = new MemoryStream();
        var buffer = new byte[piece];
        for (int read; (read = stream.Read(buffer)) > 0;) all.Write(buffer, 0, read);
        return all.ToArray();
    }

    internal static UserException Refused(Func<object> act) => Assert.Throws<UserException>(() => { act(); });

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A file of the shared data sets beside the repository.</summary>
    public static string Shared(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "Clientele.slnx"))) root = root.Parent;
        Assert.True(root is not null, "Clientele.slnx was not found above the tests.");
        var path = System.IO.Path.Combine(root.FullName, "..", "shared", "data", name);
        Assert.True(File.Exists(path), $"The data set {name} is missing: put the shared data beside the repository, as ../shared/data.");
        return path;
    }
}
