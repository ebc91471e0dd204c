namespace Clientele;

/// <summary>Decimal digits of a 128-bit magnitude in two halves.</summary>
internal static class MoneyDigits
{
    private const uint Billion = 1_000_000_000;
    private const ulong One = 1_000_000_000_000_000_000;

    /// <summary>Whole part (above × 2⁶⁴ + whole) and the rest in units of 10⁻¹⁸.</summary>
    public static ulong Split(ulong high, ulong low, out ulong above, out ulong whole)
    {
        // The estimated whole part is off by one at most while it stays below 2^50, so the low 64 bits decide.
        var estimate = (high * 18446744073709551616.0 + low) / One;
        if (!(estimate < 1e15)) return SplitPlainly(high, low, out above, out whole);
        above = 0;
        whole = (ulong)estimate;
        var part = (long)unchecked(low - whole * One);
        if (part < 0)
        {
            whole--;
            part += (long)One;
        }
        else if (part >= (long)One)
        {
            whole++;
            part -= (long)One;
        }

        return (ulong)part;
    }

    /// <summary>The plain form, for any magnitude.</summary>
    internal static ulong SplitPlainly(ulong high, ulong low, out ulong above, out ulong whole)
    {
        ulong rest = Divide(ref high, ref low);
        rest += (ulong)Divide(ref high, ref low) * Billion;
        (above, whole) = (high, low);
        return rest;
    }

    public static string Text(ulong high, ulong low, bool negative, int leastDecimals, bool group)
    {
        // 45 digits, the last 18 behind the point.
        Span<char> digits = stackalloc char[45];
        for (var end = digits.Length; end > 0; end -= 9)
        {
            var part = Divide(ref high, ref low);
            for (var i = end - 1; i >= end - 9; i--)
            {
                digits[i] = (char)('0' + part % 10);
                part /= 10;
            }
        }

        var point = digits.Length - Money.Scale;
        var first = 0;
        while (first < point - 1 && digits[first] == '0') first++;
        var last = digits.Length;
        while (last > point && digits[last - 1] == '0') last--;
        var decimals = Math.Max(last - point, leastDecimals);

        Span<char> text = stackalloc char[64];
        var at = 0;
        if (negative) text[at++] = '-';
        for (var i = first; i < point; i++)
        {
            text[at++] = digits[i];
            if (group && i < point - 1 && (point - 1 - i) % 3 == 0) text[at++] = ',';
        }

        if (decimals > 0) text[at++] = '.';
        for (var i = 0; i < decimals && at < text.Length; i++) text[at++] = point + i < digits.Length ? digits[point + i] : '0';
        return new string(text[..at]);
    }

    /// <summary>Divides in place, 32 bits at a time; returns the remainder.</summary>
    public static uint Divide(ref ulong high, ref ulong low, uint by = Billion)
    {
        var a = high >> 32;
        var b = (a % by << 32) | (uint)high;
        var c = (b % by << 32) | (low >> 32);
        var d = (c % by << 32) | (uint)low;
        high = (a / by << 32) | b / by;
        low = (c / by << 32) | d / by;
        return (uint)(d % by);
    }
}
