namespace Clientele.People.Segments.Selecting;

/// <summary>
/// A column worked out from others says what they say, once: its parts leave, so that six columns about spending do not outvote one about
/// age. Where a family of columns has no such total, its members stay.
/// </summary>
internal static class Totals
{
    public static void Take(List<Trait> left, Dictionary<string, Verdict> verdicts)
    {
        foreach (var total in left.Where(t => t.Note.Expression is not null).ToArray())
        {
            foreach (var part in left.Where(t => t.Note.Expression is null && Speaks(total.Note.Expression!, t.Name)).ToArray())
            {
                verdicts[part.Name] = new(part.Name, false, "part", $"{total.Name} says it already: {total.Name} = {total.Note.Expression}");
                left.Remove(part);
            }
        }
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
