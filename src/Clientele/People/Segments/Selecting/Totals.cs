namespace Clientele.People.Segments.Selecting;

/// <summary>
/// A column worked out from others says what they say, once: its parts leave, so that six columns about spending do not outvote one about
/// age. Where a family of columns has no such total, its members stay.
/// </summary>
internal static class Totals
{
    public static void Take(Traits traits, IReadOnlyList<string> asked, List<Trait> left, Dictionary<string, Verdict> verdicts)
    {
        foreach (var larger in left.Where(t => t.Note.Expression is not null && !asked.Contains(t.Name, StringComparer.Ordinal)).ToArray())
        {
            if (left.Find(t => t != larger && t.Note.Expression is not null && Holds(traits, larger, t)) is not { } smaller) continue;
            verdicts[larger.Name] = new(larger.Name, false, "part", $"made of {smaller.Name}, which takes part itself, and of more");
            left.Remove(larger);
        }

        foreach (var total in left.Where(t => t.Note.Expression is not null).ToArray())
        {
            foreach (var part in left.Where(t => t.Note.Expression is null && Speaks(total.Note.Expression!, t.Name)).ToArray())
            {
                verdicts[part.Name] = new(part.Name, false, "part", $"{total.Name} says it already: {total.Note.Expression}");
                left.Remove(part);
            }
        }
    }

    // All that the smaller one is made of, and something besides.
    private static bool Holds(Traits traits, Trait larger, Trait smaller)
    {
        var (parts, all) = (0, 0);
        foreach (var trait in traits.All)
        {
            if (trait.Note.Expression is not null) continue;
            var within = Speaks(larger.Note.Expression!, trait.Name);
            if (within) all++;
            if (!Speaks(smaller.Note.Expression!, trait.Name)) continue;
            if (!within) return false;
            parts++;
        }

        return parts > 0 && all > parts;
    }

    /// <summary>The name stands in the expression as a word of its own.</summary>
    internal static bool Speaks(string expression, string name)
    {
        for (var at = expression.IndexOf(name, StringComparison.Ordinal); at >= 0; at = expression.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !Letter(expression[at - 1])) && (end == expression.Length || !Letter(expression[end]))) return true;
        }

        return false;
    }

    private static bool Letter(char c) => char.IsLetterOrDigit(c) || c == '_';
}
