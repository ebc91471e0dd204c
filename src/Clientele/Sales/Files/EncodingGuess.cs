namespace Clientele.Sales.Files;

/// <summary>What an encoding was decided by.</summary>
/// <param name="Name">As in <see cref="TextFormat.Encoding"/>.</param>
/// <param name="Mark">Bytes of the mark (BOM) before the text.</param>
/// <param name="Reason">In words.</param>
internal sealed record EncodingChoice(string Name, int Mark, string Reason)
{
    public bool Wide => Name is EncodingNames.Utf16Little or EncodingNames.Utf16Big;
}

/// <summary>Decides the encoding by the first bytes, where they can tell it, and by what was asked for.</summary>
internal static class EncodingGuess
{
    private const int Looked = 4096;

    /// <summary>The encoding to read with: what a mark says, else what was asked for, else UTF-16 by its zeros, else UTF-8, which the bytes still have to prove.</summary>
    /// <param name="head">First bytes of the text.</param>
    /// <param name="asked">Normalized name from <c>--encoding</c>, or null.</param>
    /// <param name="name">The file, for messages.</param>
    public static EncodingChoice Choose(ReadOnlySpan<byte> head, string? asked, string name)
    {
        if (ByMark(head) is { } mark)
        {
            if (mark.Name.Length == 0) throw EncodingProblems.Utf32(name);
            var overruled = asked is not null && asked != mark.Name && !(asked == EncodingNames.Utf16 && mark.Wide);
            return overruled ? mark with { Reason = $"{mark.Reason}, which --encoding {asked} cannot change" } : mark;
        }

        if (asked == EncodingNames.Utf16)
        {
            return (ByZeros(head, name) ?? throw EncodingProblems.EitherUtf16(name)) with { Reason = "--encoding utf-16; the byte order by where the zero bytes stand" };
        }

        if (asked is not null) return new EncodingChoice(asked, 0, $"--encoding {asked}");
        return ByZeros(head, name) ?? new EncodingChoice(EncodingNames.Utf8, 0, "every byte looked at reads as UTF-8");
    }

    /// <summary>The encoding that a mark at the start announces; an empty name for UTF-32.</summary>
    public static EncodingChoice? ByMark(ReadOnlySpan<byte> head)
    {
        const string Reason = "the mark at the start of the file says so";
        if (Starts(head, [0xEF, 0xBB, 0xBF])) return new EncodingChoice(EncodingNames.Utf8, 3, Reason);
        if (Starts(head, [0xFF, 0xFE, 0x00, 0x00]) || Starts(head, [0x00, 0x00, 0xFE, 0xFF])) return new EncodingChoice("", 4, Reason);
        if (Starts(head, [0xFF, 0xFE])) return new EncodingChoice(EncodingNames.Utf16Little, 2, Reason);
        return Starts(head, [0xFE, 0xFF]) ? new EncodingChoice(EncodingNames.Utf16Big, 2, Reason) : null;
    }

    private static bool Starts(ReadOnlySpan<byte> head, ReadOnlySpan<byte> start) => head.StartsWith(start);

    /// <summary>UTF-16 without a mark, told by zeros in every other byte; null for text without such a pattern.</summary>
    public static EncodingChoice? ByZeros(ReadOnlySpan<byte> head, string name)
    {
        head = head[..Math.Min(head.Length, Looked)];
        if (head.Length < 4 || head.IndexOf((byte)0) < 0) return null;
        Span<int> zeros = stackalloc int[4];
        zeros.Clear();
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0) zeros[i & 3]++;
        }

        var quarter = head.Length / 4;
        if ((Many(zeros[2]) && Many(zeros[3]) && Few(zeros[0])) || (Many(zeros[0]) && Many(zeros[1]) && Few(zeros[3]))) throw EncodingProblems.Utf32(name);
        const string Reason = "no mark, but every other byte is zero as in UTF-16 text";
        var (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
        var units = head.Length / 2;
        if (odd * 10 >= units * 3 && even * 8 <= odd) return new EncodingChoice(EncodingNames.Utf16Little, 0, Reason);
        return even * 10 >= units * 3 && odd * 8 <= even ? new EncodingChoice(EncodingNames.Utf16Big, 0, Reason) : null;

        bool Many(int count) => count * 10 >= quarter * 9;
        bool Few(int count) => count * 10 <= quarter;
    }
}
