using System.Buffers.Text;
using System.Globalization;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Numbers as a workbook stores them, written as a person would.</summary>
internal static class NumberText
{
    /// <summary>Digits that a spreadsheet program keeps of a number.</summary>
    public const int Digits = 15;

    /// <summary>
    /// Writes a stored number: up to 15 digits as they stand, whole numbers as they stand, otherwise (2.5499999999999998) the shortest digits
    /// that give the same double (2.55), without exponent from 10⁻¹⁵ to 10²¹. What is no number is written as it stands.
    /// </summary>
    /// <returns>True when the number is whole and has more than 15 digits, so that its last digits may be lost.</returns>
    public static bool Write(ByteText target, ReadOnlySpan<byte> stored)
    {
        if (IsPlain(stored, out var digits, out var whole) && (digits <= Digits || whole))
        {
            target.Add(stored);
            return digits > Digits;
        }

        if (!TryRead(stored, out var value))
        {
            target.Add(stored);
            return false;
        }

        return Write(target, value);
    }

    /// <summary>Writes the shortest digits that give this double.</summary>
    /// <returns>True when it is whole and has more than 15 digits.</returns>
    public static bool Write(ByteText target, double value)
    {
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        text = text[..length];
        var e = text.IndexOf((byte)'E');
        if (e >= 0 && Utf8Parser.TryParse(text[(e + 1)..], out int exponent, out _) && exponent is >= -15 and <= 20) Spread(target, text[..e], exponent);
        else target.Add(text);
        return Math.Abs(value) >= 1e15 && value == Math.Floor(value) && double.IsFinite(value);
    }

    public static bool TryRead(ReadOnlySpan<byte> stored, out double value) =>
        Utf8Parser.TryParse(stored, out value, out var used) && used == stored.Length && double.IsFinite(value);

    /// <summary>Optional minus, digits, optional point and digits; counts significant digits.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> text, out int digits, out bool whole)
    {
        digits = 0;
        whole = true;
        var i = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0;
        var before = i;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if ((uint)(c - '0') <= 9)
            {
                if (c != '0' || digits > 0) digits++;
            }
            else if (c == (byte)'.' && whole && i > before)
            {
                whole = false;
            }
            else
            {
                return false;
            }
        }

        return i > before && text[^1] != (byte)'.';
    }

    /// <summary>d.ddd × 10^exponent in plain digits.</summary>
    private static void Spread(ByteText target, ReadOnlySpan<byte> mantissa, int exponent)
    {
        if (mantissa[0] == (byte)'-')
        {
            target.Add((byte)'-');
            mantissa = mantissa[1..];
        }

        Span<byte> digits = stackalloc byte[24];
        digits[0] = mantissa[0];
        var count = 1;
        if (mantissa.Length > 2)
        {
            mantissa[2..].CopyTo(digits[1..]);
            count = mantissa.Length - 1;
        }

        digits = digits[..count];
        if (exponent < 0)
        {
            target.Add("0."u8);
            target.Add((byte)'0', -exponent - 1);
            target.Add(digits);
        }
        else if (exponent + 1 >= count)
        {
            target.Add(digits);
            target.Add((byte)'0', exponent + 1 - count);
        }
        else
        {
            target.Add(digits[..(exponent + 1)]);
            target.Add((byte)'.');
            target.Add(digits[(exponent + 1)..]);
        }
    }
}
