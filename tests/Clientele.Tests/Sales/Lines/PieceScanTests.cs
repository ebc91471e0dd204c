using Clientele.Sales.Lines;

namespace Clientele.Tests.Sales.Lines;

public sealed class PieceScanTests
{
    [Fact]
    public void Tells_what_separate_looks_tell()
    {
        var chance = new Random(1);
        var some = "abc,;\n\"é\0\r0123456789"u8.ToArray();
        for (var round = 0; round < 20_000; round++)
        {
            var text = new byte[chance.Next(300)];
            var kinds = 1 + chance.Next(some.Length);
            for (var i = 0; i < text.Length; i++) text[i] = chance.Next(8) == 0 ? some[chance.Next(kinds)] : (byte)'x';
            var scan = PieceScan.Of(text);
            Assert.Equal(text.Count(value => value == '\n'), scan.Feeds);
            Assert.Equal(text.Contains((byte)'"'), scan.HasQuotes);
            Assert.Equal(text.All(value => value is > 0 and < 128), scan.IsPlain);
            var cut = chance.Next(text.Length + 1);
            Assert.Equal(scan, PieceScan.Of(text.AsSpan(cut)).After(PieceScan.Of(text.AsSpan(0, cut))));
        }
    }
}
