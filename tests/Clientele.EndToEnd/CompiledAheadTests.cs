using System.Text.RegularExpressions;
using Clientele.Tests.Sales.Spreadsheets;

namespace Clientele.EndToEnd;

/// <summary>What a program compiled ahead must not lose against the same sources compiled when they run.</summary>
public sealed partial class CompiledAheadTests
{
    private static readonly string s_built = Path.Combine(Repository.Root, "artifacts", "clientele");

    /// <summary>As machine code nothing is compiled at run time; for the runtime only stubs between managed and native code are.</summary>
    [Fact]
    public async Task Starting_compiles_nothing()
    {
        using var place = new Workplace();
        var sales = place.Write("sales.csv", "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n1,A,1,2024-01-31,9.50,7\n2,B,2,2024-02-28,3.25,8\n3,A,3,2024-03-31,4.00,9\n");
        (await Command.Run("--version")).Done();
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["CLIENTELE_STARTUP"] = "1" };
        var outcome = (await Command.Run(place.Path, environment, "segment", sales, "--quiet", "--out", "run")).Done();
        var compiled = int.Parse(CompiledMethods().Match(outcome.Errors).Groups["count"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(compiled, 0, File.Exists(Path.Combine(s_built, "Clientele.Cli")) ? 0 : 60);
    }

    /// <summary>
    /// Whatever warns while it is compiled to machine code may fail when it runs. ExcelDataReader warns because it makes its logger by the
    /// type; that is a struct, so no constructor can be missing, and the next test reads a workbook.
    /// </summary>
    [Fact]
    public async Task Compiling_to_machine_code_warns_of_nothing_new()
    {
        (await Command.Run("--version")).Done();
        var log = Path.Combine(Repository.Root, "artifacts", "build.log");
        if (!File.Exists(log)) return;
        var warnings = (await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken)).Where(line => line.Contains("warning", StringComparison.Ordinal));
        Assert.All(warnings, warning => Assert.Contains("ExcelDataReader.dll : warning IL2104", warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Old_workbooks_are_read()
    {
        using var place = new Workplace();
        string[] header = ["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"];
        var book = new TinyXls().Sheet("Sales");
        for (var column = 0; column < header.Length; column++) book.Text(0, column, header[column]);
        for (var row = 1; row <= 3; row++)
        {
            book.Text(row, 0, $"I{row}").Text(row, 1, "A").Number(row, 2, row).Text(row, 3, $"2024-0{row}-28").Number(row, 4, 2.5).Text(row, 5, $"C{row}");
        }

        await File.WriteAllBytesAsync(place["sales.xls"], book.ToArray(), TestContext.Current.CancellationToken);
        (await Command.Run("segment", place["sales.xls"], "--quiet", "--out", place["run"])).Done();
        Assert.Equal(15m, new RunFolder(place["run"]).MoneyKept);
    }

    /// <summary>The same sources, compiled by the runtime for this processor when they run, write the same bytes.</summary>
    [Theory]
    [InlineData("segment", "online_retail.csv.gz")]
    [InlineData("report", "online_retail.csv.gz")]
    [InlineData("actions", "online_retail.csv.gz")]
    [InlineData("segment", "marketing_data.csv.gz", "--dictionary", "marketing_data_dictionary.csv.gz")]
    [InlineData("segment", "Mall_Customers.csv.gz")]
    [InlineData("cluster", "Mall_Customers.csv.gz", "--method", "all")]
    public async Task Same_bytes_as_compiled_when_run(string command, string data, params string[] more)
    {
        using var place = new Workplace();
        string[] words = [command, Repository.Data(data), .. more.Select(word => word.EndsWith(".gz", StringComparison.Ordinal) ? Repository.Data(word) : word), "--quiet", "--out"];
        (await Command.Run([.. words, place["ahead"]])).Done();
        var kind = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var assembly = Path.Combine(Repository.Root, "src", "Clientele.Cli", "bin", kind, "net10.0", "Clientele.Cli.dll");
        using (var other = Command.Start("dotnet", place.Path, [], [assembly, .. words, "late"]))
        {
            other.Input.Close();
            (await other.End()).Done();
        }

        var ahead = Files(place["ahead"]);
        Assert.NotEmpty(ahead);
        Assert.Equal(ahead, Files(place["late"]));
        foreach (var name in ahead.Where(name => name != "run.json" && !name.EndsWith("/run.json", StringComparison.Ordinal)))
        {
            var (one, two) = (await Bytes(place["ahead"], name), await Bytes(place["late"], name));
            Assert.True(one.AsSpan().SequenceEqual(two), $"{name} differs");
        }
    }

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static Task<byte[]> Bytes(string folder, string name) => File.ReadAllBytesAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken);

    [GeneratedRegex("compiled (?<count>[0-9]+) methods", RegexOptions.ExplicitCapture)]
    private static partial Regex CompiledMethods();
}
