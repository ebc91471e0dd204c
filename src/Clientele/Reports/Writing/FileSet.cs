namespace Clientele.Reports.Writing;

/// <summary>The files of a run, each written through a buffer; their names in the order of asking.</summary>
/// <param name="create">Makes a file; asked by one thread only.</param>
internal sealed class FileSet(Func<string, Stream> create) : IDisposable
{
    private readonly List<string> _names = [];
    private readonly List<Side<string>> _beside = [];

    public IReadOnlyList<string> Names => _names;

    public void Put(string name, Action<Stream> write)
    {
        var stream = create(name);
        _names.Add(name);
        Write(stream, write);
    }

    /// <summary>The same beside others, where more than one thread is allowed; <see cref="Join"/> waits for it.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="threads">0 means one per core.</param>
    public void Beside(string name, Action<Stream> write, int threads)
    {
        var stream = create(name);
        _names.Add(name);
        _beside.Add(Side.Run(() => { Write(stream, write); return name; }, threads));
    }

    /// <summary>Waits until every file is closed; trouble with one written beside is thrown here.</summary>
    public void Join()
    {
        foreach (var side in _beside) side.Result();
    }

    /// <summary>Waits until every file is closed.</summary>
    public void Dispose()
    {
        foreach (var side in _beside) side.Dispose();
    }

    private static void Write(Stream stream, Action<Stream> write)
    {
        using (stream)
        {
            using var buffer = new BufferedStream(stream, 1 << 16);
            write(buffer);
            buffer.Flush();
        }
    }
}
