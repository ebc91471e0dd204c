using System.Text.Unicode;

namespace Clientele.Sales.Files;

/// <summary>What kind of bytes that are not UTF-8 were found.</summary>
internal enum DamageKind
{
    /// <summary>Shaped like UTF-8 but forbidden: an overlong form, a surrogate, above U+10FFFF. The line is to be rejected.</summary>
    Malformed,

    /// <summary>A high byte by itself: the file is in another encoding.</summary>
    Foreign,

    /// <summary>The text stops inside a character.</summary>
    Truncated,
}

/// <summary>A place that is not UTF-8.</summary>
/// <param name="Offset">From the start of the block.</param>
/// <param name="Length">Bytes to step over, at least 1.</param>
internal readonly record struct Damage(int Offset, int Length, DamageKind Kind);

/// <summary>Finds and tells apart what is not UTF-8.</summary>
internal static class Utf8Damage
{
    /// <summary>The first damage of a block that starts at a character, or null when all of it is UTF-8. Truncated when the block's end cuts a character.</summary>
    public static Damage? Find(ReadOnlySpan<byte> block)
    {
        if (Utf8.IsValid(block)) return null;
        var offset = 0;
        const int step = 4096;
        while (offset + step < block.Length && Utf8.IsValid(block.Slice(offset, step))) offset += step;
        while (true)
        {
            var ascii = block[offset..].IndexOfAnyInRange((byte)0x80, byte.MaxValue);
            if (ascii < 0) return null;
            offset += ascii;
            var whole = WholeCharacter(block[offset..]);
            if (whole == 0) return Judge(block, offset);
            offset += whole;
        }
    }

    /// <summary>Characters beyond ASCII that are whole, and bytes that stand by themselves: which of both a text is made of.</summary>
    public static (int Whole, int Lone) Weigh(ReadOnlySpan<byte> text)
    {
        var (whole, lone) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var length = text[i] < 0x80 ? 1 : WholeCharacter(text[i..]);
            if (length > 1) whole++;
            if (length == 0) lone++;
            i += Math.Max(length, 1);
        }

        return (whole, lone);
    }

    /// <summary>Length of the character that the bytes start with, or 0.</summary>
    private static int WholeCharacter(ReadOnlySpan<byte> bytes)
    {
        var length = LengthOf(bytes[0]);
        return length is >= 2 and <= 4 && bytes.Length >= length && Utf8.IsValid(bytes[..length]) ? length : 0;
    }

    private static Damage Judge(ReadOnlySpan<byte> block, int offset)
    {
        var length = LengthOf(block[offset]);
        if (length == 0) return new Damage(offset, 1, DamageKind.Foreign);
        var there = Math.Min(length, block.Length - offset);
        for (var i = 1; i < there; i++)
        {
            if ((block[offset + i] & 0xC0) != 0x80) return new Damage(offset, 1, DamageKind.Foreign);
        }

        if (there == length) return new Damage(offset, length, DamageKind.Malformed);
        return block[offset] is >= 0xC2 and <= 0xF4
            ? new Damage(offset, there, DamageKind.Truncated)
            : new Damage(offset, 1, DamageKind.Foreign);
    }

    /// <summary>Bytes that a first byte announces, also in the forms of up to six that were once allowed; 0 for a byte that starts nothing.</summary>
    private static int LengthOf(byte first) => first switch
    {
        < 0xC0 => 0,
        < 0xE0 => 2,
        < 0xF0 => 3,
        < 0xF8 => 4,
        < 0xFC => 5,
        < 0xFE => 6,
        _ => 0,
    };
}
