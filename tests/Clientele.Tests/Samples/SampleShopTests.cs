using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Clientele.Cleaning;
using Clientele.Samples;

namespace Clientele.Tests.Samples;

public sealed class SampleShopTests
{
    [Theory]
    [InlineData(1UL, 400, 1.0)]
    [InlineData(2UL, 150, 5.0)]
    [InlineData(3UL, 150, 0.0)]
    [InlineData(ulong.MaxValue, 1, 1.0)]
    public void Summary_is_what_a_plain_recount_finds(ulong seed, int customers, double dirt)
    {
        var (file, _, summary) = Write(new SampleOptions { Seed = seed, Customers = customers, Dirt = dirt });
        var recount = PlainRecount.Of(file);

        Assert.True(summary.Audit.Balances);
        Assert.Equal(recount.Lines, summary.Audit.LinesRead);
        Assert.Equal(file.Length, summary.Bytes);
        Assert.Equal(recount.Excluded.Keys, summary.Audit.Excluded.Select(e => e.Rule));
        foreach (var entry in summary.Audit.Excluded) AssertEntry(recount.Excluded[entry.Rule], entry);
        Assert.Equal(recount.Kept.Count, summary.Audit.LinesKept);
        AssertMoney(recount.Kept.Sum(s => s.Quantity * s.Price), summary.Audit.MoneyKept);

        Assert.Equal(recount.Kept.DistinctBy(s => s.Customer.Trim()).Count(), summary.Customers);
        Assert.Equal(recount.Kept.DistinctBy(s => s.Customer).Count(), summary.CustomerIds);
        Assert.Equal(recount.Kept.DistinctBy(s => s.Invoice).Count(), summary.Orders);
        Assert.Equal(recount.Kept.DistinctBy(s => s.Code).Count(), summary.Products);
        Assert.Equal(recount.Kept.DistinctBy(s => s.Country).Count(), summary.Countries);
        Assert.Equal(recount.Kept.Min(s => s.Date), summary.First);
        Assert.Equal(recount.Kept.Max(s => s.Date), summary.Last);

        var charges = recount.Kept.Where(s => s.Code is "POST" or "M" or "DISCOUNT" or "BANK CHARGES" or "B").ToList();
        var tests = recount.Kept.Where(s => s.Code == "TEST001").ToList();
        AssertEntry((charges.Count, charges.Sum(s => s.Quantity * s.Price)), summary.NonProduct);
        AssertEntry((tests.Count, tests.Sum(s => s.Quantity * s.Price)), summary.TestOrder);
    }

    [Fact]
    public void Bytes_are_the_recorded_ones()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "reference", "sample.json")));
        var cases = reference.RootElement.GetProperty("cases").EnumerateArray().ToList();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var (sales, truth, summary) = Write(new SampleOptions
            {
                Seed = one.GetProperty("seed").GetUInt64(),
                Customers = one.GetProperty("customers").GetInt32(),
                Lines = one.TryGetProperty("lines", out var lines) ? lines.GetInt64() : null,
            });
            Assert.Equal(one.GetProperty("salesSha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(sales)));
            Assert.Equal(one.GetProperty("truthSha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(truth)));
            Assert.Equal(one.GetProperty("linesWritten").GetInt64(), summary.Audit.LinesRead);
            Assert.Equal(one.GetProperty("moneyKept").GetString(), summary.Audit.MoneyKept.ToText());
        }
    }

    [Fact]
    public void Culture_and_company_do_not_matter()
    {
        var options = new SampleOptions { Customers = 60, Seed = 9 };
        var alone = Write(options).Sales;
        var together = new byte[4][];
        Parallel.For(0, together.Length, i =>
        {
            var before = CultureInfo.CurrentCulture;
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NumberDecimalSeparator = ";";
            odd.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = odd;
            together[i] = Write(options).Sales;
            CultureInfo.CurrentCulture = before;
        });
        Assert.All(together, bytes => Assert.True(alone.AsSpan().SequenceEqual(bytes)));
        Assert.False(alone.AsSpan().SequenceEqual(Write(options with { Seed = 10 }).Sales));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(777, null)]
    [InlineData(50_000, null)]
    [InlineData(30_000, 500)]
    public void Exactly_the_lines_asked_for(int lines, int? customers)
    {
        var (file, _, summary) = Write(new SampleOptions { Lines = lines, Customers = customers });
        Assert.Equal(lines, summary.Audit.LinesRead);
        Assert.Equal(lines, file.Count(b => b == '\n') - 1);
        Assert.Equal(lines, PlainRecount.Of(file).Lines);
    }

    [Fact]
    public void Lines_fill_the_period()
    {
        var (_, _, summary) = Write(new SampleOptions { Lines = 200_000, Seed = 4 });
        Assert.InRange(summary.Last!.Value, new DateTime(2025, 11, 20), new DateTime(2025, 12, 31));
        Assert.InRange(summary.First!.Value, new DateTime(2024, 1, 1), new DateTime(2024, 1, 4));
    }

    [Fact]
    public void Memory_grows_with_customers_not_with_lines()
    {
        long Allocated(long lines)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            SampleShop.Write(new SampleOptions { Lines = lines, Customers = 500 }, Stream.Null, truth: null);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var few = Allocated(50_000);
        var many = Allocated(800_000);
        Assert.True(many - few < 512 * 1024, $"{few:N0} bytes for 50,000 lines, {many:N0} for 800,000");
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => SampleShop.Write(new SampleOptions(), Stream.Null, null, source.Token));
    }

    [Fact]
    public void Options_name_what_is_out_of_range()
    {
        var error = Assert.Throws<UserException>(() => new SampleOptions { Customers = 0 });
        Assert.Equal("sample.range", error.Code);
        Assert.Contains("customers is 0", error.What, StringComparison.Ordinal);
        Assert.Throws<UserException>(() => new SampleOptions { Lines = 0 });
        Assert.Throws<UserException>(() => new SampleOptions { Days = 3 });
        Assert.Throws<UserException>(() => new SampleOptions { Dirt = double.NaN });
        Assert.Throws<UserException>(() => new SampleOptions { Start = new DateOnly(1, 1, 1) });
    }

    internal static (byte[] Sales, byte[] Truth, SampleSummary Summary) Write(SampleOptions options)
    {
        using var sales = new MemoryStream();
        using var truth = new MemoryStream();
        var summary = SampleShop.Write(options, sales, truth);
        return (sales.ToArray(), truth.ToArray(), summary);
    }

    private static void AssertEntry((long Lines, decimal Money) expected, AuditEntry actual)
    {
        Assert.True(expected.Lines == actual.Lines, $"{actual.Rule}: {expected.Lines} lines recounted, {actual.Lines} stated");
        AssertMoney(expected.Money, actual.Money);
    }

    private static void AssertMoney(decimal expected, Money actual) => Assert.Equal(Money.Of((Int128)(expected * 1000), 3), actual);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Clientele.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("Clientele.slnx was not found above the tests.");
    }
}
