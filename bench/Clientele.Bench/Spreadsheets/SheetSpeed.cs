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
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round < rounds; round++)
        {
            Measure("clientele", () => Ours(path));
            if (compare) Measure("ExcelDataReader", () => Theirs(path));
        }

        void Measure(string name, Func<string> read)
        {
            var watch = Stopwatch.StartNew();
            var before = process.TotalProcessorTime;
            var what = read();
            process.Refresh();
            output.WriteLine($"{name,-16} {watch.Elapsed.TotalSeconds:F3} s, cpu {(process.TotalProcessorTime - before).TotalSeconds:F3} s, peak {process.PeakWorkingSet64 >> 20} MiB, {what}");
        }
    }

    private static string Ours(string path)
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

        return $"{bytes:N0} bytes of text, {lines:N0} lines";
    }

    private static string Theirs(string path)
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

        return $"{cells:N0} cells";
    }
}
