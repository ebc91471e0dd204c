namespace Clientele.People.Joining;

/// <summary>A table to join, as typed.</summary>
/// <param name="Path">The table.</param>
/// <param name="Key">Its column of customer ids, by name or number; null means found out.</param>
public sealed record JoinSpec(string Path, string? Key)
{
    /// <summary>Takes <c>table.csv</c> or <c>table.csv:key</c> apart; a file of the whole name comes first, and a drive letter is no key.</summary>
    public static JoinSpec Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf(':');
        if (at <= 1 || at == text.Length - 1 || File.Exists(text) || text.AsSpan(at + 1).ContainsAny('/', '\\')) return new(text, null);
        return new(text[..at], text[(at + 1)..].Trim());
    }
}
