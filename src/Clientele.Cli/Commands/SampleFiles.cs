using System.IO.Compression;
using Clientele.Reports;
using Clientele.Samples;

namespace Clientele.Cli.Commands;

/// <summary>Writes a sample shop's files, each whole or not at all.</summary>
internal static class SampleFiles
{
    /// <summary>The sales, compressed when the name ends in .gz, and who is what when that is wanted.</summary>
    public static SampleSummary Write(SampleOptions options, string path, string? truthPath, bool replace, CancellationToken stop)
    {
        using var sales = WholeFile.Create(path, replace);
        using var truth = truthPath is null ? null : WholeFile.Create(truthPath, replace);
        SampleSummary summary;
        using (var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(sales.Content, CompressionLevel.Fastest) : sales.Content)
        {
            summary = SampleShop.Write(options, content, truth?.Content, stop);
        }

        sales.Content.Dispose();
        truth?.Content.Dispose();
        sales.Commit();
        truth?.Commit();
        return summary;
    }

    /// <summary>The sales to a stream that stays open.</summary>
    public static void Write(SampleOptions options, Stream output, string? truthPath, bool replace, CancellationToken stop)
    {
        using var truth = truthPath is null ? null : WholeFile.Create(truthPath, replace);
        SampleShop.Write(options, output, truth?.Content, stop);
        output.Flush();
        truth?.Content.Dispose();
        truth?.Commit();
    }
}
