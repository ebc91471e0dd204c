using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Page.Parts;

namespace Clientele.Products.Files;

/// <summary>Writes files one after the other, each through a buffer.</summary>
internal static class ShopFiles
{
    public static IReadOnlyList<string> WriteAll(Func<string, Stream> create, IReportPage? page, Func<FinishedRun> shown, params (string Name, Action<Stream> Write)[] files)
    {
        var names = new List<string>();
        if (page is not null) PageRuns.Write(shown(), page, Put);
        foreach (var (name, write) in files) Put(name, write);
        return names;

        void Put(string name, Action<Stream> write)
        {
            using var stream = create(name);
            using var buffer = new BufferedStream(stream, 1 << 16);
            write(buffer);
            buffer.Flush();
            names.Add(name);
        }
    }
}
