using System.Diagnostics;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Files;

namespace Clientele.Tests.Sales.Files;

public sealed class TextProbeTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(131_072)]
    public void Small_files_are_taken_whole(int length)
    {
        var text = Lines(length);
        var sample = Scratch.Take(_scratch.Write("s.csv", text));
        Assert.True(sample.Complete);
        Assert.Equal(text, Assert.Single(sample.Parts));
        Assert.Equal(length, sample.Length);
    }

    [Theory]
    [InlineData(131_073)]
    [InlineData(140_000)]
    [InlineData(200_000)]
    [InlineData(1_000_000)]
    public void Large_files_give_lines_from_five_places(int length)
    {
        var text = Lines(length);
        var sample = Scratch.Take(_scratch.Write("l.csv", text));
        Assert.False(sample.Complete);
        Assert.InRange(sample.Parts[0].Length, 60_000, 65_536);
        var end = 0;
        foreach (var part in sample.Parts)
        {
            var at = text.AsSpan(end).IndexOf(part) + end;
            Assert.True(at == 0 || (at >= end && text[at - 1] == '\n'));
            Assert.True(at + part.Length == length || part[^1] == '\n');
            end = at + part.Length;
        }

        Assert.Equal(length, end);
        if (length == 1_000_000) Assert.Equal(5, sample.Parts.Count);
    }

    [Fact]
    public void One_endless_line_is_cut_between_characters()
    {
        var sample = Scratch.Take(_scratch.Write("e.csv", new string('€', 100_000)));
        Assert.Equal(65_535, Assert.Single(sample.Parts).Length);
        Assert.Null(Utf8Damage.Find(sample.Parts[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Empty_files_are_an_error(string text)
    {
        Assert.Equal("file.empty", Scratch.Refused(() => Scratch.Take(_scratch.Write("e.csv", text))).Code);
        Assert.Equal("file.empty", Scratch.Refused(() => Scratch.Take(_scratch.Write("e.gz", Scratch.Gzip(text)))).Code);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(500_300)]
    public void A_block_of_zeros_is_damage_at_its_byte(int offset)
    {
        var text = Lines(1_000_000);
        text.AsSpan(offset, 5000).Clear();
        var trouble = Scratch.Refused(() => Scratch.Take(_scratch.Write("z.csv", text)));
        Assert.Equal("file.nul-block", trouble.Code);
        Assert.Contains($"byte {offset:N0}:", trouble.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_zero_is_left_to_its_line()
    {
        var text = Lines(2000);
        text[1000] = 0;
        Assert.Equal(text, Scratch.ReadAll(_scratch.Write("z.csv", text)));
    }

    [Theory]
    [InlineData("CDNOW_master.txt.gz")]
    [InlineData("marketing_data.csv.gz")]
    [InlineData("Retail_Transaction_Dataset.csv.gz")]
    [InlineData("Mall_Customers.csv.gz")]
    [InlineData("online_retail.csv.gz")]
    public void The_shared_files_are_utf8_in_gzip(string name)
    {
        var sample = Scratch.Take(Scratch.Shared(name));
        Assert.Equal(Container.Gzip, sample.Container);
        Assert.Equal("utf-8", sample.Encoding);
        Assert.False(sample.CarriageReturns);
        Assert.NotEqual(0xEF, sample.Parts[0][0]);
    }

    [Fact]
    public void Looking_takes_a_millisecond_at_most()
    {
        var path = _scratch.Write("l.csv", Lines(4_000_000));
        var best = double.MaxValue;
        for (var i = 0; i < 200 && best > 1; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Scratch.Take(path);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Assert.InRange(best, 0, 1);
    }

    [Fact]
    public void A_file_that_grows_shrinks_or_changes_while_read_is_an_error()
    {
        var lines = Lines(3_000_000);
        foreach (var packed in new[] { false, true })
        {
            // Noise keeps the packed file large, so that reading has not run ahead to its end when it changes.
            var bytes = packed ? Scratch.Gzip(lines.Select((b, i) => (byte)(b + i * 7919 % 31)).ToArray()) : lines;
            foreach (var change in new Action<FileStream>[] { f => { f.Position = f.Length; f.WriteByte(10); }, f => f.SetLength(f.Length - 100), f => { f.Position = f.Length - 1; f.WriteByte(10); } })
            {
                var path = _scratch.Write("c.csv", bytes);
                File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
                using var stream = TextStream.Open(path, new TextFormat { Container = packed ? Container.Gzip : Container.Plain }, null);
                stream.ReadExactly(new byte[64]);
                using (var other = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) change(other);
                var trouble = Scratch.Refused(() => Scratch.Drain(stream, 1 << 16));
                Assert.True(trouble.Code == "file.changed" || (packed && trouble.Code.StartsWith("file.gzip-", StringComparison.Ordinal)), trouble.Code);
            }
        }
    }

    [Fact]
    public void Random_bytes_are_read_or_refused_but_never_crash()
    {
        var random = new Random(5);
        byte[][] starts = [[], [0x1F, 0x8B, 8, 0], [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [.. "a,b\n1,2\n"u8]];
        for (var i = 0; i < 3000; i++)
        {
            var noise = new byte[random.Next(1, i % 100 == 0 ? 200_000 : 600)];
            random.NextBytes(noise);
            if (i % 3 == 0) for (var j = 0; j < noise.Length; j++) noise[j] = (byte)(32 + noise[j] % 95);
            var path = _scratch.Write("r.csv", [.. starts[i % starts.Length], .. noise]);
            try
            {
                Scratch.ReadAll(path, i % 5 == 0 ? "macintosh" : null);
            }
            catch (UserException trouble)
            {
                Assert.Matches("^(file|encoding|sheet|workbook|xlsx|xls)[.a-z0-9-]+$", trouble.Code);
                Assert.NotEmpty(trouble.Fix);
            }
        }
    }

    public void Dispose() => _scratch.Dispose();

    private static byte[] Lines(int length)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++) text.Append(i).Append(",C").Append(i * 7919L % 100_003).Append(",12.50\n");
        return Encoding.ASCII.GetBytes(text.ToString()[..length]);
    }
}
