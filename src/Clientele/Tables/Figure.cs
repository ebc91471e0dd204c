using System.Buffers.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Tables;

/// <summary>A cell taken apart as a number: percent sign and exponent set aside, the rest as <see cref="NumberText"/> reads it.</summary>
internal ref struct Figure
{
    // 10^22 is the largest power of ten that a double holds exactly; so many digits fit into 53 bits.
    private const int ExactPower = 22;
    private const int ExactDigits = 15;
    private const int MostDigits = 400;

    /// <summary>Digits and marks only when the number is well formed.</summary>
    public ReadOnlySpan<byte> Body;

    public bool Negative;
    public bool Percent;
    public int Currency;
    public int Exponent;

    public static Figure Of(ReadOnlySpan<byte> cell)
    {
        cell = Words.Trim(cell);
        var percent = cell.Length > 1 && cell[^1] == '%';
        if (percent) cell = Words.Trim(cell[..^1]);
        var exponent = TakeExponent(ref cell);
        var text = NumberText.Of(cell);
        return new Figure { Body = text.Body, Negative = text.Negative, Currency = text.Currency, Percent = percent, Exponent = exponent };
    }

    /// <summary>The double nearest to the number written; false when it is none in this notation. Beyond the largest double: infinite.</summary>
    public readonly bool TryValue(NumberNotation notation, out double value)
    {
        value = 0;
        if (!NumberParser.WellFormed(Body, notation.Decimal, notation.Group, out _) || Body.Length > MostDigits) return false;
        Span<byte> plain = stackalloc byte[Body.Length + 8];
        var (length, digits, decimals, behind, mantissa) = (0, 0, 0, false, 0L);
        foreach (var mark in Body)
        {
            if (mark == notation.Decimal)
            {
                behind = true;
                plain[length++] = (byte)'.';
            }
            else if (NumberText.Digit(mark))
            {
                plain[length++] = mark;
                if (behind) decimals++;
                if (digits > 0 || mark != '0') digits++;
                if (digits <= ExactDigits) mantissa = (mantissa * 10) + (mark - '0');
            }
        }

        var power = Exponent - decimals;
        if (digits <= ExactDigits && Math.Abs(power) <= ExactPower) value = power < 0 ? mantissa / Ten(-power) : mantissa * Ten(power);
        else
        {
            plain[length++] = (byte)'e';
            Exponent.TryFormat(plain[length..], out var written, default, System.Globalization.CultureInfo.InvariantCulture);
            if (!Utf8Parser.TryParse(plain[..(length + written)], out value, out _, 'e')) return false;
        }

        if (Negative && value != 0) value = -value;
        return true;
    }

    /// <summary><c>1.5e-05</c>, as programs write small numbers: takes <c>e-05</c> off and returns −5.</summary>
    private static int TakeExponent(ref ReadOnlySpan<byte> cell)
    {
        var at = cell.LastIndexOfAny((byte)'e', (byte)'E');
        if (at < 1 || !NumberText.Digit(cell[at - 1])) return 0;
        var digits = cell[(at + 1)..];
        var negative = digits.Length > 0 && digits[0] == '-';
        if (digits.Length > 0 && digits[0] is (byte)'+' or (byte)'-') digits = digits[1..];
        if (digits.Length is 0 or > 3 || !Words.Digits(digits) || !NumberText.Digit(cell[0]) && cell[0] is not ((byte)'-' or (byte)'+')) return 0;
        var exponent = 0;
        foreach (var digit in digits) exponent = (exponent * 10) + (digit - '0');
        cell = cell[..at];
        return negative ? -exponent : exponent;
    }

    private static double Ten(int power)
    {
        var value = 1.0;
        for (var i = 0; i < power; i++) value *= 10;
        return value;
    }
}
