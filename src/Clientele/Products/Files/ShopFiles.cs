using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Page.Parts;
using Clientele.Reports.Writing;

namespace Clientele.Products.Files;

/// <summary>Writes files one after the other, each through a buffer.</summary>
internal static class ShopFiles
{
    public static IReadOnlyList<string> WriteAll(Func<string, Stream> create, IReportPage? page, Func<FinishedRun> shown, params (string Name, Action<Stream> Write)[] files)
    {
        using var set = new FileSet(create);
        if (page is not null) PageRuns.Write(shown(), page, set.Put);
        foreach (var (name, write) in files) set.Put(name, write);
        return set.Names;
    }
}
