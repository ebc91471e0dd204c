using System.Text;

namespace Clientele.People.Segments;

/// <summary>A column's name as people say it: <c>Annual Income (k$)</c> is income, <c>MntFishProducts</c> is fish products.</summary>
internal static class ColumnWords
{
    // Words that say how a thing is measured, not what it is.
    private static readonly HashSet<string> s_measures = new(["annual", "yearly", "monthly", "total", "sum", "score", "amount", "amt", "mnt", "num", "nr", "no", "number", "count", "cnt", "avg", "average", "mean", "of", "the", "value", "ausgaben", "umsatz", "betrag", "anzahl", "depenses", "dépenses", "montant", "nombre", "gasto", "gastos", "importe", "spesa", "uitgaven", "aantal"], StringComparer.Ordinal);

    public static string Of(string name)
    {
        var words = Split(name);
        var kept = words.Where(w => !s_measures.Contains(w)).ToArray();
        if (kept is [_, .., "month" or "week" or "year" or "day"]) kept[^1] = "a " + kept[^1];
        return string.Join(' ', kept.Length > 0 ? kept : [.. words]) is { Length: > 0 } label ? label : name;
    }

    private static List<string> Split(string name)
    {
        var (words, word, depth) = (new List<string>(), new StringBuilder(), 0);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is '(' or '[') depth++;
            var letter = depth == 0 && char.IsLetterOrDigit(c);
            var starts = letter && char.IsUpper(c) && i > 0 && (char.IsLower(name[i - 1]) || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((!letter || starts) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (letter) word.Append(char.ToLowerInvariant(c));
            if (c is ')' or ']' && depth > 0) depth--;
        }

        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }
}
