using System.Text;
using Clientele.Sales.Lines;

namespace Clientele.Tests.Sales.Lines;

/// <summary>Four numbers at once say what <see cref="FastNumber"/> says of each.</summary>
public sealed class FastNumbersTests
{
    [Theory]
    [InlineData('.')]
    [InlineData(',')]
    public unsafe void Agrees_with_the_reading_one_by_one(char mark)
    {
        if (!FastNumbers.IsSupported) return; // the one by one form does all the work there
        var symbols = $"01234567890123456789{mark}{mark}.,-+ \0:/";
        var chance = new Random(mark);
        var (plain, marked, refused) = (0, 0, 0);
        Span<byte> text = stackalloc byte[4 * 16];
        ulong* words = stackalloc ulong[4], values = stackalloc ulong[4];
        var scales = stackalloc long[4];
        for (var round = 0; round < 60_000; round++)
        {
            var lengths = new int[4];
            for (var i = 0; i < text.Length; i++) text[i] = (byte)symbols[chance.Next(round % 3 == 0 ? symbols.Length : round % 3 == 1 ? 22 : 20)];
            fixed (byte* start = text)
            {
                for (var i = 0; i < 4; i++)
                {
                    lengths[i] = chance.Next(round % 5 == 0 ? 12 : 9);
                    words[i] = FastNumbers.Word(start + 16 * i, lengths[i]);
                }
            }

            FastNumbers.Parse(words, 4, (byte)mark, values, scales);
            for (var i = 0; i < 4; i++)
            {
                var length = lengths[i];
                var field = text.Slice(16 * i, 16);
                var shown = $"'{Encoding.ASCII.GetString(field[..length])}'";
                var isNumber = FastNumber.TryParseEach(ref field[0], length, (byte)mark, out var mantissa, out var scale) && length is > 0 and <= 8 && field[0] != (byte)'-';
                Assert.True(isNumber == scales[i] >= 0, $"{shown}: {scales[i]}");
                if (!isNumber)
                {
                    refused++;
                    continue;
                }

                Assert.True((mantissa, scale) == ((long)values[i], scales[i]), $"{shown}: {values[i]}e-{scales[i]}, not {mantissa}e-{scale}");
                if (scale > 0) marked++;
                else plain++;
            }
        }

        Assert.True(plain > 10_000 && marked > 5_000 && refused > 10_000, $"{plain} plain, {marked} marked and {refused} refused numbers prove too little.");
    }
}
