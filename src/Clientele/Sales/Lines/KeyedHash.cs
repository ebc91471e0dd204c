using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using X86 = System.Runtime.Intrinsics.X86;

namespace Clientele.Sales.Lines;

/// <summary>A keyed hash of short byte strings: 128 bits for lines, 64 bits for ids.</summary>
/// <remarks>
/// With the processor's AES instructions every 16 bytes go, under a secret key of their place, through three AES rounds, and the results
/// are added up: a difference in one byte reaches all 16 through at least 21 S-boxes. Elsewhere folded multiplications under the same keys
/// (<see cref="PortableHash"/>). With a fresh key per process nobody can prepare colliding ids; with n lines the chance that any two
/// different lines share 128 bits is about n² / 2¹²⁹ (10⁻²³ for 10⁸ lines). The result never reaches an output, so it may differ between
/// machines. Inputs must be readable for 16 bytes beyond their end.
/// </remarks>
internal sealed class KeyedHash
{
    /// <summary>Bytes after which the keys of places begin again.</summary>
    private const int Stride = 96;

    private readonly bool _aes;
    private readonly PortableHash _portable;

    // Secret keys of places; the last three are those of the rounds, too. Fields of their own: they are read without a look at an array.
    private readonly Vector128<byte> _k0;
    private readonly Vector128<byte> _k1;
    private readonly Vector128<byte> _k2;
    private readonly Vector128<byte> _k3;
    private readonly Vector128<byte> _k4;
    private readonly Vector128<byte> _k5;
    private readonly Vector128<byte> _k6;
    private readonly Vector128<byte> _k7;

    /// <summary>Spreads the key over all places.</summary>
    /// <param name="key">32 bytes that nobody else knows.</param>
    /// <param name="portable">Do without AES instructions.</param>
    public KeyedHash(ReadOnlySpan<byte> key, bool portable = false)
    {
        var a = BitConverter.ToUInt64(key);
        var b = BitConverter.ToUInt64(key[8..]);
        var c = BitConverter.ToUInt64(key[16..]);
        var d = BitConverter.ToUInt64(key[24..]);
        _portable = new PortableHash(a, b, c, d);
        _aes = X86.Aes.IsSupported && !portable;
        (_k0, _k1, _k2, _k3) = (Place(0), Place(1), Place(2), Place(3));
        (_k4, _k5, _k6, _k7) = (Place(4), Place(5), Place(6), Place(7));
    }

    /// <summary>A key nobody knows.</summary>
    public static KeyedHash Fresh()
    {
        var noise = new byte[32];
        Guid.NewGuid().TryWriteBytes(noise);
        Guid.NewGuid().TryWriteBytes(noise.AsSpan(16));
        return new KeyedHash(noise);
    }

    /// <summary>A key for runs whose result may depend on hashes: the same on every machine, so without AES.</summary>
    public static KeyedHash Fixed() => new("clientele: fixed key of the hash"u8, portable: true);

    /// <summary>128 bits; cost about 0.1 ns per byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Line(ref byte start, int length, out ulong low, out ulong high)
    {
        if (!_aes)
        {
            _portable.Line(ref start, length, out low, out high);
            return;
        }

        var sum = LineAes(ref start, length);
        low = sum.AsUInt64().ToScalar();
        high = sum.AsUInt64().GetElement(1);
    }

    /// <summary>64 bits; for ids inside an already partitioned set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Id(ref byte start, int length)
    {
        if (!_aes) return _portable.Id(ref start, length);
        if (length > 16) return LineAes(ref start, length).AsUInt64().ToScalar();
        var block = Tail(ref start, length);
        return Rounds(block ^ _k1 ^ Vector128.CreateScalar((ulong)length).AsByte()).AsUInt64().ToScalar();
    }

    /// <summary>Mixes two hashes into one key, order mattering.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Pair(ulong a, ulong b) => _aes
        ? Rounds(Vector128.Create(a, b).AsByte() ^ _k2).AsUInt64().ToScalar()
        : _portable.Pair(a, b);

    private Vector128<byte> Place(ulong place) =>
        Vector128.Create(_portable.Pair(place, 0x9E3779B97F4A7C15), _portable.Pair(place + 8, 0xC2B2AE3D27D4EB4F)).AsByte();

    private Vector128<byte> LineAes(ref byte start, int length)
    {
        var sum = Rounds(_k7 ^ Vector128.CreateScalar((ulong)length).AsByte());
        if (length >= Stride)
        {
            do
            {
                sum = Rounds(sum ^ Block(ref start, 0) ^ _k0) ^ Rounds(Block(ref start, 16) ^ _k1) ^ Rounds(Block(ref start, 32) ^ _k2)
                    ^ Rounds(Block(ref start, 48) ^ _k3) ^ Rounds(Block(ref start, 64) ^ _k4) ^ Rounds(Block(ref start, 80) ^ _k5);
                start = ref Unsafe.Add(ref start, Stride);
                length -= Stride;
            }
            while (length >= Stride);
            sum = Rounds(sum); // what follows is added under the same keys of places: without this, equal blocks would cancel out
        }

        if (length >= 64)
        {
            sum ^= Rounds(Block(ref start, 0) ^ _k0) ^ Rounds(Block(ref start, 16) ^ _k1) ^ Rounds(Block(ref start, 32) ^ _k2) ^ Rounds(Block(ref start, 48) ^ _k3);
            if (length >= 80) sum ^= Rounds(Block(ref start, 64) ^ _k4);
        }
        else if (length >= 16)
        {
            sum ^= Rounds(Block(ref start, 0) ^ _k0);
            if (length >= 32) sum ^= Rounds(Block(ref start, 16) ^ _k1);
            if (length >= 48) sum ^= Rounds(Block(ref start, 32) ^ _k2);
        }

        var rest = length & 15;
        return rest == 0 ? Rounds(sum) : Rounds(sum ^ Rounds(Tail(ref Unsafe.Add(ref start, length - rest), rest) ^ _k6));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Block(ref byte start, int offset) => Vector128.LoadUnsafe(ref start, (nuint)offset);

    /// <summary>The bytes up to a length below 16 and zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Tail(ref byte start, int length) =>
        Vector128.LoadUnsafe(ref start) & Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Rounds(Vector128<byte> block)
    {
        block = X86.Aes.Encrypt(block, _k7);
        block = X86.Aes.Encrypt(block, _k6);
        return X86.Aes.Encrypt(block, _k5);
    }
}
