using System.Numerics;
using System.Runtime.CompilerServices;

namespace Clientele.Sales.Lines;

/// <summary>Plain numbers at full speed: an optional minus, digits, at most one decimal mark. Anything else is left to the thorough parser.</summary>
/// <remarks>Up to eight bytes are read as one word, without a branch per digit: how many digits a number has is hard to foresee.</remarks>
internal static class FastNumber
{
    private const int MostDigits = 18;
    private const ulong Every = 0x0101010101010101;

    /// <summary>mantissa × 10^(-scale); false when the text is not that plain.</summary>
    /// <param name="start">First byte; readable for 8 bytes beyond the length.</param>
    /// <param name="length">Bytes, 0 or more.</param>
    /// <param name="mark">Decimal mark, ASCII.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ref byte start, int length, byte mark, out long mantissa, out int scale)
    {
        var sign = start == (byte)'-' ? 1 : 0;
        var count = length - sign;
        if (!BitConverter.IsLittleEndian || (uint)(count - 1) > 7) return TryParseEach(ref start, length, mark, out mantissa, out scale);

        // The last byte on top, zeros below the first.
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, sign)) << (64 - 8 * count);
        var other = word ^ (mark * Every);
        var marks = ~(((other & (0x7F * Every)) + 0x7F * Every) | other | (0x7F * Every));
        mantissa = 0;
        scale = 0;
        if (marks != 0)
        {
            var below = BitOperations.TrailingZeroCount(marks) - 7; // bits
            if ((marks & (marks - 1)) != 0 || below == 56) return false;
            scale = 7 - below / 8;
            word = (word & (ulong.MaxValue << (below + 8))) | ((word & ~(ulong.MaxValue << below)) << 8);
            count--;
        }

        var digits = word ^ ((0x30 * Every) << (64 - 8 * count));
        if ((((digits + 0x76 * Every) | digits) & (0x80 * Every)) != 0)
        {
            scale = 0;
            return false;
        }

        // Neighbours are joined to numbers of two, four and eight digits.
        digits = digits * (10 * 256 + 1) >> 8;
        digits = (digits & 0x00FF00FF00FF00FF) * (100 * 65536 + 1) >> 16;
        digits = (digits & 0x0000FFFF0000FFFF) * (10_000UL * 4_294_967_296 + 1) >> 32;
        mantissa = sign != 0 ? -(long)digits : (long)digits;
        return true;
    }

    /// <summary>The same, digit by digit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static bool TryParseEach(ref byte start, int length, byte mark, out long mantissa, out int scale)
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
