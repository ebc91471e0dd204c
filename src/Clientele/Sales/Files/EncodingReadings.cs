namespace Clientele.Sales.Files;

/// <summary>How a word reads in the encodings that could be meant.</summary>
/// <param name="Names">Encodings with this reading, most likely first, joined by "or".</param>
/// <param name="Word">The word with the byte in question, at most 25 characters.</param>
/// <param name="Likely">The high bytes around read as letters in words, prices or quotation marks more often than not.</param>
internal sealed record EncodingReading(string Names, string Word, bool Likely);

/// <summary>Reads bytes in every single-byte encoding and orders the readings by how much they look like words of a shop.</summary>
internal static class EncodingReadings
{
    private const int MostBeside = 12;

    /// <summary>The readings of one word, best first; an encoding in which some byte around means nothing has none.</summary>
    /// <param name="around">Bytes around the place.</param>
    /// <param name="at">Index of the high byte that is not UTF-8.</param>
    public static IReadOnlyList<EncodingReading> Of(ReadOnlySpan<byte> around, int at)
    {
        var found = new List<(string Name, string Word, int Score)>();
        foreach (var name in EncodingNames.SingleByte)
        {
            var page = CodePage.Find(name)!;
            if (Score(around, page) is { } score) found.Add((name, Word(around, at, page), score));
        }

        return [.. found
            .GroupBy(f => f.Word, StringComparer.Ordinal)
            .OrderByDescending(g => g.Max(f => f.Score))
            .Select(g => new EncodingReading(string.Join(" or ", g.Select(f => f.Name)), g.Key, g.Max(f => f.Score) > 0))];
    }

    private static string Word(ReadOnlySpan<byte> bytes, int at, CodePage page)
    {
        var start = at;
        while (start > 0 && at - start < MostBeside && IsWord(bytes[start - 1])) start--;
        var end = at + 1;
        while (end < bytes.Length && end - at <= MostBeside && IsWord(bytes[end])) end++;
        return string.Create(end - start, (page, bytes[start..end].ToArray()), static (span, word) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = word.page[word.Item2[i]] is var c and not '\0' ? c : '?';
        });
    }

    private static bool IsWord(byte b) => b >= 0x80 || char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'\'' or (byte)'-';

    /// <summary>Points for high bytes that read like Western text, where three never stand together; null when one means nothing here.</summary>
    private static int? Score(ReadOnlySpan<byte> bytes, CodePage page)
    {
        var score = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            var c = page[bytes[i]];
            if (c == '\0') return null;
            var crowded = i > 0 && i + 1 < bytes.Length && bytes[i - 1] >= 0x80 && bytes[i + 1] >= 0x80;
            if (crowded) score -= 8;
            score += Score(i > 0 ? page[bytes[i - 1]] : '\n', c, i + 1 < bytes.Length ? page[bytes[i + 1]] : '\n');
        }

        return score;
    }

    private static int Score(char before, char c, char after)
    {
        var inWord = char.IsLetter(before) || char.IsLetter(after);
        if (char.IsLetter(c))
        {
            if (char.IsDigit(before) || char.IsDigit(after)) return -1;
            if (c >= 0x0250) return -2;
            if (!inWord) return -1;
            var oddCapital = char.IsUpper(c) && char.IsLetter(before) && (char.IsLower(before) || char.IsLower(after));
            var oddSmall = char.IsLower(c) && char.IsUpper(before) && char.IsUpper(after);
            return oddCapital || oddSmall ? -1 : 3;
        }

        if (c is '£' or '€' or '¥' or '¢') return char.IsDigit(before) || char.IsDigit(after) || char.IsWhiteSpace(after) ? 4 : -1;
        if (c is '’' or '‘') return inWord ? 2 : 0;
        if (c is '\u00A0') return char.IsLetterOrDigit(before) || char.IsDigit(after) ? 2 : 0;
        if (c is '“' or '”' or '«' or '»' or '–' or '—' or '•' or '…' or '°' or '®' or '™' or '©' or '½' or '¼' or '¾' or '²' or '³' or '´' or '¿' or '¡' or 'º' or 'ª')
        {
            return char.IsLetter(before) && char.IsLower(after) ? -1 : 1;
        }

        return -3;
    }
}
