using System.Globalization;
using System.Text;
using Clientele.Handover;
using Clientele.Reports;
using Clientele.Tests.Sales.Files;
using Clientele.Whole;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clientele.Tests.Handover.Star;

/// <summary>The folder of a star, file by file, read back by another reader.</summary>
internal sealed class StarFiles
{
    private StarFiles(Dictionary<string, byte[]> files) => All = files;

    /// <summary>Bytes by name, <c>star/</c> left out.</summary>
    public Dictionary<string, byte[]> All { get; }

    public IEnumerable<string> Tables => All.Keys.Where(name => name.EndsWith(".csv", StringComparison.Ordinal));

    public static StarFiles Of(HandoverRun run)
    {
        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        Assert.Equal(["star/"], Handovers.WriteAll(["star"], run, name => files[name] = new MemoryStream()));
        Assert.All(files.Keys, name => Assert.StartsWith("star/", name, StringComparison.Ordinal));
        return new StarFiles(files.ToDictionary(f => f.Key[5..], f => f.Value.ToArray(), StringComparer.Ordinal));
    }

    public static StarFiles Of(KeptSegments kept, int threads = 2) => Of(HandoverRun.Of(new FinishedRun(kept.Report, "1") { Threads = threads }, kept.Sales));

    public static StarFiles OfText(string text, Plan? plan = null, int threads = 2)
    {
        using var scratch = new Scratch();
        plan = (plan ?? new Plan { Cleaning = new CleaningOptions { MaxRejects = 1 } }) with { Inputs = [scratch.Write("shop.csv", text)] };
        return Of(KeptSegments.Run(plan, new RunContext { Threads = threads }), threads);
    }

    public string Text(string name) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(All[name]);

    public string[] Header(string table) => Records(table + ".csv")[0];

    /// <summary>Rows of a table as cells by heading.</summary>
    public List<Dictionary<string, string>> Rows(string table)
    {
        var records = Records(table + ".csv");
        return [.. records.Skip(1).Select(row => records[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    public string[] Column(string table, string column) => [.. Rows(table).Select(row => row[column])];

    private List<string[]> Records(string name)
    {
        using var parser = new CsvParser(new StringReader(Text(name)), new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false, IgnoreBlankLines = false });
        var records = new List<string[]>();
        while (parser.Read()) records.Add([.. parser.Record!]);
        Assert.All(records, record => Assert.Equal(records[0].Length, record.Length));
        return records;
    }
}
