using System.Security.Cryptography;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Files;

namespace Clientele.Tests.Sales.Files;

public sealed class GzipTests : IDisposable
{
    private const string Text = "Invoice,Customer,Amount\n1,Ann,2.50\n2,Bob,3.75\n3,Çelik,4.00\n";

    private readonly Scratch _scratch = new();

    public static TheoryData<string> Texts => [Text, "a", "", new string('x', 300_000), string.Concat(Enumerable.Range(0, 9000).Select(i => $"{i},{i * 7919 % 1009}\n"))];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_comes_back_whole(string text)
    {
        var path = _scratch.Write("a.gz", Scratch.Gzip(text + "end\n"));
        Assert.Equal(text + "end\n", Encoding.UTF8.GetString(Scratch.ReadAll(path)));
    }

    [Fact]
    public void Truncation_at_every_byte_is_an_error()
    {
        foreach (var packed in new[] { Scratch.Gzip(Text), Scratch.Gzip(""), Scratch.Gzip(RandomNumberGeneratorBytes(40)), Stored(Text) })
        {
            for (var length = 2; length < packed.Length; length++)
            {
                var path = _scratch.Write("cut.gz", packed[..length]);
                var trouble = Scratch.Refused(() => Drained(path));
                Assert.Equal("file.gzip-truncated", trouble.Code);
                Assert.Contains("truncated", trouble.What, StringComparison.Ordinal);
                Assert.Equal(ExitCode.BadData, trouble.Exit);
            }
        }
    }

    [Fact]
    public void Truncation_of_a_second_member_is_an_error_at_every_byte()
    {
        var first = Scratch.Gzip(Text);
        byte[] both = [.. first, .. Scratch.Gzip(Text)];
        for (var length = first.Length + 1; length < both.Length; length++)
        {
            var path = _scratch.Write("cut.gz", both[..length]);
            var code = Scratch.Refused(() => Drained(path)).Code;
            Assert.True(code is "file.gzip-truncated" or "file.gzip-trailing", $"{length}: {code}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(50)]
    public void Members_are_read_one_after_the_other(int count)
    {
        var members = Enumerable.Range(0, count).SelectMany(i => Scratch.Gzip($"{Text}{i}\n").Concat(Scratch.Gzip(""))).ToArray();
        var path = _scratch.Write("many.gz", members);
        Assert.Equal(string.Concat(Enumerable.Range(0, count).Select(i => $"{Text}{i}\n")), Encoding.UTF8.GetString(Drained(path)));
    }

    [Fact]
    public void Member_ends_may_fall_on_any_place_of_the_input_buffer()
    {
        // The inflater takes 8,192 bytes at a time; stored members let their ends move byte by byte across that border.
        for (var shift = 8192 - 60; shift < 8192 + 30; shift++)
        {
            var noise = RandomNumberGeneratorBytes(shift - 23);
            var path = _scratch.Write("border.gz", [.. Stored(noise), .. Stored(Text)]);
            Assert.Equal([.. noise, .. Encoding.UTF8.GetBytes(Text)], Drained(path));
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(7)]
    [InlineData(5)]
    [InlineData(4)]
    [InlineData(1)]
    public void A_wrong_checksum_or_length_is_an_error(int fromEnd)
    {
        var packed = Scratch.Gzip(Text);
        packed[^fromEnd] ^= 0x10;
        var path = _scratch.Write("wrong.gz", packed);
        Assert.Equal("file.gzip-damaged", Scratch.Refused(() => Drained(path)).Code);
    }

    [Fact]
    public void One_wrong_bit_anywhere_never_gives_another_text()
    {
        var packed = Scratch.Gzip(Text);
        for (var bit = 0; bit < packed.Length * 8; bit++)
        {
            var changed = packed.ToArray();
            changed[bit / 8] ^= (byte)(1 << bit % 8);
            var path = _scratch.Write("bit.gz", changed);
            try
            {
                // Times, names and the system in the header are not protected and do not matter.
                Assert.Equal(Text, Encoding.UTF8.GetString(Drained(path)));
            }
            catch (UserException trouble)
            {
                Assert.StartsWith("file.gzip-", trouble.Code, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { (byte)'h', (byte)'i' })]
    [InlineData(new byte[] { 0x1E, 0x8B, 8, 0 })]
    public void Bytes_after_the_last_member_are_an_error(byte[] garbage)
    {
        foreach (var length in new[] { 1, 3000, 200_000 })
        {
            var path = _scratch.Write("more.gz", [.. Scratch.Gzip(RandomNumberGeneratorBytes(length)), .. garbage]);
            Assert.Equal("file.gzip-trailing", Scratch.Refused(() => Drained(path)).Code);
        }
    }

    [Fact]
    public void Text_that_ends_like_the_seal_keeps_its_end()
    {
        byte[] text = [.. "a,b\n"u8, .. "clientele: end "u8, 4];
        Assert.Equal(text, Drained(_scratch.Write("seal.gz", Scratch.Gzip(text))));
        var cut = Stored(text)[..^8];
        Assert.Equal("file.gzip-truncated", Scratch.Refused(() => Drained(_scratch.Write("cut.gz", cut))).Code);
    }

    [Fact]
    public void Names_do_not_count()
    {
        var plain = Scratch.Take(_scratch.Write("plain.csv.gz", Text));
        Assert.Equal(Container.Plain, plain.Container);
        Assert.Contains(".gz", plain.Decisions[0].Reason, StringComparison.Ordinal);
        var packed = Scratch.Take(_scratch.Write("packed.csv", Scratch.Gzip(Text)));
        Assert.Equal(Container.Gzip, packed.Container);
        Assert.Contains(".gz", packed.Decisions[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Packed_twice_is_an_error_that_says_so()
    {
        var path = _scratch.Write("twice.csv.gz", Scratch.Gzip(Scratch.Gzip(Text)));
        Assert.Equal("file.gzip-nested", Scratch.Refused(() => Scratch.Take(path)).Code);
    }

    [Fact]
    public void Closing_early_ends_the_thread()
    {
        var path = _scratch.Write("big.gz", Scratch.Gzip(new byte[8 << 20].Select((_, i) => (byte)('a' + i % 23)).ToArray()));
        for (var i = 0; i < 20; i++)
        {
            using var stream = TextStream.Open(path, new TextFormat { Container = Container.Gzip }, null);
            Assert.Equal((byte)'a', stream.ReadByte());
        }
    }

    [Fact]
    public void The_shop_of_the_examples_is_inflated_exactly()
    {
        var path = Scratch.Shared("online_retail.csv.gz");
        using var stream = TextStream.Open(path, new TextFormat { Container = Container.Gzip }, null);
        Assert.Equal("C35975C40D0E1E105090FBB11188A409393055F873841BD012915475FC84E69F", Convert.ToHexString(SHA256.HashData(stream)));
    }

    public void Dispose() => _scratch.Dispose();

    private static byte[] Drained(string path)
    {
        using var stream = TextStream.Open(path, new TextFormat { Container = Container.Gzip }, null);
        return Scratch.Drain(stream, 4096);
    }

    private static byte[] RandomNumberGeneratorBytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Stored(string text) => Stored(Encoding.UTF8.GetBytes(text));

    /// <summary>A member with one stored block: 23 bytes more than the text.</summary>
    private static byte[] Stored(byte[] text)
    {
        var packed = Scratch.Gzip(text);
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1, (byte)text.Length, (byte)(text.Length >> 8), (byte)~text.Length, (byte)(~text.Length >> 8), .. text, .. packed[^8..]];
    }
}
