namespace Clientele.Cli.Summary;

/// <summary>Sentences out of parts.</summary>
internal static class Words
{
    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
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
