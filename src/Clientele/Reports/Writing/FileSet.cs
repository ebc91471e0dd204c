namespace Clientele.Reports.Writing;

/// <summary>The files of a run, written one after the other, each through a buffer; their names in the order of writing.</summary>
/// <param name="create">Makes a file.</param>
internal sealed class FileSet(Func<string, Stream> create)
{
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    public void Put(string name, Action<Stream> write)
    {
        using var stream = create(name);
        using var buffer = new BufferedStream(stream, 1 << 16);
        write(buffer);
        buffer.Flush();
        _names.Add(name);
    }
}
