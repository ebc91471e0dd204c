using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Clientele.Reports.Writing;

/// <summary>Whole numbers as digits, two at a time.</summary>
internal static class Digits
{
    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"u8 +
        "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    private static ReadOnlySpan<ulong> Tens =>
    [
        0, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000,
        10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
        10_000_000_000_000_000_000,
    ];

    /// <summary>Digits of a number, 1 for zero.</summary>
    public static int Count(ulong value)
    {
        // 1233 / 4096 is a little above the logarithm of 2.
        var least = (BitOperations.Log2(value | 1) + 1) * 1233 >> 12;
        return least + (value >= Tens[least] ? 1 : 0);
    }

    /// <summary>The last <paramref name="count"/> digits, with zeros in front.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Span<byte> room, ulong value, int count)
    {
        ref var first = ref MemoryMarshal.GetReference(room[..count]);
        ref var pairs = ref MemoryMarshal.GetReference(Pairs);
        while (count >= 2)
        {
            var rest = value / 100;
            count -= 2;
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, count), Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref pairs, (nint)(value - rest * 100) * 2)));
            value = rest;
        }

        if (count == 1) first = (byte)('0' + value % 10);
    }
}
