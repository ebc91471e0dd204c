using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Sales.Lines;

/// <summary>Many short plain numbers at once, four in a vector: up to eight bytes each, digits and at most one decimal mark. Anything else, a minus too, is left to <see cref="FastNumber"/>.</summary>
internal static unsafe class FastNumbers
{
    private const ulong Zeros = 0x3030303030303030;

    /// <summary>False: the processor cannot.</summary>
    public static bool IsSupported => Avx2.IsSupported && BitConverter.IsLittleEndian;

    /// <summary>A number as <see cref="Parse"/> takes it: its last byte on top, zeros before its first. What is too long, or nothing, becomes a word that is no number.</summary>
    /// <param name="start">First byte; readable for 8 bytes.</param>
    /// <param name="length">Bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word(byte* start, int length)
    {
        if ((uint)(length - 1) > 7) return 0;
        var bits = 8 * length;
        return (*(ulong*)start << -bits) | ((Zeros >> (bits - 8)) >> 8);
    }

    /// <summary>Reads words as numbers without their mark, and how many decimals each has.</summary>
    /// <param name="words">Words, room for a multiple of four.</param>
    /// <param name="count">How many.</param>
    /// <param name="mark">Decimal mark, ASCII.</param>
    /// <param name="values">Receives the digits as a whole number, below 10⁸.</param>
    /// <param name="scales">Receives the decimals, 0 to 7; -1: not that plain.</param>
    public static void Parse(ulong* words, int count, byte mark, ulong* values, long* scales)
    {
        var ones = Vector256.Create((byte)1);
        for (var i = 0; i < count; i += 4)
        {
            var text = Vector256.Load((byte*)(words + i));
            var marks = Vector256.Equals(text, Vector256.Create(mark));
            var digits = text - Vector256.Create((byte)'0');
            var plain = Vector256.Equals((Vector256.Equals(Vector256.Min(digits, Vector256.Create((byte)9)), digits) | marks).AsInt64(), Vector256<long>.AllBitsSet);

            // The mark's place splits a number: what stands below it moves up by a byte, what stands above it are its decimals.
            var hits = marks.AsInt64();
            var none = Vector256.Equals(hits, Vector256<long>.Zero);
            var below = Vector256.AndNot((hits & -hits) - Vector256<long>.One, none);
            var closed = ((digits.AsInt64() & below) << 8) | Vector256.AndNot(digits.AsInt64(), below | hits);
            var decimals = Avx2.SumAbsoluteDifferences(Vector256.AndNot(ones, (below | hits | none).AsByte()), Vector256<byte>.Zero).AsInt64();
            var many = Vector256.GreaterThan(Avx2.SumAbsoluteDifferences(marks & ones, Vector256<byte>.Zero).AsInt64(), Vector256<long>.One);
            var bad = Vector256.OnesComplement(plain) | many | Vector256.LessThan(hits, Vector256<long>.Zero); // a mark on top has nothing behind it
            (decimals | bad).Store(scales + i);

            // Neighbours are joined to numbers of two, four and eight digits.
            var twos = Avx2.MultiplyAddAdjacent(closed.AsByte(), Vector256.Create((ushort)0x010A).AsSByte());
            var fours = Avx2.MultiplyAddAdjacent(twos, Vector256.Create(0x00010064).AsInt16());
            (Avx2.Multiply(fours.AsUInt32(), Vector256.Create(10_000U)) + (fours.AsUInt64() >> 32)).Store(values + i);
        }
    }
}
