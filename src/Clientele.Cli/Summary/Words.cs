namespace Clientele.Cli.Summary;

/// <summary>Sentences out of parts.</summary>
internal static class Words
{
    private const int MostListed = 24;

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>; of very many the first ones and how many more.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        > MostListed + 1 => $"{string.Join(", ", words.Take(MostListed))} and {Screen.Figures.Count(words.Count - MostListed)} more",
        _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
    };

    /// <summary>Starts with a capital, ends with a full stop.</summary>
    public static string Sentence(string text)
    {
        text = text.Trim();
        if (text.Length == 0) return text;
        var full = text[^1] is '.' or '!' or '?' ? text : text + ".";
        var end = full.IndexOf(' ');
        return full.AsSpan(0, end < 0 ? full.Length : end).Contains('_') ? full : char.ToUpperInvariant(full[0]) + full[1..];
    }
}
