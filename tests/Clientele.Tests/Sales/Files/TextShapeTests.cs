using System.Text;
using Clientele.Sales;
using Clientele.Sales.Files;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Sales.Files;

/// <summary>Line ends and blank runs.</summary>
public sealed class TextShapeTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("a,b\n1,2\n", false, "LF")]
    [InlineData("a,b\r\n1,2\r\n", false, "CRLF")]
    [InlineData("a,b\r1,2\r", true, "CR")]
    [InlineData("a,b\r1,2", true, "CR")]
    [InlineData("a,b\r\n1,2\n", false, "mixed")]
    [InlineData("a,b\n1,\"x\ry\"\n2,z\n", false, "LF")]
    [InlineData("a,b\r\n1,\"x\ry\"\r\n", false, "CRLF")]
    [InlineData("a,b\n1,x\ry\n2,z\n3,w\n", false, "mixed")]
    [InlineData("a,b\r1,x\r2,z\n3,w\n", true, "mixed")]
    [InlineData("a,b\r\r\n1,x\r\r\n2,z\r\r\n", true, "mixed")]
    [InlineData("a,b", false, "none")]
    public void Line_ends_are_seen(string text, bool carriageReturns, string value)
    {
        var path = _scratch.Write("t.csv", text);
        var sample = Scratch.Take(path);
        Assert.Equal(carriageReturns, sample.CarriageReturns);
        Assert.Equal(value, sample.Decisions[2].Value);
        var expected = carriageReturns ? text.Replace("\r\n", "\0", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "\r\n", StringComparison.Ordinal) : text;
        Assert.Equal(expected, Encoding.UTF8.GetString(sample.Parts[0]));
        foreach (var piece in new[] { 1, 64, 65, 5000 }) Assert.Equal(expected, Encoding.UTF8.GetString(Scratch.ReadAll(path, piece: piece)));
    }

    [Fact]
    public void Carriage_returns_become_line_feeds_wherever_buffers_end()
    {
        var random = new Random(3);
        var text = new byte[200_000];
        for (var i = 0; i < text.Length; i++) text[i] = random.Next(6) switch { 0 or 1 => (byte)'\r', 2 => (byte)'\n', _ => (byte)'x' };
        var expected = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(text).Replace("\r\n", "\0", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "\r\n", StringComparison.Ordinal));
        foreach (var piece in new[] { 1, 64, 71, 4096, 300_000 }) Assert.Equal(expected, Scratch.Drain(new CarriageReturnStream(new MemoryStream(text)), piece));
    }

    [Theory]
    [InlineData(" 00001 19970101  1   11.77\r\n 00002  x\r\n", "00001 19970101 1 11.77\r\n00002 x\r\n")]
    [InlineData("a\t \tb   \n\t\n  c", "a b\n\nc")]
    [InlineData("a  \"x  y\"  b\n", "a \"x  y\" b\n")]
    [InlineData("a  \"x \"\"  y\"\"  z\"  b\n", "a \"x \"\"  y\"\"  z\" b\n")]
    [InlineData("5\"  pipe  6\"\"  x\n", "5\" pipe 6\"\" x\n")]
    [InlineData("\"two\n  lines\"   b\n", "\"two\n  lines\" b\n")]
    [InlineData("   ", "")]
    public void Blank_runs_become_one_blank(string text, string expected)
    {
        foreach (var piece in new[] { 1, 64, 5000 }) Assert.Equal(expected, Encoding.UTF8.GetString(Scratch.Drain(new BlankRunStream(new MemoryStream(Encoding.UTF8.GetBytes(text))), piece)));
    }

    [Fact]
    public void Without_quotes_blank_runs_are_what_splitting_at_blanks_says()
    {
        var texts = Gen.Elements(' ', ' ', '\t', '\n', 'a', 'é').ListOf().Select(l => string.Concat(l));
        Check.One(
            Cases.Of(1000),
            Prop.ForAll(texts.ToArbitrary(), text =>
            {
                var expected = string.Join('\n', text.Split('\n').Select(line => string.Join(' ', line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))));
                return Encoding.UTF8.GetString(Scratch.Drain(new BlankRunStream(new MemoryStream(Encoding.UTF8.GetBytes(text))), 64)) == expected;
            }));
    }

    [Fact]
    public void Everything_together_on_a_packed_old_file()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $" {i:D5}  Zürich\t {i % 7}  \r"));
        var path = _scratch.Write("old.gz", Scratch.Gzip(EncodingTests.Bytes("macintosh", false, text)));
        var sample = Scratch.Take(path, "mac");
        Assert.True(sample.CarriageReturns);
        using var stream = TextStream.Open(path, Scratch.Format(sample) with { BlankRuns = true }, null);
        Assert.Equal(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i:D5} Zürich {i % 7}\n")), Encoding.UTF8.GetString(Scratch.Drain(stream, 9999)));
    }

    [Fact]
    public void The_only_formats_read_without_a_stream_are_plain_ones()
    {
        var plain = new TextFormat();
        Assert.True(TextStream.IsPlain(plain));
        Assert.False(TextStream.IsPlain(plain with { Container = Container.Gzip }));
        Assert.False(TextStream.IsPlain(plain with { Encoding = "windows-1252" }));
        Assert.False(TextStream.IsPlain(plain with { CarriageReturns = true }));
        Assert.False(TextStream.IsPlain(plain with { BlankRuns = true }));
        foreach (var (mark, length) in new[] { ("", 0), ("\uFEFF", 3) })
        {
            var path = _scratch.Write("p.csv", mark + "a,b\n");
            using var handle = TextStream.OpenHandle(path);
            Assert.Equal(length, TextStream.BomLength(handle));
            Assert.Equal(length + 4, FileStamp.Of(handle).Length);
            Assert.Equal("a,b\n", Encoding.UTF8.GetString(Scratch.ReadAll(path)));
        }
    }

    public void Dispose() => _scratch.Dispose();
}
