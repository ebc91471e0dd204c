namespace Clientele.People.Segments.Profiling;

/// <summary>Shares, lifts and effects of the levels of a column by segment.</summary>
internal static class LevelProfile
{
    /// <summary>Levels that are shown; of more, the most frequent.</summary>
    public const int MostLevels = 50;

    public static void AddTo(List<ProfileFact> facts, Trait trait, Members members)
    {
        var (k, levels) = (members.K, trait.Levels.Count);
        var (counts, known) = (new long[k * levels], new long[k]);
        for (var i = 0; i < trait.Codes.Length; i++)
        {
            if (trait.Codes[i] < 0) continue;
            counts[(members.Labels[i] * levels) + trait.Codes[i]]++;
            known[members.Labels[i]]++;
        }

        var all = known.Sum();
        var sums = Enumerable.Range(0, levels).Select(l => Enumerable.Range(0, k).Sum(c => counts[(c * levels) + l])).ToArray();
        var shown = Enumerable.Range(0, levels).OrderByDescending(l => sums[l]).ThenBy(l => l).Take(MostLevels).Order().ToArray();
        for (var c = 0; c < k; c++)
        {
            foreach (var level in shown)
            {
                if (trait.IsFlag && level == 0) continue;
                var count = counts[(c * levels) + level];
                var (share, overall) = (Share(count, known[c]), Share(sums[level], all));
                var others = Share(sums[level] - count, all - known[c]);
                var effect = double.IsNaN(share) || double.IsNaN(others) ? double.NaN : Arc(share) - Arc(others);
                facts.Add(new(c, trait.Name, trait.Levels[level], "share", share, overall, others, effect, overall > 0 ? share / overall : double.NaN));
            }

            facts.Add(new(c, trait.Name, "", "known", known[c], all, double.NaN, double.NaN, double.NaN));
        }
    }

    private static double Share(long part, long whole) => whole == 0 ? double.NaN : (double)part / whole;

    // Cohen's h [Coh88]: shares on a scale where equal distances matter alike.
    private static double Arc(double share) => 2 * Math.Asin(Math.Sqrt(share));
}
