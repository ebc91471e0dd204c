using Clientele.Numerics.Testing;
using Clientele.People.Segments.Profiling;

namespace Clientele.People.Segments.Answers;

/// <summary>Rates of every campaign in every segment, each tested against the other segments, corrected for all of them.</summary>
public static class AnswerTests
{
    // [Coc54]: below, the normal approximation does not hold.
    private const double LeastExpected = 5;

    /// <summary>By campaign (by name), then segment.</summary>
    internal static IReadOnlyList<Answer> Of(Traits traits, Members members)
    {
        var answers = new List<Answer>();
        foreach (var trait in traits.Answers)
        {
            var (yes, all) = (new long[members.K], new long[members.K]);
            for (var i = 0; i < trait.Codes.Length; i++)
            {
                if (trait.Codes[i] < 0) continue;
                all[members.Labels[i]]++;
                if (trait.Codes[i] == 1) yes[members.Labels[i]]++;
            }

            var (allYes, everybody) = (yes.Sum(), all.Sum());
            for (var c = 0; c < members.K; c++) answers.Add(One(trait.Name, c, yes[c], all[c], allYes, everybody));
        }

        var adjusted = ManyComparisons.Holm([.. answers.Select(a => a.P)]);
        return [.. answers.Select((a, i) => a with { Adjusted = adjusted[i] })];
    }

    /// <summary>Tests that were made: what the correction counts.</summary>
    public static int Comparisons(IReadOnlyList<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Count(a => !double.IsNaN(a.P));
    }

    private static Answer One(string column, int segment, long yes, long all, long allYes, long everybody)
    {
        var (restYes, rest) = (allYes - yes, everybody - all);
        var (low, high) = all == 0 ? (double.NaN, double.NaN) : Proportions.Wilson(yes, all);
        var (p, test) = all == 0 || rest == 0 ? (double.NaN, "") : Test(yes, all, restYes, rest);
        var (rate, overall) = (Ratio(yes, all), Ratio(allYes, everybody));
        return new(column, segment, all, yes, rate, low, high, overall, Ratio(restYes, rest), overall > 0 ? rate / overall : double.NaN, p, p, test);
    }

    private static (double P, string Test) Test(long yes, long all, long restYes, long rest)
    {
        var share = (double)(yes + restYes) / (all + rest);
        var least = Math.Min(share, 1 - share) * Math.Min(all, rest);
        return least < LeastExpected
            ? (FisherExact.TwoSided(yes, all - yes, restYes, rest - restYes), "fisher")
            : (Proportions.Difference(yes, all, restYes, rest).PValue, "z");
    }

    private static double Ratio(long part, long whole) => whole == 0 ? double.NaN : (double)part / whole;
}
