using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Tests.Sales.Lines;

/// <summary>Where the fast number answers, the thorough one gives the same value and the same evidence.</summary>
public sealed class FastNumberTests
{
    private const string Symbols = "0123456789001234.,--+ ";

    [Theory]
    [InlineData('.', ',')]
    [InlineData(',', '.')]
    [InlineData('.', '\'')]
    [InlineData(',', '\0')]
    public void Agrees_with_the_thorough_parser(char mark, char group)
    {
        var chance = new Random(mark + group);
        var notation = new NumberNotation(mark, group);
        var answered = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var text = new byte[chance.Next(1, i % 3 == 0 ? 24 : 8)];
            for (var c = 0; c < text.Length; c++) text[c] = (byte)Symbols[chance.Next(i % 2 == 0 ? 18 : Symbols.Length)];
            var shown = Encoding.ASCII.GetString(text);
            if (!FastNumber.TryParse(ref Padded(text)[0], text.Length, (byte)mark, out var mantissa, out var scale)) continue;
            answered++;
            Assert.True(NumberParser.TryParse(text, notation, out var wide, out var thoroughScale), $"'{shown}' is no number");
            Assert.True(wide == mantissa && thoroughScale == scale, $"'{shown}': {mantissa}e-{scale}, not {wide}e-{thoroughScale}");
            LayoutEvidence evidence = default;
            NumberEvidence.Observe(text, ref evidence);
            var proves = mark == '.' ? evidence.PointProofs : evidence.CommaProofs;
            var expected = scale == 0 ? (0, 0) : FastNumber.CouldBeGrouped(ref text[0], text.Length, scale) ? (0, 1) : (1, 0);
            Assert.True((proves, evidence.UndecidedNumbers) == expected, $"'{shown}' proves {(proves, evidence.UndecidedNumbers)}, not {expected}");
        }

        Assert.True(answered > 5_000, $"{answered} answers prove too little.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("+1")]
    [InlineData("1 ")]
    [InlineData("1.2.3")]
    [InlineData("1234567890123456789")]
    public void Leaves_what_is_not_plain(string text) =>
        Assert.False(FastNumber.TryParse(ref Encoding.ASCII.GetBytes(text + "!!!!!!!!")[0], text.Length, (byte)'.', out _, out _));

    /// <summary>Eight bytes at once say what they say one by one, whatever follows them.</summary>
    [Theory]
    [InlineData('.')]
    [InlineData(',')]
    public void Agrees_with_the_reading_digit_by_digit(char mark)
    {
        var chance = new Random(mark);
        var taken = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = new byte[chance.Next(0, 12) + 8];
            for (var c = 0; c < text.Length; c++) text[c] = chance.Next(i % 4 == 0 ? 6 : 200) == 0 ? (byte)chance.Next(256) : (byte)Symbols[chance.Next(Symbols.Length - (i & 7))];
            if (i % 3 == 0) text[0] = (byte)'-';
            var length = text.Length - 8;
            var fast = FastNumber.TryParse(ref text[0], length, (byte)mark, out var mantissa, out var scale);
            var plain = FastNumber.TryParseEach(ref text[0], length, (byte)mark, out var plainMantissa, out var plainScale);
            Assert.True(fast == plain && (!fast || (mantissa, scale) == (plainMantissa, plainScale)), $"'{Encoding.Latin1.GetString(text, 0, length)}': {fast} {mantissa}e-{scale}, not {plain} {plainMantissa}e-{plainScale}");
            taken += fast ? 1 : 0;
        }

        Assert.True(taken > 5_000, $"{taken} numbers prove too little.");
    }

    [Fact]
    public void Takes_eighteen_digits() =>
        Assert.True(FastNumber.TryParse(ref "-99999999999999999.9"u8.ToArray()[0], 20, (byte)'.', out var mantissa, out var scale)
            && (mantissa, scale) == (-999_999_999_999_999_999, 1));

    /// <summary>A number is read in whole words, so that it must be readable beyond its end.</summary>
    private static byte[] Padded(byte[] text)
    {
        var padded = new byte[text.Length + 8];
        text.CopyTo(padded, 0);
        return padded;
    }
}
