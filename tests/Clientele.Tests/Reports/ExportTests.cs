using System.Globalization;
using System.Text;
using System.Text.Json;
using Clientele.Customers;
using Clientele.Reports;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clientele.Tests.Reports;

public sealed class ExportTests
{
    [Theory]
    [InlineData("segments")]
    [InlineData("profiles")]
    [InlineData("curve")]
    [InlineData("audit")]
    [InlineData("run")]
    public void File_is_the_approved_one(string name)
    {
        var export = MadeUp.Export(name);
        Approved.Match(export.File, Encoding.UTF8.GetString(MadeUp.Bytes(export)));
    }

    [Fact]
    public void Every_file_is_strict_utf8_with_line_feeds()
    {
        foreach (var choice in Exports.Catalog)
        {
            var bytes = MadeUp.Bytes(choice.Create(Settings.Defaults));
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.Equal((byte)'\n', bytes[^1]);
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            Assert.NotEqual(0xEF, bytes[0]);
        }
    }

    [Fact]
    public void Another_reader_reads_back_what_was_written()
    {
        using var reader = new CsvReader(new StringReader(Encoding.UTF8.GetString(MadeUp.Bytes(MadeUp.Export("segments")))), new CsvConfiguration(CultureInfo.InvariantCulture));
        reader.Read();
        reader.ReadHeader();
        for (var row = 0; reader.Read(); row++)
        {
            Assert.Equal(Safe(MadeUp.Customers.Ids[row]), reader.GetField("customer"));
            Assert.Equal(MadeUp.Customers["monetary"].Amounts[row].ToText(), reader.GetField("monetary"));
            Assert.Equal(Safe(MadeUp.Customers["country"].Texts[row]), reader.GetField("country"));
            Assert.Equal(MadeUp.Report.Segments.Main.Segments[MadeUp.Report.Segments.Main.Labels[row]].Name, reader.GetField("segment"));
        }
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("-", "'-")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("-12", "-12")]
    [InlineData("+49", "+49")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("-1.5.2", "'-1.5.2")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("00042", "00042")]
    [InlineData("'quoted", "'quoted")]
    public void Spreadsheets_run_no_customer_id(string id, string cell)
    {
        var table = new CustomerTable([id], [new("recency", "days", "Days.", ColumnKind.Number) { Numbers = [1] }]);
        var labels = MadeUp.Report.Segments.Main with { Labels = [0] };
        var report = MadeUp.Report with { Customers = table, Segments = new() { Map = labels } };
        var line = Encoding.UTF8.GetString(MadeUp.Bytes(MadeUp.Export("segments"), new FinishedRun(report, "1"))).Split('\n')[1];
        Assert.StartsWith(cell + ",Champions,high-value,,,,,,1", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_do_not_change_a_byte(int threads)
    {
        var run = Large();
        Assert.Equal(MadeUp.Bytes(MadeUp.Export("segments"), run with { Threads = 1 }), MadeUp.Bytes(MadeUp.Export("segments"), run with { Threads = threads }));
    }

    [Fact]
    public void Trouble_on_any_thread_is_told_and_ends_all()
    {
        using var full = new FullDisk(200_000);
        Assert.Throws<IOException>(() => MadeUp.Export("segments").Write(Large() with { Threads = 4 }, full));
    }

    [Fact]
    public void Stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => MadeUp.Bytes(MadeUp.Export("segments"), Large() with { Threads = 2, Cancellation = stop.Token }));
    }

    [Fact]
    public void Totals_carry_exact_money()
    {
        var totals = JsonDocument.Parse(TotalsJson.Of(MadeUp.Report)).RootElement;
        Assert.Equal("14928.822", totals.GetProperty("money").GetProperty("kept").GetRawText());
        Assert.Equal("15000.000001", totals.GetProperty("money").GetProperty("read").GetRawText());
        Assert.Equal(111, totals.GetProperty("lines").GetProperty("read").GetInt64());
        Assert.True(MadeUp.Report.Audit.Balances);
    }

    [Fact]
    public void Timings_are_the_only_part_that_may_differ()
    {
        var other = MadeUp.Run with { Report = MadeUp.Report with { Timings = [new("reading", 99)] } };
        foreach (var choice in Exports.Catalog)
        {
            var export = choice.Create(Settings.Defaults);
            var (one, two) = (Encoding.UTF8.GetString(MadeUp.Bytes(export)), Encoding.UTF8.GetString(MadeUp.Bytes(export, other)));
            if (export.File == Exports.Run) (one, two) = (one[..one.IndexOf("\"timings\"", StringComparison.Ordinal)], two[..two.IndexOf("\"timings\"", StringComparison.Ordinal)]);
            Assert.Equal(one, two);
        }
    }

    private static string Safe(string text) => text is "=1+1" or "@home" ? "'" + text : text;

    /// <summary>20,000 customers: several blocks for several threads.</summary>
    private static FinishedRun Large()
    {
        const int Count = 20_000;
        var ids = Enumerable.Range(0, Count).Select(i => i.ToString("D6", CultureInfo.InvariantCulture)).ToArray();
        var amounts = Enumerable.Range(0, Count).Select(i => Money.Of(i * 7919L % 1_000_003, 2)).ToArray();
        var table = new CustomerTable(ids,
        [
            new("recency", "days", "Days.", ColumnKind.Number) { Numbers = [.. Enumerable.Range(0, Count).Select(i => (double)(i % 365))] },
            new("monetary", "money", "Money.", ColumnKind.Money) { Amounts = amounts, Numbers = [.. amounts.Select(a => a.ToDouble())] },
        ]);
        var map = MadeUp.Report.Segments.Main with { Labels = [.. Enumerable.Range(0, Count).Select(i => i % 5)] };
        return new FinishedRun(MadeUp.Report with { Customers = table, Segments = new() { Map = map } }, "1");
    }

    /// <summary>Takes so many bytes and not one more.</summary>
    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > room) throw new IOException("No space left on device");
            base.Write(buffer);
        }
    }
}
