using System.Text.Unicode;
using Clientele.Sales.Files;

namespace Clientele.Sales.Lines;

/// <summary>What to do with blocks that are not clean UTF-8 text.</summary>
internal static class DamagedBlocks
{
    /// <summary>Throws when the damage concerns the file: another encoding, a lost disk sector. Damaged single lines are left to <see cref="IsSound"/>.</summary>
    public static void Check(Layout layout, Block block)
    {
        var text = block.Bytes.AsSpan(0, block.Length);
        var zeros = NulBlock.Find(text);
        if (zeros >= 0) throw Problems.NulBytes(layout.Path, block.FirstOffset + zeros);

        var from = 0;
        while (Utf8Damage.Find(text[from..]) is { } damage)
        {
            var at = from + damage.Offset;
            if (damage.Kind == DamageKind.Truncated) throw EncodingProblems.EndsInsideCharacter(layout.Path, block.FirstOffset + at, layout.Text.Encoding);
            if (damage.Kind == DamageKind.Foreign) throw EncodingProblems.Foreign(layout.Path, PlaceOf(block, text, at), text, at);
            var feed = text[at..].IndexOf((byte)'\n');
            if (feed < 0) return;
            from = at + feed + 1;
        }
    }

    /// <summary>The record is clean UTF-8 without NUL.</summary>
    public static bool IsSound(ReadOnlySpan<byte> record) => !record.Contains((byte)0) && Utf8.IsValid(record);

    private static Place PlaceOf(Block block, ReadOnlySpan<byte> text, int at) =>
        new(block.FirstOffset + at, block.FirstLine + text[..at].Count((byte)'\n'), at - text[..at].LastIndexOf((byte)'\n'));
}
