namespace Clientele.Sales.Layouts;

/// <summary>Reads written numbers exactly: the plain form, which says what every faster form must do.</summary>
/// <remarks>
/// A number is: digits, grouped or not; then, or instead, the decimal mark and at least one digit. Grouped digits are a first group of
/// one to three that does not begin with 0, then groups of exactly three, all set apart by the same mark: the notation's own, or an
/// apostrophe (also U+2019) or a blank (also U+00A0, U+2009, U+202F), which mean nothing else. A notation without a thousands mark
/// takes no grouping at all. Around it, in any order and with blanks between: one sign (leading <c>+ - −</c>, trailing <c>- −</c> or
/// brackets for negative) and one currency sign or code (see <see cref="Currencies"/>).
/// At most 20 digits before the decimal mark, leading zeros aside. -0 is 0.
/// </remarks>
internal static class NumberParser
{
    /// <summary>Decimals kept.</summary>
    public const int MostDecimals = Money.Scale;

    private const int MostWholeDigits = 20;

    /// <summary>The value as mantissa × 10^(-scale), scale = decimals written, at most 18; further ones are rounded half to even.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, NumberNotation notation, out Int128 mantissa, out int scale) =>
        TryParse(text, notation, out mantissa, out scale, out _);

    /// <summary>The same, and whether the value is the one written.</summary>
    /// <param name="rounded">More than 18 decimals were written and the value is not exact any more.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, NumberNotation notation, out Int128 mantissa, out int scale, out bool rounded)
    {
        mantissa = 0;
        scale = 0;
        rounded = false;
        var number = NumberText.Of(text);
        var body = number.Body;
        if (!WellFormed(body, notation.Decimal, notation.Group, out _)) return false;
        if (!Value(body, (byte)notation.Decimal, out mantissa, out scale, out rounded)) return false;
        if (number.Negative) mantissa = -mantissa;
        return true;
    }

    /// <summary>The nearest double or so, for comparisons while a file is being understood; never for money that is counted.</summary>
    /// <remarks>Accepts what <see cref="TryParse(ReadOnlySpan{byte}, NumberNotation, out Int128, out int)"/> accepts, without 128-bit integers: methods that use them are not compiled ahead.</remarks>
    public static bool TryEstimate(ReadOnlySpan<byte> text, NumberNotation notation, out double value)
    {
        value = 0;
        var number = NumberText.Of(text);
        var body = number.Body;
        if (!WellFormed(body, notation.Decimal, notation.Group, out _)) return false;
        double unit = 0;
        var digits = 0;
        foreach (var mark in body)
        {
            if (mark == notation.Decimal) unit = 1;
            if (!NumberText.Digit(mark)) continue;
            value = value * 10 + (mark - '0');
            unit *= 10;
            if (unit == 0 && (digits > 0 || mark != '0') && ++digits > MostWholeDigits) return false;
        }

        if (unit > 0) value /= unit;
        if (number.Negative) value = -value;
        return true;
    }

    /// <summary>Whether the body follows the grammar above with these marks; <paramref name="used"/> is the thousands mark it uses, or 0.</summary>
    internal static bool WellFormed(ReadOnlySpan<byte> body, char point, char group, out char used)
    {
        used = '\0';
        var at = 0;
        var run = DigitRun(body, 0);
        var first = run;
        while (true)
        {
            at += run;
            if (at == body.Length) return at > 0 && run > 0;
            if (body[at] == point) break;
            var length = GroupMark(body[at..], group, out var mark);
            if (length == 0 || first is 0 or > 3 || body[0] == '0' || (used != '\0' && mark != used)) return false;
            used = mark;
            at += length;
            run = DigitRun(body, at);
            if (run != 3) return false;
        }

        run = DigitRun(body, at + 1);
        return run > 0 && at + 1 + run == body.Length;
    }

    private static int DigitRun(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && NumberText.Digit(text[end])) end++;
        return end - at;
    }

    /// <summary>Bytes of the thousands mark at the start of <paramref name="text"/>, or 0.</summary>
    private static int GroupMark(ReadOnlySpan<byte> text, char group, out char mark)
    {
        mark = group;
        if (group == '\0') return 0;
        if (text[0] == group && group is ',' or '.') return 1;
        mark = '\'';
        if (text[0] == '\'') return 1;
        if (text.StartsWith("\u2019"u8)) return 3;
        mark = ' ';
        return text[0] is (byte)' ' or >= 0x80 ? Words.BlankAtStart(text) : 0;
    }

    private static bool Value(ReadOnlySpan<byte> body, byte point, out Int128 mantissa, out int scale, out bool rounded)
    {
        mantissa = 0;
        scale = 0;
        rounded = false;
        ulong low = 0;
        var digits = 0;
        var at = 0;
        for (; at < body.Length && body[at] != point; at++)
        {
            if (!NumberText.Digit(body[at]) || (digits == 0 && body[at] == '0')) continue;
            if (++digits > MostWholeDigits) return false;
            Push(ref mantissa, ref low, digits, body[at] - (uint)'0');
        }

        for (at++; at < body.Length && scale < MostDecimals; at++, scale++)
        {
            if (digits == 0 && body[at] == '0') continue;
            Push(ref mantissa, ref low, ++digits, body[at] - (uint)'0');
        }

        mantissa = digits <= 18 ? low : mantissa;
        if (at < body.Length) rounded = RoundHalfEven(body[at..], ref mantissa);
        return true;
    }

    /// <summary>Appends a digit: in 64 bits for the first 18, in 128 from then on.</summary>
    private static void Push(ref Int128 mantissa, ref ulong low, int digits, uint digit)
    {
        if (digits <= 18)
        {
            low = low * 10 + digit;
            if (digits == 18) mantissa = low;
        }
        else
        {
            mantissa = mantissa * 10 + digit;
        }
    }

    /// <summary>Adds one when the digits behind the last one kept are more than a half, or a half behind an odd digit.</summary>
    /// <returns>Whether any of them is not 0.</returns>
    private static bool RoundHalfEven(ReadOnlySpan<byte> rest, ref Int128 mantissa)
    {
        if (rest.IndexOfAnyExcept((byte)'0') < 0) return false;
        var half = rest[0] == '5' && rest[1..].IndexOfAnyExcept((byte)'0') < 0;
        if (half ? Int128.IsOddInteger(mantissa) : rest[0] >= '5') mantissa++;
        return true;
    }
}
