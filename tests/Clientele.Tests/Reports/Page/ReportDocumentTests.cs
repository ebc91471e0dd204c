using System.Globalization;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Clientele.Customers;
using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Segments;

namespace Clientele.Tests.Reports.Page;

/// <summary>The document that report.html and the dashboard show: exact, small, harmless.</summary>
public sealed class ReportDocumentTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    [Fact]
    public void Approved() => Clientele.Tests.Approved.Match("report-document.json", Indented(ReportDocument.Of(MadeUp.Run)));

    [Fact]
    public void Threads_and_timings_do_not_change_a_byte()
    {
        var one = ReportDocument.Of(MadeUp.Run with { Threads = 1 });
        Assert.Equal(one, ReportDocument.Of(MadeUp.Run with { Threads = 7 }));
        Assert.Equal(one, ReportDocument.Of(MadeUp.Run with { Report = MadeUp.Report with { Timings = [] } }));
    }

    [Fact]
    public void Ids_are_left_out_when_values_are_not_wanted()
    {
        Assert.True(Root(MadeUp.Run).GetProperty("customers").TryGetProperty("ids", out _));
        Assert.False(Root(MadeUp.Run with { ShowValues = false }).GetProperty("customers").TryGetProperty("ids", out _));
    }

    [Fact]
    public void Nothing_in_it_can_end_its_element()
    {
        string[] evil = ["</script>", "<!--", "a\u2028b\u2029c", "]]>", "&amp;"];
        var table = new CustomerTable(evil, [new("recency", "days", "Days.", ColumnKind.Number) { Numbers = [1, 2, 3, 4, 5] }]);
        var segments = new SegmentsResult { Map = new Segmentation { Method = "rfm", Labels = [0, 0, 0, 0, 0], Segments = [new(evil[0], evil[1], evil[2], 5, Money.Zero)] } };
        var bytes = ReportDocument.Of(new FinishedRun(MadeUp.Report with { Customers = table, Segments = segments }, "1"));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain(text, c => c is '<' or '>' or '&' or '\u2028' or '\u2029');
        Assert.Equal(evil, Root(bytes).GetProperty("customers").GetProperty("ids").EnumerateArray().Select(e => e.GetString()!));
    }

    [Theory]
    [InlineData(19_999)]
    [InlineData(20_000)]
    [InlineData(20_001)]
    [InlineData(60_000)]
    public void Totals_are_exact_with_rows_and_with_groups(int count)
    {
        var run = Many(count);
        var customers = Root(run).GetProperty("customers");
        var money = customers.GetProperty("money");
        var limbs = money.GetProperty("limbs").EnumerateArray().Select(l => l.GetBytesFromBase64()).ToArray();
        var counts = customers.TryGetProperty("counts", out var c) ? c.GetBytesFromBase64() : null;
        var codes = customers.GetProperty("dimensions").EnumerateArray().ToDictionary(d => d.GetProperty("key").GetString()!, d => d.GetProperty("codes").GetBytesFromBase64(), StringComparer.Ordinal);
        Assert.Equal(count > CustomersJson.MostRows, counts is not null);
        Assert.All(codes.Values, column => Assert.Equal(customers.GetProperty("rows").GetInt32(), column.Length));
        for (var segment = 0; segment < 3; segment++)
        {
            var (people, sum) = (0, (Int128)0);
            for (var row = 0; row < codes["segment"].Length; row++)
            {
                if (codes["segment"][row] != segment) continue;
                people += counts is null ? 1 : BinaryPrimitives.ReadInt32LittleEndian(counts.AsSpan(row * 4));
                for (var l = limbs.Length - 1; l >= 0; l--) sum += BinaryPrimitives.ReadInt32LittleEndian(limbs[l].AsSpan(row * 4)) * Power(l);
            }

            var expected = run.Report.Segments.Map!.Segments[segment];
            Assert.Equal(expected.Count, people);
            Assert.Equal(expected.Money, Money.Of(sum, money.GetProperty("decimals").GetInt32()));
        }
    }

    [Fact]
    public void A_million_customers_stay_a_small_document()
    {
        var bytes = ReportDocument.Of(Many(1_000_000));
        Assert.InRange(bytes.Length, 10_000, 4_000_000);
        Assert.InRange(Root(bytes).GetProperty("customers").GetProperty("rows").GetInt32(), 1000, Cells.Most);
    }

    /// <summary>Customers of every kind, with amounts from thousandths to beyond what a double holds.</summary>
    private static FinishedRun Many(int count)
    {
        var (recency, frequency, tenure) = (new double[count], new double[count], new double[count]);
        var (amounts, numbers, countries, ids, labels) = (new Money[count], new double[count], new string[count], new string[count], new int[count]);
        var state = 1UL;
        var sums = new Money[3];
        var sizes = new int[3];
        for (var i = 0; i < count; i++)
        {
            ids[i] = i.ToString("D8", CultureInfo.InvariantCulture);
            recency[i] = Next(700);
            tenure[i] = recency[i] + Next(400);
            frequency[i] = 1 + (Next(40) * Next(40) / 90);
            amounts[i] = i == 5 ? Money.Of(9_123_456_789_012_345_678, 3) : Money.Of(Next(1 << 30) - 1000, 3);
            numbers[i] = amounts[i].ToDouble();
            countries[i] = $"Land {Next(30) * Next(30) / 40}";
            labels[i] = Next(3);
            sums[labels[i]] += amounts[i];
            sizes[labels[i]]++;
        }

        var table = new CustomerTable(ids,
        [
            new("recency", "days", "Days.", ColumnKind.Number) { Numbers = recency }, new("frequency", "orders", "Orders.", ColumnKind.Number) { Numbers = frequency },
            new("monetary", "money", "Money.", ColumnKind.Money) { Numbers = numbers, Amounts = amounts }, new("tenure", "days", "Days.", ColumnKind.Number) { Numbers = tenure },
            new("main_country", "", "Country.", ColumnKind.Text) { Texts = countries },
        ]);
        var map = new Segmentation { Method = "rfm", Labels = labels, Segments = [.. sums.Select((sum, i) => new Segment($"S{i}", "Why.", "lost", sizes[i], sum))] };
        return new FinishedRun(MadeUp.Report with { Customers = table, Segments = new SegmentsResult { Map = map } }, "1");

        int Next(int below)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            return (int)((state >> 33) % (uint)below);
        }
    }

    private static Int128 Power(int limb)
    {
        Int128 power = 1;
        for (var i = 0; i < limb; i++) power *= 1_000_000_000;
        return power;
    }

    private static JsonElement Root(FinishedRun run) => Root(ReportDocument.Of(run));

    private static JsonElement Root(byte[] bytes) => JsonDocument.Parse(bytes).RootElement;

    private static string Indented(byte[] bytes) => JsonSerializer.Serialize(Root(bytes), s_indented) + "\n";
}
