using Clientele.Sales.Lines;

namespace Clientele.Tests.Sales.Lines;

public sealed class KeyedHashTests
{
    private static readonly KeyedHash s_hash = KeyedHash.Fixed;

    [Fact]
    public void Bytes_beyond_the_length_never_matter()
    {
        var chance = new Random(1);
        for (var length = 0; length <= 200; length++)
        {
            var (one, other) = (new byte[length + 32], new byte[length + 32]);
            for (var round = 0; round < 5; round++)
            {
                chance.NextBytes(one);
                chance.NextBytes(other);
                one.AsSpan(0, length).CopyTo(other);
                Assert.Equal(Line(one, length), Line(other, length));
                Assert.Equal(s_hash.Id(ref one[0], length), s_hash.Id(ref other[0], length));
            }
        }
    }

    [Fact]
    public void Every_bit_and_the_length_matter()
    {
        var chance = new Random(2);
        for (var length = 0; length <= 200; length++)
        {
            var text = new byte[length + 33];
            chance.NextBytes(text.AsSpan(0, length));
            var (line, id) = (Line(text, length), s_hash.Id(ref text[0], length));
            Assert.NotEqual(line, Line(text, length + 1)); // one zero byte more
            Assert.NotEqual(id, s_hash.Id(ref text[0], length + 1));
            for (var bit = 0; bit < length * 8; bit++)
            {
                text[bit / 8] ^= (byte)(1 << (bit % 8));
                var changed = Line(text, length);
                Assert.True(changed.Low != line.Low && changed.High != line.High, $"bit {bit} of {length} bytes");
                Assert.NotEqual(id, s_hash.Id(ref text[0], length));
                text[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public void Every_bit_of_the_input_flips_about_half_of_the_hash()
    {
        var chance = new Random(3);
        var text = new byte[64];
        var (flips, cases) = (0L, 0);
        for (var round = 0; round < 2_000; round++)
        {
            chance.NextBytes(text);
            var length = chance.Next(1, 48);
            var (before, id) = (Line(text, length), s_hash.Id(ref text[0], length));
            text[chance.Next(length)] ^= (byte)(1 << chance.Next(8));
            var after = Line(text, length);
            flips += long.PopCount((long)(before.Low ^ after.Low)) + long.PopCount((long)(before.High ^ after.High)) + long.PopCount((long)(id ^ s_hash.Id(ref text[0], length)));
            cases += 192;
        }

        Assert.InRange(flips / (double)cases, 0.48, 0.52);
    }

    [Fact]
    public void Keys_differ_and_so_do_their_hashes()
    {
        var text = "17850"u8.ToArray().AsSpan().ToArray().Concat(new byte[16]).ToArray();
        var ids = Enumerable.Range(0, 100).Select(_ => KeyedHash.Fresh().Id(ref text[0], 5)).ToHashSet();
        Assert.Equal(100, ids.Count);
    }

    [Fact]
    public void Pairs_are_ordered()
    {
        var chance = new Random(4);
        var seen = new HashSet<ulong>();
        for (var i = 0; i < 20_000; i++)
        {
            var (a, b) = ((ulong)chance.NextInt64(), (ulong)chance.NextInt64());
            Assert.True(seen.Add(s_hash.Pair(a, b)) && seen.Add(s_hash.Pair(b, a)) && seen.Add(s_hash.Pair(a, b ^ 1)));
        }
    }

    private static (ulong Low, ulong High) Line(byte[] text, int length)
    {
        s_hash.Line(ref text[0], length, out var low, out var high);
        return (low, high);
    }
}
