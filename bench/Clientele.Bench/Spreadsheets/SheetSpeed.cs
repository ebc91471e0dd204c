using System.Diagnostics;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Spreadsheets;
using ExcelDataReader;

namespace Clientele.Bench.Spreadsheets;

/// <summary>One workbook read as text, by our reader and by ExcelDataReader in turn; memory by the operating system's peak.</summary>
internal static class SheetSpeed
{
    /// <summary>Alternates the two so that noise hits both. ExcelDataReader only has its values fetched; no text is made of them.</summary>
    public static void Run(string path, int rounds, TextWriter output, bool compare)
    {
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var (bytes, lines) = Ours(path);
            output.WriteLine($"clientele        {watch.Elapsed.TotalSeconds:F3} s  {bytes:N0} bytes of text, {lines:N0} lines, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
            if (!compare) continue;
            watch.Restart();
            var cells = Theirs(path);
            output.WriteLine($"ExcelDataReader  {watch.Elapsed.TotalSeconds:F3} s  {cells:N0} cells, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        }
    }

    private static (long Bytes, long Lines) Ours(string path)
    {
        using var text = Workbook.OpenText(path, Container.Xlsx, null);
        var buffer = new byte[256 << 10];
        long bytes = 0, lines = 0;
        int read;
        while ((read = text.Read(buffer)) > 0)
        {
            bytes += read;
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return (bytes, lines);
    }

    private static long Theirs(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);
        long cells = 0;
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is not null) cells++;
            }
        }

        return cells;
    }
}
