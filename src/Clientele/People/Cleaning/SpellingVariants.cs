using Clientele.People.Reading;

namespace Clientele.People.Cleaning;

/// <summary>Levels of a category that look like one thing written in two ways: suggested, or on request made one.</summary>
internal sealed class SpellingVariants(bool merge) : TableRule
{
    /// <summary>A slip of the pen is so much rarer than the word.</summary>
    private const double SlipShare = 0.1;

    private const int LeastForSlip = 5;
    private static readonly Knob s_action = Knob.OfWords("action", "What happens to variants", "suggest", "merge");

    public static Choice<TableRule> Choice { get; } = new(
        "spelling", "Variants of one category (Female, female, F): suggested, or merged into the commonest.", [s_action], settings => new SpellingVariants(settings.Word(s_action) == "merge"));

    internal override void Apply(Roster roster, DateTime? asOf, RunContext context)
    {
        for (var q = 0; q < roster.Columns.Count; q++)
        {
            var column = roster.Columns[q];
            if (column.Column.Nature is not (Tables.ColumnKind.Category or Tables.ColumnKind.Ordinal) || column.Column.Levels.Count < 2) continue;
            var (coded, counts) = (column.Column.Coded, new Dictionary<string, int>(StringComparer.Ordinal));
            for (var code = 0; code < coded.Words.Count; code++) counts.Add(coded.Words[code], coded.Counts[code]);
            var variants = Find(column.Column.Levels, counts);
            if (variants.Count == 0) continue;
            foreach (var (variant, word) in variants)
                if (!merge) roster.Book.Find("people.spelling", $"{column.Name}: '{variant}' ({PeopleProblems.Count(counts[variant])}) looks like '{word}' ({PeopleProblems.Count(counts[word])}); --spelling merge makes them one.", counts[variant]);
            if (!merge) continue;
            var texts = (string[])column.Column.Texts.Clone();
            var rows = new List<int>();
            for (var row = 0; row < texts.Length; row++)
            {
                if (!variants.TryGetValue(texts[row], out var word)) continue;
                texts[row] = word;
                rows.Add(row);
            }

            roster.Book.Cells("spelling", column, roster.Ids, rows, "renamed", "a variant of another word", row => (column.Column.Texts[row], texts[row], "variant"));
            roster.Columns[q] = column with { Column = Cell.Texts(column.Column, texts) };
        }
    }

    /// <summary>What each variant stands for: the commonest word that it looks like.</summary>
    internal static SortedDictionary<string, string> Find(IReadOnlyList<string> levels, IReadOnlyDictionary<string, int> counts)
    {
        var variants = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string[] common = [.. levels.OrderByDescending(l => counts.GetValueOrDefault(l)).ThenBy(l => l, StringComparer.Ordinal)];
        foreach (var level in common.Reverse())
        {
            var folded = Tables.Table.Folded(level, gaps: false);
            var words = common.TakeWhile(w => !string.Equals(w, level, StringComparison.Ordinal)).ToArray();
            if (folded.Length == 0) continue;
            var same = Array.Find(words, w => Tables.Table.Folded(w, gaps: false) == folded);
            // F for Female, when no other word begins so.
            var longer = folded.Length == 1 ? words.Where(w => Tables.Table.Folded(w, gaps: false) is { Length: > 2 } f && f[0] == folded[0]).DistinctBy(w => Tables.Table.Folded(w, gaps: false), StringComparer.Ordinal).ToArray() : [];
            if (longer.Length == 1 && levels.Select(l => Tables.Table.Folded(l, gaps: false)).Where(l => l.StartsWith(folded, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Count() > 2) longer = [];
            var slip = folded.Length >= LeastForSlip ? Array.Find(words, w => counts[level] <= SlipShare * counts[w] && !folded.Any(char.IsDigit) && IsSlip(folded, Tables.Table.Folded(w, gaps: false))) : null;
            if ((same ?? (longer.Length == 1 ? longer[0] : slip)) is { } word) variants.Add(level, word);
        }

        foreach (var variant in variants.Keys.ToArray())
        {
            while (variants.TryGetValue(variants[variant], out var further)) variants[variant] = further;
        }

        return variants;
    }

    // One letter more, less or other, or two neighbours swapped.
    private static bool IsSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || a == b) return false;
        var (start, end) = (0, 0);
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start]) start++;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var (left, right) = (a.Length - start - end, b.Length - start - end);
        return Math.Max(left, right) <= 1 || (left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]);
    }
}
