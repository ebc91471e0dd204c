using Clientele.Sales.Lines;

namespace Clientele.Tests.Sales.Lines;

public sealed class KeyedHashTests
{
    /// <summary>With the processor's instructions where it has them, and without.</summary>
    public static TheoryData<bool> Kinds => [false, true];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Bytes_beyond_the_length_never_matter(bool portable)
    {
        var hash = Hash(portable);
        var chance = new Random(1);
        for (var length = 0; length <= 200; length++)
        {
            var (one, other) = (new byte[length + 32], new byte[length + 32]);
            for (var round = 0; round < 5; round++)
            {
                chance.NextBytes(one);
                chance.NextBytes(other);
                one.AsSpan(0, length).CopyTo(other);
                Assert.Equal(Line(hash, one, length), Line(hash, other, length));
                Assert.Equal(hash.Id(ref one[0], length), hash.Id(ref other[0], length));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_bit_and_the_length_matter(bool portable)
    {
        var hash = Hash(portable);
        var chance = new Random(2);
        for (var length = 0; length <= 200; length++)
        {
            var text = new byte[length + 33];
            chance.NextBytes(text.AsSpan(0, length));
            var (line, id) = (Line(hash, text, length), hash.Id(ref text[0], length));
            Assert.NotEqual(line, Line(hash, text, length + 1)); // one zero byte more
            Assert.NotEqual(id, hash.Id(ref text[0], length + 1));
            for (var bit = 0; bit < length * 8; bit++)
            {
                text[bit / 8] ^= (byte)(1 << (bit % 8));
                var changed = Line(hash, text, length);
                Assert.True(changed.Low != line.Low && changed.High != line.High, $"bit {bit} of {length} bytes");
                Assert.NotEqual(id, hash.Id(ref text[0], length));
                text[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_bit_of_the_input_flips_about_half_of_the_hash(bool portable)
    {
        var hash = Hash(portable);
        var chance = new Random(3);
        var text = new byte[64];
        var (flips, cases) = (0L, 0);
        for (var round = 0; round < 2_000; round++)
        {
            chance.NextBytes(text);
            var length = chance.Next(1, 48);
            var (before, id) = (Line(hash, text, length), hash.Id(ref text[0], length));
            text[chance.Next(length)] ^= (byte)(1 << chance.Next(8));
            var after = Line(hash, text, length);
            flips += long.PopCount((long)(before.Low ^ after.Low)) + long.PopCount((long)(before.High ^ after.High)) + long.PopCount((long)(id ^ hash.Id(ref text[0], length)));
            cases += 192;
        }

        Assert.InRange(flips / (double)cases, 0.48, 0.52);
    }

    /// <summary>Blocks of 16 bytes that change places, and equal blocks that both become something else, make another hash.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_block_matters_in_its_place(bool portable)
    {
        var hash = Hash(portable);
        var chance = new Random(5);
        for (var length = 32; length <= 400; length += chance.Next(1, 14))
        {
            var text = new byte[length + 16];
            chance.NextBytes(text);
            for (var i = 0; i + 16 <= length; i += 16)
            {
                for (var j = i + 16; j + 16 <= length; j += 16)
                {
                    var (swapped, alike, other) = ((byte[])text.Clone(), (byte[])text.Clone(), (byte[])text.Clone());
                    text.AsSpan(i, 16).CopyTo(swapped.AsSpan(j));
                    text.AsSpan(j, 16).CopyTo(swapped.AsSpan(i));
                    alike.AsSpan(i, 16).CopyTo(alike.AsSpan(j));
                    other.AsSpan(i, 16).Fill((byte)' ');
                    other.AsSpan(j, 16).Fill((byte)' ');
                    Assert.True(Line(hash, text, length) != Line(hash, swapped, length), $"{length} bytes, blocks at {i} and {j} change places");
                    Assert.True(Line(hash, alike, length) != Line(hash, other, length), $"{length} bytes, equal blocks at {i} and {j}");
                }
            }
        }
    }

    [Fact]
    public void Keys_differ_and_so_do_their_hashes()
    {
        var text = "17850"u8.ToArray().AsSpan().ToArray().Concat(new byte[16]).ToArray();
        var ids = Enumerable.Range(0, 100).Select(_ => KeyedHash.Fresh().Id(ref text[0], 5)).ToHashSet();
        Assert.Equal(100, ids.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pairs_are_ordered(bool portable)
    {
        var hash = Hash(portable);
        var chance = new Random(4);
        var seen = new HashSet<ulong>();
        for (var i = 0; i < 20_000; i++)
        {
            var (a, b) = ((ulong)chance.NextInt64(), (ulong)chance.NextInt64());
            Assert.True(seen.Add(hash.Pair(a, b)) && seen.Add(hash.Pair(b, a)) && seen.Add(hash.Pair(a, b ^ 1)));
        }
    }

    private static KeyedHash Hash(bool portable) => new("thirty-two bytes of a known key."u8, portable);

    private static (ulong Low, ulong High) Line(KeyedHash hash, byte[] text, int length)
    {
        hash.Line(ref text[0], length, out var low, out var high);
        return (low, high);
    }
}
