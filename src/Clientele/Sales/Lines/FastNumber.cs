using System.Runtime.CompilerServices;

namespace Clientele.Sales.Lines;

/// <summary>Plain numbers at full speed: an optional minus, digits, at most one decimal mark. Anything else is left to the thorough parser.</summary>
internal static class FastNumber
{
    private const int MostDigits = 18;

    /// <summary>mantissa × 10^(-scale); false when the text is not that plain.</summary>
    /// <param name="start">First byte.</param>
    /// <param name="length">Bytes, 0 or more.</param>
    /// <param name="mark">Decimal mark.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ref byte start, int length, byte mark, out long mantissa, out int scale)
    {
        var negative = length > 0 && start == (byte)'-';
        var at = negative ? 1 : 0;
        var point = -1;
        ulong value = 0;
        mantissa = 0;
        scale = 0;
        if (length - at > MostDigits + 1) return false;
        for (; at < length; at++)
        {
            var symbol = Unsafe.Add(ref start, at);
            var digit = (uint)symbol - '0';
            if (digit <= 9)
            {
                value = value * 10 + digit;
            }
            else if (symbol == mark && point < 0)
            {
                point = at;
            }
            else
            {
                return false;
            }
        }

        var digits = length - (negative ? 1 : 0) - (point >= 0 ? 1 : 0);
        if (digits is 0 or > MostDigits || point == length - 1) return false;
        scale = point < 0 ? 0 : length - 1 - point;
        mantissa = negative ? -(long)value : (long)value;
        return true;
    }

    /// <summary>Whether a parsed number with a mark could also be a whole number with a thousands mark: <c>1.234</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CouldBeGrouped(ref byte start, int length, int scale)
    {
        if (scale != 3) return false;
        var sign = start == (byte)'-' ? 1 : 0;
        var whole = length - 4 - sign;
        return whole is >= 1 and <= 3 && Unsafe.Add(ref start, sign) != (byte)'0';
    }
}
