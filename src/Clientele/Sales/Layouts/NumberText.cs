namespace Clientele.Sales.Layouts;

/// <summary>A written number without its sign, brackets, currency and outer blanks.</summary>
internal ref struct NumberText
{
    /// <summary>Digits and marks only when the number is well formed.</summary>
    public ReadOnlySpan<byte> Body;

    public bool Negative;

    /// <summary>Number of the currency in <see cref="Currencies"/>, or -1.</summary>
    public int Currency;

    /// <summary>Takes sign (one of: leading + - U+2212, trailing - U+2212, brackets) and currency (one) off.</summary>
    public static NumberText Of(ReadOnlySpan<byte> text)
    {
        var number = new NumberText { Currency = -1 };
        var signed = false;
        while (true)
        {
            text = Words.Trim(text);
            if (text.Length == 0 || (Digit(text[0]) && Digit(text[^1]))) break;
            if (!signed && TakeSign(ref text, ref number.Negative))
            {
                signed = true;
                continue;
            }

            if (number.Currency >= 0 || !TakeCurrency(ref text, out number.Currency)) break;
        }

        number.Body = text;
        return number;
    }

    public static bool Digit(byte value) => (uint)(value - '0') <= 9;

    private static bool TakeSign(ref ReadOnlySpan<byte> text, ref bool negative)
    {
        if (text[0] is (byte)'+' or (byte)'-')
        {
            negative = text[0] == '-';
            text = text[1..];
        }
        else if (text.StartsWith("\u2212"u8))
        {
            negative = true;
            text = text[3..];
        }
        else if (text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            text = text[1..^1];
        }
        else if (text[^1] == '-')
        {
            negative = true;
            text = text[..^1];
        }
        else if (Words.Ends(text, "\u2212"u8))
        {
            negative = true;
            text = text[..^3];
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool TakeCurrency(ref ReadOnlySpan<byte> text, out int currency)
    {
        var lead = 0;
        while (lead < text.Length && InCurrency(text[lead]) && Gap(text[lead..]) == 0) lead++;
        if (lead > 0 && (currency = Currencies.Find(text[..lead])) >= 0)
        {
            if (lead < text.Length && text[lead] == '.' && text[0] < 0x80 && text[0] != '$') lead++;
            text = text[lead..];
            return true;
        }

        var end = text[^1] == '.' ? text.Length - 1 : text.Length;
        var trail = end;
        while (trail > 0 && InCurrency(text[trail - 1])) trail--;
        while (trail < end && Gap(text[trail..]) is var gap and > 0) trail += gap;
        currency = trail == end ? -1 : Currencies.Find(text[trail..end]);
        if (currency < 0) return false;
        text = text[..trail];
        return true;
    }

    private static bool InCurrency(byte value) => value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'$' or >= 0x80;

    /// <summary>Bytes of the blank or U+2212 that the text begins with, or 0: what may look like part of a currency sign but is none.</summary>
    private static int Gap(ReadOnlySpan<byte> text) =>
        text[0] < 0x80 ? 0 : text.StartsWith("\u2212"u8) ? 3 : Words.BlankAtStart(text);
}
