using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Sales.Lines;

/// <summary>What one look at a piece of text tells.</summary>
internal struct PieceScan
{
    /// <summary>Line feeds.</summary>
    public int Feeds;

    /// <summary>A quotation mark stands somewhere.</summary>
    public bool HasQuotes;

    /// <summary>Every byte is ASCII, and none is NUL: valid text.</summary>
    public bool IsPlain;

    /// <summary>Looks at all bytes once.</summary>
    public static PieceScan Of(ReadOnlySpan<byte> text)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var (feeds, whole) = (0, text.Length & ~63);
        if (Vector512.IsHardwareAccelerated) return Wide(text, whole);
        var (quotes, odd) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
        for (var offset = 0; offset < whole; offset += 64)
        {
            var low = Vector256.LoadUnsafe(ref start, (nuint)offset);
            var high = Vector256.LoadUnsafe(ref start, (nuint)(offset + 32));
            feeds += BitOperations.PopCount(Feed(low) | ((ulong)Feed(high) << 32));
            quotes |= Vector256.Equals(low, Vector256.Create((byte)'"')) | Vector256.Equals(high, Vector256.Create((byte)'"'));
            odd |= low | high | Vector256.Equals(low, Vector256<byte>.Zero) | Vector256.Equals(high, Vector256<byte>.Zero); // NUL compares to 255
        }

        return Rest(text[whole..], new PieceScan { Feeds = feeds, HasQuotes = quotes != Vector256<byte>.Zero, IsPlain = odd.ExtractMostSignificantBits() == 0 });
    }

    /// <summary>The same in vectors of 64 bytes.</summary>
    private static PieceScan Wide(ReadOnlySpan<byte> text, int whole)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var feeds = 0;
        var (quotes, odd) = (Vector512<byte>.Zero, Vector512<byte>.Zero);
        for (var offset = 0; offset < whole; offset += 64)
        {
            var bytes = Vector512.LoadUnsafe(ref start, (nuint)offset);
            feeds += BitOperations.PopCount(Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits());
            quotes |= Vector512.Equals(bytes, Vector512.Create((byte)'"'));
            odd |= bytes | Vector512.Equals(bytes, Vector512<byte>.Zero);
        }

        return Rest(text[whole..], new PieceScan { Feeds = feeds, HasQuotes = quotes != Vector512<byte>.Zero, IsPlain = odd.ExtractMostSignificantBits() == 0 });
    }

    private static PieceScan Rest(ReadOnlySpan<byte> text, PieceScan scan)
    {
        foreach (var value in text)
        {
            scan.Feeds += value == (byte)'\n' ? 1 : 0;
            scan.HasQuotes |= value == (byte)'"';
            scan.IsPlain &= value is > 0 and < 128;
        }

        return scan;
    }

    /// <summary>What is told of this text behind another.</summary>
    public readonly PieceScan After(in PieceScan before) => new()
    {
        Feeds = before.Feeds + Feeds,
        HasQuotes = before.HasQuotes | HasQuotes,
        IsPlain = before.IsPlain & IsPlain,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Feed(Vector256<byte> bytes) => Vector256.Equals(bytes, Vector256.Create((byte)'\n')).ExtractMostSignificantBits();
}
