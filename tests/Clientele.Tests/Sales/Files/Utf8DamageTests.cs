using System.Text;
using Clientele.Sales.Files;

namespace Clientele.Tests.Sales.Files;

public sealed class Utf8DamageTests
{
    [Theory]
    [InlineData("C0 AF", DamageKind.Malformed, 2)]
    [InlineData("C1 BF", DamageKind.Malformed, 2)]
    [InlineData("E0 80 AF", DamageKind.Malformed, 3)]
    [InlineData("E0 9F BF", DamageKind.Malformed, 3)]
    [InlineData("ED A0 80", DamageKind.Malformed, 3)]
    [InlineData("ED BF BF", DamageKind.Malformed, 3)]
    [InlineData("F0 8F BF BF", DamageKind.Malformed, 4)]
    [InlineData("F4 90 80 80", DamageKind.Malformed, 4)]
    [InlineData("F7 BF BF BF", DamageKind.Malformed, 4)]
    [InlineData("F8 88 80 80 80", DamageKind.Malformed, 5)]
    [InlineData("FC 84 80 80 80 80", DamageKind.Malformed, 6)]
    [InlineData("E9", DamageKind.Foreign, 1)]
    [InlineData("80", DamageKind.Foreign, 1)]
    [InlineData("C3", DamageKind.Foreign, 1)]
    [InlineData("E2 82", DamageKind.Foreign, 1)]
    [InlineData("FE", DamageKind.Foreign, 1)]
    [InlineData("FF", DamageKind.Foreign, 1)]
    [InlineData("F0 9F 98", DamageKind.Foreign, 1)]
    public void Inside_a_text_the_kind_is_told(string hex, object kind, int length)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        foreach (var lead in new[] { "", "ab", "käse€😀", new string('x', 5000), new string('ä', 9000) })
        {
            byte[] block = [.. Encoding.UTF8.GetBytes(lead), .. bytes, .. "z,é\n"u8];
            Assert.Equal(new Damage(Encoding.UTF8.GetByteCount(lead), length, (DamageKind)kind), Utf8Damage.Find(block));
        }
    }

    [Theory]
    [InlineData("C3", 1)]
    [InlineData("E2", 1)]
    [InlineData("E2 82", 2)]
    [InlineData("F0 9F 98", 3)]
    public void At_the_end_a_begun_character_is_truncated(string hex, int length)
    {
        byte[] block = [.. "abc"u8, .. Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))];
        Assert.Equal(new Damage(3, length, DamageKind.Truncated), Utf8Damage.Find(block));
    }

    [Fact]
    public void Every_character_passes()
    {
        var all = new StringBuilder();
        for (var c = 0; c <= 0x10FFFF; c++)
        {
            if (Rune.IsValid(c)) all.Append(new Rune(c));
        }

        Assert.Null(Utf8Damage.Find(Encoding.UTF8.GetBytes(all.ToString())));
    }

    [Fact]
    public void Any_bytes_are_judged_as_the_strict_decoder_does()
    {
        var random = new Random(7);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(0, 12)];
            random.NextBytes(bytes);
            if (i % 2 == 0) for (var j = 0; j < bytes.Length; j++) bytes[j] = (byte)(bytes[j] | 0x80);
            var damage = Utf8Damage.Find(bytes);
            if (damage is not { } found)
            {
                strict.GetString(bytes);
                continue;
            }

            strict.GetString(bytes, 0, found.Offset);
            Assert.InRange(found.Length, 1, bytes.Length - found.Offset);
            var upTo = found.Kind == DamageKind.Truncated ? bytes.Length : Math.Min(bytes.Length, found.Offset + 4);
            Assert.ThrowsAny<ArgumentException>(() => strict.GetString(bytes, 0, upTo));
        }
    }

    [Theory]
    [InlineData(0, 4095, -1)]
    [InlineData(0, 4096, 0)]
    [InlineData(1, 4096, 1)]
    [InlineData(4095, 4096, 4095)]
    [InlineData(5000, 4096, 5000)]
    [InlineData(8191, 9000, 8191)]
    public void Long_runs_of_zeros_are_found(int before, int zeros, int expected)
    {
        byte[] block = [.. Enumerable.Repeat((byte)'x', before), .. new byte[zeros], .. Enumerable.Repeat((byte)'y', 5000)];
        Assert.Equal(expected, NulBlock.Find(block));
        Assert.Equal(expected, NulBlock.Find(block.AsSpan(0, before + zeros)));
    }
}
