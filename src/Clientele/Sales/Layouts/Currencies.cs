using System.Text;

namespace Clientele.Sales.Layouts;

/// <summary>Signs and codes of currencies, as they stand before or after an amount.</summary>
internal static class Currencies
{
    /// <summary>One group per currency, its code first; groups end in <c>|</c>. Lower case, words between single blanks.</summary>
    private static ReadOnlySpan<byte> Names =>
        " usd $ us$ | eur € euro | gbp £ | jpy ¥ yen 円 | cny rmb 元 cn¥ | chf fr sfr | sek | nok | dkk | kr | pln zł zl | czk kč | huf ft | ron lei | bgn лв | try ₺ tl | rub ₽ руб | uah ₴ | inr ₹ rs | aud a$ au$ | cad c$ ca$ | nzd nz$ | sgd s$ | hkd hk$ | brl r$ | mxn mx$ | zar r | krw ₩ | ils ₪ | thb ฿ | vnd ₫ | php ₱ | ngn ₦ | aed | sar | egp | isk | twd nt$ | idr rp | myr rm | "u8;

    /// <summary>Number of the currency (0 … 62), or -1 when the text names none. Text that looks like a code but is not known is 63.</summary>
    public static int Find(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 8) return -1;
        Span<byte> word = stackalloc byte[8];
        for (var i = 0; i < text.Length; i++) word[i] = text[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(text[i] | 0x20) : text[i];
        word = word[..text.Length];
        if (word.IndexOfAny((byte)' ', (byte)'|') >= 0) return -1;
        var names = Names;
        for (var at = 0; at < names.Length;)
        {
            var found = names[at..].IndexOf(word);
            if (found < 0) return -1;
            at += found;
            if (names[at - 1] == ' ' && names[at + word.Length] == ' ') return names[..at].Count((byte)'|');
            at++;
        }

        return -1;
    }

    /// <summary>The code of a currency number in capitals.</summary>
    public static string Code(int number)
    {
        var names = Names;
        for (; number > 0; number--) names = names[(names.IndexOf((byte)'|') + 1)..];
        names = names[1..];
        return Encoding.UTF8.GetString(names[..names.IndexOf((byte)' ')]).ToUpperInvariant();
    }

    /// <summary>Codes of all currencies whose bit is set, like <c>EUR, USD</c>.</summary>
    public static string List(ulong bits)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 64; i++)
        {
            if ((bits >> i & 1) != 0) text.Append(text.Length == 0 ? "" : ", ").Append(i == 63 ? "another" : Code(i));
        }

        return text.ToString();
    }
}
