using System.IO.Compression;

namespace Clientele.EndToEnd;

/// <summary>What cannot be done is said with place and remedy, and leaves nothing behind.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private const string Line = "536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850,France\n";

    private readonly Workplace _place = new();

    [Fact]
    public async Task Unknown_option() => await Refused(2, "--mothod", "--mothod", "rfm", _place.Write("sales.csv", Header + Line));

    [Fact]
    public async Task Missing_file() => await Refused(2, "nowhere.csv", _place["nowhere.csv"]);

    [Fact]
    public async Task Empty_file() => await Refused(3, "empty.csv", _place.Write("empty.csv", ""));

    [Fact]
    public async Task Header_alone() => await Refused(3, "header.csv", _place.Write("header.csv", Header));

    [Fact]
    public async Task Column_that_is_not_there() => await Refused(2, "Klient", "--customer", "Klient", _place.Write("sales.csv", Header + Line));

    [Fact]
    public async Task Day_and_month_that_cannot_be_told_apart() =>
        await Refused(3, "--date-order", _place.Write("sales.csv", Header + Line.Replace("2010-12-01 08:26:00", "03/04/2011", StringComparison.Ordinal)));

    [Fact]
    public async Task Quote_that_never_closes_names_the_line_where_it_opens()
    {
        var open = Line.Replace("HEART", "\"HEART", StringComparison.Ordinal);
        await Refused(3, "quote.csv:5:", _place.Write("quote.csv", Header + string.Concat(Enumerable.Repeat(Line, 3)) + open + string.Concat(Enumerable.Repeat(Line, 40_000))));
    }

    [Fact]
    public async Task Packed_file_that_ends_too_soon()
    {
        var packed = await File.ReadAllBytesAsync(Repository.Data("CDNOW_sample.txt.gz"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_place["cut.txt.gz"], packed.AsMemory(..(packed.Length / 2)), TestContext.Current.CancellationToken);
        await Refused(3, "cut.txt.gz", _place["cut.txt.gz"]);
    }

    [Fact]
    public async Task Packed_file_with_a_wrong_check_sum()
    {
        await using (var packed = new GZipStream(File.Create(_place["sum.csv.gz"]), CompressionLevel.Fastest)) packed.Write(System.Text.Encoding.UTF8.GetBytes(Header + Line));
        var bytes = await File.ReadAllBytesAsync(_place["sum.csv.gz"], TestContext.Current.CancellationToken);
        bytes[^8] ^= 1;
        await File.WriteAllBytesAsync(_place["sum.csv.gz"], bytes, TestContext.Current.CancellationToken);
        await Refused(3, "sum.csv.gz", _place["sum.csv.gz"]);
    }

    [Fact]
    public async Task Every_line_taken_out_says_by_which_rule() =>
        await Refused(3, "cancellation", _place.Write("sales.csv", Header + Line.Replace("536365", "C536365", StringComparison.Ordinal)));

    [Fact]
    public async Task Folder_that_holds_other_things()
    {
        Directory.CreateDirectory(_place["out"]);
        await File.WriteAllTextAsync(_place["out/letter.txt"], "dear", TestContext.Current.CancellationToken);
        (await Command.Run("segment", _place.Write("sales.csv", Header + Line), "--out", _place["out"])).Refused(2);
        Assert.Equal(["letter.txt"], Directory.GetFiles(_place["out"]).Select(Path.GetFileName));
        Assert.Equal(["out", "sales.csv"], _place.Names);
    }

    [Fact]
    public async Task Disk_that_is_full_keeps_the_old_run()
    {
        var file = Repository.Data("Retail_Transaction_Dataset.csv.gz");
        (await Command.Run("segment", file, "--out", _place["run"])).Done();
        var before = await File.ReadAllBytesAsync(_place["run/segments.csv"], TestContext.Current.CancellationToken);

        // The runtime itself needs a large file for its code pages unless it is told to do without.
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DOTNET_EnableWriteXorExecute"] = "0" };
        using var command = Command.Start("/bin/sh", _place.Path, environment, "-c", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", "sh", Repository.Script, "segment", file, "--out", "run", "--force", "--method", "rfm");
        command.Input.Close();
        (await command.End()).Refused(5);
        Assert.Equal(["run"], _place.Names);
        Assert.Equal(before, await File.ReadAllBytesAsync(_place["run/segments.csv"], TestContext.Current.CancellationToken));
    }

    public void Dispose() => _place.Dispose();

    /// <summary>Runs <c>segment</c> into a folder, expects that code and a message with that text, and no folder.</summary>
    private async Task Refused(int code, string says, params string[] arguments)
    {
        var before = _place.Names;
        var outcome = (await Command.Run(["segment", .. arguments, "--out", _place["run"]])).Refused(code);
        Assert.Contains(says, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("17850", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(before, _place.Names);
    }
}
