using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Clientele.Sales.Lines;

/// <summary>XXH64 with seed 0: the check sum of an input, which <c>xxhsum -H64</c> repeats. Not a safeguard against intent.</summary>
internal sealed class Xxh64
{
    private const ulong P1 = 0x9E3779B185EBCA87;
    private const ulong P2 = 0xC2B2AE3D27D4EB4F;
    private const ulong P3 = 0x165667B19E3779F9;
    private const ulong P4 = 0x85EBCA77C2B2AE63;
    private const ulong P5 = 0x27D4EB2F165667C5;

    private readonly byte[] _rest = new byte[32];
    private int _kept;
    private ulong _total;
    private ulong _a = unchecked(P1 + P2);
    private ulong _b = P2;
    private ulong _c;
    private ulong _d = unchecked(0 - P1);

    /// <summary>Takes the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _total += (ulong)bytes.Length;
        if (_kept > 0)
        {
            var more = Math.Min(32 - _kept, bytes.Length);
            bytes[..more].CopyTo(_rest.AsSpan(_kept));
            _kept += more;
            bytes = bytes[more..];
            if (_kept < 32) return;
            Stripes(_rest);
            _kept = 0;
        }

        var whole = bytes.Length & ~31;
        Stripes(bytes[..whole]);
        bytes[whole..].CopyTo(_rest);
        _kept = bytes.Length - whole;
    }

    /// <summary>16 hexadecimal digits.</summary>
    public string Text()
    {
        var hash = _total < 32 ? P5
            : BitOperations.RotateLeft(_a, 1) + BitOperations.RotateLeft(_b, 7) + BitOperations.RotateLeft(_c, 12) + BitOperations.RotateLeft(_d, 18);
        if (_total >= 32)
        {
            hash = Merge(hash, _a);
            hash = Merge(hash, _b);
            hash = Merge(hash, _c);
            hash = Merge(hash, _d);
        }

        hash += _total;
        var rest = _rest.AsSpan(0, _kept);
        for (; rest.Length >= 8; rest = rest[8..]) hash = BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * P1 + P4;
        if (rest.Length >= 4)
        {
            hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt32LittleEndian(rest) * P1, 23) * P2 + P3;
            rest = rest[4..];
        }

        foreach (var value in rest) hash = BitOperations.RotateLeft(hash ^ value * P5, 11) * P1;
        hash = (hash ^ (hash >> 33)) * P2;
        hash = (hash ^ (hash >> 29)) * P3;
        return (hash ^ (hash >> 32)).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Stripes(ReadOnlySpan<byte> bytes)
    {
        var (a, b, c, d) = (_a, _b, _c, _d);
        ref var start = ref MemoryMarshal.GetReference(bytes);
        for (var offset = 0; offset + 32 <= bytes.Length; offset += 32)
        {
            a = Round(a, Word(ref start, offset));
            b = Round(b, Word(ref start, offset + 8));
            c = Round(c, Word(ref start, offset + 16));
            d = Round(d, Word(ref start, offset + 24));
        }

        (_a, _b, _c, _d) = (a, b, c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte start, int offset)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Round(ulong sum, ulong word) => BitOperations.RotateLeft(sum + word * P2, 31) * P1;

    private static ulong Merge(ulong hash, ulong sum) => (hash ^ Round(0, sum)) * P1 + P4;
}
