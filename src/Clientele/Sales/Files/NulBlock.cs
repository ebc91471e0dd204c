namespace Clientele.Sales.Files;

/// <summary>Runs of NUL bytes such as a lost disk sector or a broken copy leaves.</summary>
internal static class NulBlock
{
    /// <summary>Least run that is damage of the file and not of one line.</summary>
    public const int Least = 4096;

    /// <summary>Offset of the first run of at least <see cref="Least"/> NUL bytes, or -1. Looks at one byte in 4,096 where there is none.</summary>
    public static int Find(ReadOnlySpan<byte> block)
    {
        for (var probe = Least - 1; probe < block.Length; probe += Least)
        {
            if (block[probe] != 0) continue;
            var before = block[..probe].LastIndexOfAnyExcept((byte)0);
            var after = block[probe..].IndexOfAnyExcept((byte)0);
            var end = after < 0 ? block.Length : probe + after;
            if (end - (before + 1) >= Least) return before + 1;
        }

        return -1;
    }
}
