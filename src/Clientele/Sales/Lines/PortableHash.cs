using System.Runtime.CompilerServices;

namespace Clientele.Sales.Lines;

/// <summary>The keyed hash for processors without AES instructions: folded 64 × 64 → 128 bit multiplications, two lanes with keys of their own.</summary>
internal sealed class PortableHash(ulong k0, ulong k1, ulong k2, ulong k3)
{
    private readonly ulong _k0 = k0 | 1;
    private readonly ulong _k1 = k1;
    private readonly ulong _k2 = k2 | 1;
    private readonly ulong _k3 = k3;

    public void Line(ref byte start, int length, out ulong low, out ulong high)
    {
        var x = _k1 ^ (ulong)length;
        var y = _k3 + (ulong)length;
        var offset = 0;
        for (; offset < length; offset += 16)
        {
            Words(ref Unsafe.Add(ref start, offset), length - offset, out var a, out var b);
            x = Fold(a ^ _k0 ^ x, b ^ _k1);
            y = Fold(b ^ _k2 ^ y, a ^ _k3);
        }

        low = Fold(x ^ _k2, y ^ _k0);
        high = Fold(y ^ _k1, x + _k3);
    }

    public ulong Id(ref byte start, int length)
    {
        var x = _k3 ^ (ulong)length;
        for (var offset = 0; offset < length; offset += 16)
        {
            Words(ref Unsafe.Add(ref start, offset), length - offset, out var a, out var b);
            x = Fold(a ^ _k2 ^ x, b ^ _k1);
        }

        return Fold(x ^ _k0, _k3 ^ (ulong)length);
    }

    public ulong Pair(ulong a, ulong b) => Fold(Fold(a ^ _k0, b ^ _k2) ^ _k1, b ^ _k3);

    /// <summary>The next 16 bytes as two words; beyond the end zeros.</summary>
    private static void Words(ref byte at, int left, out ulong a, out ulong b)
    {
        a = Unsafe.ReadUnaligned<ulong>(ref at);
        b = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, 8));
        if (left < 8)
        {
            a &= ulong.MaxValue >> (64 - 8 * left);
            b = 0;
        }
        else if (left < 16)
        {
            b &= left == 8 ? 0 : ulong.MaxValue >> (128 - 8 * left);
        }
    }

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
