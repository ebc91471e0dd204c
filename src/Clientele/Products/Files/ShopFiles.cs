namespace Clientele.Products.Files;

/// <summary>Writes files one after the other, each through a buffer.</summary>
internal static class ShopFiles
{
    public static IReadOnlyList<string> WriteAll(Func<string, Stream> create, params (string Name, Action<Stream> Write)[] files)
    {
        var names = new List<string>();
        foreach (var (name, write) in files)
        {
            using var stream = create(name);
            using var buffer = new BufferedStream(stream, 1 << 16);
            write(buffer);
            buffer.Flush();
            names.Add(name);
        }

        return names;
    }
}
