using System.Globalization;
using System.Text.RegularExpressions;
using Clientele.Tables;

namespace Clientele.People.Typing;

/// <summary>Words that have an order everybody knows, and bands of numbers.</summary>
internal static partial class KnownOrders
{
    // Words of one rank stand between bars, folded; all levels of a column must be in one list, none at the rank of another.
    private static readonly string[] s_lists =
    [
        "none no formal education uneducated illiterate keine ohne aucun ninguno|basic primary elementary grundschule primaire primaria basico some primary|middle lower secondary hauptschule|high school highschool secondary realschule abitur lycee bachillerato upper secondary matura 12th|vocational apprenticeship ausbildung lehre technical diploma some college college associate berufsausbildung|graduation graduate bachelor bachelors bachelor s licence licenciatura grado undergraduate university universitat college graduate|2n cycle second cycle 2nd cycle postgraduate post graduate|master masters master s magister diplom maitrise maestria mestrado laurea magistrale mba|phd ph d doctorate doctor doktor promotion doctorat doctorado dottorato doutorado",
        "xxs|xs extra small|s small klein|m medium mittel|l large gross|xl extra large|xxl|xxxl 3xl",
        "very low sehr niedrig|low niedrig gering faible bajo basso laag|medium mid middle moderate average mittel moyen medio gemiddeld|high hoch eleve alto hoog|very high sehr hoch",
        "never nie jamais nunca mai|rarely seldom selten rarement raramente|sometimes occasionally manchmal parfois a veces|often frequently oft haufig souvent|always immer toujours siempre sempre",
        "strongly disagree|disagree|neutral neither agree nor disagree undecided|agree|strongly agree",
        "very dissatisfied very unsatisfied|dissatisfied unsatisfied|neutral|satisfied|very satisfied",
        "very poor terrible|poor bad schlecht|fair average befriedigend|good gut|very good sehr gut|excellent ausgezeichnet",
        "bronze|silver silber|gold|platinum platin|diamond",
        "small klein|medium mittel|large gross",
    ];

    private const int MostLevels = 30;
    private const int LongestLevel = 80;

    /// <summary>The levels from least to most and why, or null when no order is known.</summary>
    /// <param name="levels">As they stand.</param>
    public static (string[] Levels, string Reason)? Of(IReadOnlyList<string> levels)
    {
        if (levels.Count is < 2 or > MostLevels) return null;
        foreach (var list in s_lists)
        {
            if (Ranks(levels, list.Split('|')) is { } ranks) return (Sorted(levels, ranks), "its words have a known order");
        }

        double[] starts = [.. levels.Select(BandStart)];
        return starts.All(double.IsFinite) && starts.Distinct().Count() == starts.Length && levels.Any(l => l.Contains('-', StringComparison.Ordinal) || l.Contains('\u2013', StringComparison.Ordinal))
            ? (Sorted(levels, starts), "its values are bands of numbers")
            : null;
    }

    private static double[]? Ranks(IReadOnlyList<string> levels, string[] groups)
    {
        var (ranks, used) = (new double[levels.Count], new HashSet<int>());
        for (var i = 0; i < ranks.Length; i++)
        {
            var word = $" {Table.Folded(levels[i], gaps: true)} ";
            var rank = word.Length <= 2 ? -1 : Rank(groups, word);
            if (rank < 0 || !used.Add(rank)) return null;
            ranks[i] = rank;
        }

        return ranks;
    }

    // The group whose words hold all of the level; the shortest fit, so that "master" is no part of another phrase.
    private static int Rank(string[] groups, string word)
    {
        for (var g = 0; g < groups.Length; g++)
        {
            if ($" {groups[g]} ".Contains(word, StringComparison.Ordinal)) return g;
        }

        return -1;
    }

    private static double BandStart(string level)
    {
        var found = Band().Match(level.Length > LongestLevel ? "" : level.Trim());
        if (!found.Success) return double.NaN;
        var start = double.Parse(found.Groups["a"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * (found.Groups["k"].Length > 0 ? 1000 : 1);
        return found.Groups["below"].Length > 0 ? start - 1e-3 - Math.Abs(start) : start;
    }

    private static string[] Sorted(IReadOnlyList<string> levels, double[] keys) => [.. Enumerable.Range(0, keys.Length).OrderBy(i => keys[i]).Select(i => levels[i])];

    [GeneratedRegex(@"^(?<below><|<=|under|below|less than|up to|bis|unter)?\s*[$\u20ac\u00a3]?\s*(?<a>\d{1,3}(,\d{3})+|\d+(\.\d+)?)\s*(?<k>k\b|K\b)?\s*(%|[$\u20ac\u00a3])?\s*((-|\u2013|to|bis)\s*[$\u20ac\u00a3]?\s*[\d,.]+\s*[kK]?\s*(%|[$\u20ac\u00a3])?|\+|and (over|above|more|older)|or more)?\s*(years|days|k)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Band();
}
