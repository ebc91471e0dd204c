using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Sales.Spreadsheets;

/// <summary>The check sum of zip files (IEEE 802.3, reflected polynomial EDB88320).</summary>
/// <remarks>
/// [GOP09] Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ", Intel 2009: four lanes of 128 bits are
/// folded by carry-less multiplication; the last 128 bits and the tail go through the tables.
/// </remarks>
internal static class Crc32
{
    private static uint[]? s_tables;

    /// <summary>Goes on from the sum of the bytes so far; start with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        if (Pclmulqdq.IsSupported && bytes.Length >= 128)
        {
            crc = Folded(crc, ref bytes);
        }

        return ~ByTable(crc, bytes);
    }

    /// <summary>The plain form, eight bytes a step.</summary>
    public static uint AppendPlain(uint crc, ReadOnlySpan<byte> bytes) => ~ByTable(~crc, bytes);

    private static uint Folded(uint crc, ref ReadOnlySpan<byte> bytes)
    {
        // [GOP09] x^(512±64) and x^(128±64) mod P, reflected.
        var by64 = Vector128.Create(0x154442BD4UL, 0x1C6E41596UL);
        var by16 = Vector128.Create(0x1751997D0UL, 0x0CCAA009EUL);
        var lanes = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var a = lanes[0] ^ Vector128.Create((ulong)crc, 0UL);
        var b = lanes[1];
        var c = lanes[2];
        var d = lanes[3];
        var i = 4;
        for (; i + 4 <= lanes.Length; i += 4)
        {
            a = Fold(a, by64) ^ lanes[i];
            b = Fold(b, by64) ^ lanes[i + 1];
            c = Fold(c, by64) ^ lanes[i + 2];
            d = Fold(d, by64) ^ lanes[i + 3];
        }

        a = Fold(a, by16) ^ b;
        a = Fold(a, by16) ^ c;
        a = Fold(a, by16) ^ d;
        for (; i < lanes.Length; i++) a = Fold(a, by16) ^ lanes[i];

        Span<byte> last = stackalloc byte[16];
        MemoryMarshal.Write(last, in a);
        bytes = bytes[(lanes.Length * 16)..];
        return ByTable(0, last);
    }

    private static Vector128<ulong> Fold(Vector128<ulong> lane, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(lane, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(lane, by, 0x11);

    private static uint ByTable(uint crc, ReadOnlySpan<byte> bytes)
    {
        var t = s_tables ??= Tables();
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[0x700 + (low & 0xFF)] ^ t[0x600 + ((low >> 8) & 0xFF)] ^ t[0x500 + ((low >> 16) & 0xFF)] ^ t[0x400 + (low >> 24)]
                ^ t[0x300 + (high & 0xFF)] ^ t[0x200 + ((high >> 8) & 0xFF)] ^ t[0x100 + ((high >> 16) & 0xFF)] ^ t[high >> 24];
            bytes = bytes[8..];
        }

        foreach (var x in bytes) crc = t[(crc ^ x) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static uint[] Tables()
    {
        var t = new uint[8 * 256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++) c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
            t[n] = c;
        }

        for (var n = 256; n < t.Length; n++) t[n] = t[t[n - 256] & 0xFF] ^ (t[n - 256] >> 8);
        return t;
    }
}
