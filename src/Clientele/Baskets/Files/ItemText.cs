namespace Clientele.Baskets.Files;

/// <summary>Several items in one cell.</summary>
internal static class ItemText
{
    public static string Join(ReadOnlySpan<int> items, IReadOnlyList<string> names)
    {
        if (items.Length == 1) return names[items[0]];
        var words = new string[items.Length];
        for (var i = 0; i < words.Length; i++) words[i] = names[items[i]];
        return string.Join(" + ", words);
    }
}
