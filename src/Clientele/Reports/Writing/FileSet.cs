using System.Runtime.ExceptionServices;

namespace Clientele.Reports.Writing;

/// <summary>The files of a run, each written through a buffer; their names in the order of asking.</summary>
/// <param name="create">Makes a file; asked by one thread only.</param>
internal sealed class FileSet(Func<string, Stream> create)
{
    private readonly List<string> _names = [];
    private readonly List<Thread> _beside = [];
    private ExceptionDispatchInfo? _trouble;

    public IReadOnlyList<string> Names => _names;

    public void Put(string name, Action<Stream> write)
    {
        var stream = create(name);
        _names.Add(name);
        Write(stream, write);
    }

    /// <summary>The same on a thread of its own, while others are put; <see cref="Join"/> waits for it.</summary>
    public void Beside(string name, Action<Stream> write)
    {
        var stream = create(name);
        _names.Add(name);
        var thread = new Thread(() =>
        {
            try
            {
                Write(stream, write);
            }
            catch (Exception trouble)
            {
                _trouble ??= ExceptionDispatchInfo.Capture(trouble);
            }
        })
        { IsBackground = true };
        _beside.Add(thread);
        thread.Start();
    }

    /// <summary>Waits until every file is closed; trouble with one written beside is thrown here.</summary>
    public void Join()
    {
        foreach (var thread in _beside) thread.Join();
        _beside.Clear();
        _trouble?.Throw();
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
