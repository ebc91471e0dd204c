using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_catalogues_comes_out() => Assert.Equal(0xCBF43926u, Crc32.Append(0, "123456789"u8));

    [Fact]
    public void Folded_equals_plain_equals_bit_by_bit_for_every_length_and_split()
    {
        var bytes = new byte[700];
        new Random(3).NextBytes(bytes);
        for (var length = 0; length < bytes.Length; length++)
        {
            var expected = ByBit(bytes.AsSpan(0, length));
            Assert.Equal(expected, Crc32.AppendPlain(0, bytes.AsSpan(0, length)));
            var half = length * 2 / 3;
            Assert.Equal(expected, Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, half)), bytes.AsSpan(half, length - half)));
        }
    }

    private static uint ByBit(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
