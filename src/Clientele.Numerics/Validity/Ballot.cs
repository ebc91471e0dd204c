using System.Globalization;

namespace Clientele.Numerics.Validity;

/// <summary>What each measure would choose, and the count.</summary>
internal static class Ballot
{
    // [TW05]: real clusters come back at 0.8 or more.
    private const double Strong = 0.8;

    /// <summary>One vote per measure.</summary>
    /// <param name="candidates">By rising k.</param>
    /// <param name="gaps">From k = 1 on.</param>
    public static IReadOnlyList<Vote> Votes(List<Candidate> candidates, GapCurve gaps)
    {
        var votes = new List<Vote> { OfStrength(candidates) };
        votes.Add(Best("silhouette", 2, candidates, c => c.Silhouette, "highest"));
        votes.Add(OfKnee(candidates));
        votes.Add(Best("Calinski-Harabasz", 1, candidates, c => c.CalinskiHarabasz, "highest"));
        votes.Add(Best("Davies-Bouldin", 1, candidates, c => -c.DaviesBouldin, "lowest"));
        var gap = gaps.ByK.FirstOrDefault(g => g.K == gaps.K);
        votes.Add(gap is null ? new("gap", 0, 1, "no gap is defined") : new("gap", gaps.K, 1, $"{Text(gap.Gap)} ± {Text(gap.Error)}, the first within one error of the next"));
        return votes;
    }

    /// <summary>Most votes and next most, the smaller k on a tie; a vote for 1 counts as one for no division.</summary>
    public static (int K, int RunnerUp) Count(IReadOnlyList<Vote> votes)
    {
        var counted = votes.Where(v => v.K > 0).GroupBy(v => v.K).OrderByDescending(g => g.Sum(v => v.Weight)).ThenBy(g => g.Key).Select(g => g.Key).ToArray();
        return (counted.Length > 0 ? counted[0] : 1, counted.Length > 1 ? counted[1] : 0);
    }

    private static Vote OfStrength(List<Candidate> candidates)
    {
        const string name = "prediction strength";
        var known = candidates.Where(c => c.Strength is not null).ToArray();
        if (known.Length == 0) return new(name, 0, 3, "too few rows to divide");
        var strong = known.LastOrDefault(c => c.Strength!.Mean + Error(c) >= Strong);
        if (strong is not null) return new(name, strong.K, 3, $"{Text(strong.Strength!.Mean)}, the last at 0.8");
        var best = known.MaxBy(c => c.Strength!.Mean)!;
        return new(name, 1, 3, $"none reaches 0.8; the best is {Text(best.Strength!.Mean)} at {best.K}");
    }

    private static double Error(Candidate candidate) => double.IsNaN(candidate.Strength!.StandardError) ? 0 : candidate.Strength.StandardError;

    private static Vote OfKnee(List<Candidate> candidates)
    {
        double[] ks = [1, .. candidates.Select(c => (double)c.K)], heights = [1, .. candidates.Select(c => c.Share)];
        var at = Knee.Locate(ks, heights);
        return at < 1
            ? new("knee of the inertia", 0, 1, "the curve has no knee")
            : new("knee of the inertia", (int)ks[at], 1, $"{Text(heights[at])} of the squares are left there");
    }

    private static Vote Best(string name, int weight, List<Candidate> candidates, Func<Candidate, double> height, string what)
    {
        Candidate? best = null;
        foreach (var candidate in candidates)
        {
            if (!double.IsNaN(height(candidate)) && (best is null || height(candidate) > height(best))) best = candidate;
        }

        return best is null ? new(name, 0, weight, "is not defined") : new(name, best.K, weight, $"{Text(Math.Abs(height(best)))}, the {what}");
    }

    public static string Text(double value) => Math.Abs(value) >= 100
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("0.00", CultureInfo.InvariantCulture);
}
