namespace Clientele.Cli.Arguments;

/// <summary>One option of a command, as the help shows it.</summary>
/// <param name="Name">As typed: <c>--seed</c>.</param>
/// <param name="Value">What stands for its value in the help: <c>N</c>; null for a flag, of which only the presence counts.</param>
/// <param name="Meaning">One sentence; its default, if any, in brackets at the end.</param>
internal sealed record Setting(string Name, string? Value, string Meaning)
{
    /// <summary>May be given several times.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Another name, like <c>-q</c>, or null.</summary>
    public string? Alias { get; init; }

    /// <summary>The word is this option, alone or with its value glued on.</summary>
    public bool Begins(string word) => Is(word, Name) || (Alias is not null && Is(word, Alias));

    private static bool Is(string word, string name) =>
        word.StartsWith(name, StringComparison.Ordinal) && (word.Length == name.Length || word[name.Length] is '=' or ':');
}
