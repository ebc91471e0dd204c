namespace Clientele.People.Joining;

/// <summary>Says why keys that look alike do not match: leading zeros, a final .0, capitals.</summary>
internal static class KeyHints
{
    private static readonly (string Words, Func<string, string> Form)[] s_forms =
    [
        ("without leading zeros", id => id.TrimStart('0') is { Length: > 0 } rest ? rest : "0"),
        ("without a final .0", id => id.EndsWith(".0", StringComparison.Ordinal) ? id[..^2] : id),
        ("without leading zeros and a final .0", id => (id.EndsWith(".0", StringComparison.Ordinal) ? id[..^2] : id).TrimStart('0') is { Length: > 0 } rest ? rest : "0"),
        ("whatever the capitals", id => id.ToUpperInvariant()),
    ];

    /// <summary>How many more would match in another form, and which; null when none would.</summary>
    /// <param name="left">Ids without a match.</param>
    /// <param name="right">Ids of the other table without a match.</param>
    public static (long Count, string Words)? Of(IReadOnlyCollection<string> left, IReadOnlyCollection<string> right)
    {
        (long Count, string Words)? best = null;
        foreach (var (words, form) in s_forms)
        {
            var others = right.Select(form).ToHashSet(StringComparer.Ordinal);
            var count = left.LongCount(id => others.Contains(form(id)));
            if (count > (best?.Count ?? 0)) best = (count, words);
        }

        return best;
    }
}
