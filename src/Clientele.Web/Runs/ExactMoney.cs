namespace Clientele.Web.Runs;

/// <summary>Reads an amount as the run wrote it, digit by digit.</summary>
internal static class ExactMoney
{
    /// <summary>Plain digits with an optional sign and at most 18 decimals.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static Money Parse(ReadOnlySpan<char> text)
    {
        var negative = text.StartsWith("-", StringComparison.Ordinal);
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf('.');
        var scale = point < 0 ? 0 : digits.Length - point - 1;
        if (scale > Money.Scale || digits.Length == 0 || digits[0] == '.' || digits[^1] == '.') throw new FormatException("Not an amount.");
        Int128 mantissa = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i == point) continue;
            if (!char.IsAsciiDigit(digits[i])) throw new FormatException("Not an amount.");
            mantissa = checked(mantissa * 10 + (digits[i] - '0'));
        }

        return Money.Of(negative ? -mantissa : mantissa, scale);
    }
}
