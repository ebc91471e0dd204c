using Clientele.Tables;

namespace Clientele.People.Typing;

/// <summary>A column's name and description taken apart into words: lower case, accents and signs off.</summary>
internal sealed class NameWords
{
    private readonly string _name;
    private readonly string _meaning;

    public NameWords(string name, string meaning)
    {
        _name = $" {Table.Folded(name, gaps: true)} ";
        _meaning = $" {Table.Folded(meaning, gaps: true)} ";
        Joined = Table.Folded(name, gaps: false);
    }

    /// <summary>The name without gaps: <c>yearbirth</c>.</summary>
    public string Joined { get; }

    /// <summary>A word of the name is one of these.</summary>
    public bool Names(params ReadOnlySpan<string> words) => Any(_name, words);

    /// <summary>The description holds one of these words or phrases.</summary>
    public bool Means(params ReadOnlySpan<string> words) => Any(_meaning, words);

    /// <summary>Either does.</summary>
    public bool Says(params ReadOnlySpan<string> words) => Any(_name, words) || Any(_meaning, words);

    /// <summary>A word of the name begins like that.</summary>
    public bool Begins(params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (_name.Contains(" " + start, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool Any(string text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains($" {word} ", StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
