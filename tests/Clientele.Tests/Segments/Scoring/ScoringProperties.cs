using Clientele.Segments;
using Clientele.Segments.Scoring;

namespace Clientele.Tests.Segments.Scoring;

/// <summary>What every scoring promises, over random tables full of ties.</summary>
public sealed class ScoringProperties
{
    private static readonly Dictionary<string, double[]> s_bounds = new() { ["recency"] = [3, 5, 8, 20], ["monetary"] = [0.05, 0.1, 0.3, 1.5] };

    public static TheoryData<string> Names => [.. Scorings.Catalog.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Row_order_never_matters(string scoring)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var table = Ties(seed);
            var order = Shop.Shuffle(table.Count, seed + 1);
            var scores = Scores(scoring, table);
            var shuffled = Scores(scoring, Shop.Permuted(table, order));
            for (var i = 0; i < order.Length; i++)
            {
                Assert.Equal(
                    (scores.R[order[i]], scores.F[order[i]], scores.M[order[i]]),
                    (shuffled.R[i], shuffled.F[i], shuffled.M[i]));
            }

            Assert.Equal(scores.Notes, shuffled.Notes);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equal_values_share_a_score_and_better_values_never_score_less(string scoring)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var table = Ties(seed);
            var s = Scores(scoring, table);
            var nested = scoring == "nested";
            AssertMonotone(table.Count, i => -table["recency"].Numbers[i], s.R, _ => 0);
            AssertMonotone(table.Count, i => table["frequency"].Numbers[i], s.F, i => nested ? s.R[i] : 0);
            AssertMonotone(table.Count, i => table["monetary"].Numbers[i], s.M, i => nested ? s.R[i] * 10 + s.F[i] : 0);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void The_fast_order_equals_the_slow_definition(int parts)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var table = Ties(seed);
            var n = table.Count;
            var money = table["monetary"].Amounts;
            var scores = Shop.Scores("quantile", table, parts);
            for (var i = 0; i < n; i++)
            {
                var below = money.Count(m => m.CompareTo(money[i]) < 0);
                var equal = money.Count(m => m == money[i]);
                var middle = below + equal / 2.0;
                Assert.Equal((int)Math.Ceiling(Math.Round(middle * parts / n, 12)), scores.M[i]);
            }
        }
    }

    private static RfmScores Scores(string scoring, Clientele.Customers.CustomerTable table) =>
        Shop.Scores(scoring, table, thresholds: scoring == "fixed" ? s_bounds : null);

    private static void AssertMonotone(int n, Func<int, double> good, byte[] scores, Func<int, int> group)
    {
        var sorted = Enumerable.Range(0, n).OrderBy(group).ThenBy(good).ToArray();
        for (var p = 1; p < n; p++)
        {
            var (a, b) = (sorted[p - 1], sorted[p]);
            if (group(a) != group(b)) continue;
            if (good(a) == good(b)) Assert.Equal(scores[a], scores[b]);
            else Assert.True(scores[a] <= scores[b]);
        }

        Assert.All(scores, s => Assert.InRange(s, 1, 5));
    }

    private static Clientele.Customers.CustomerTable Ties(int seed)
    {
        var chance = new Random(seed);
        var n = 1 + chance.Next(60);
        var (days, orders, cents) = (1 + chance.Next(30), 1 + chance.Next(8), 1 + chance.Next(200));
        return Shop.Of(
            [.. Enumerable.Range(0, n).Select(_ => (double)chance.Next(days))],
            [.. Enumerable.Range(0, n).Select(_ => 1.0 + chance.Next(orders))],
            [.. Enumerable.Range(0, n).Select(_ => (long)chance.Next(-cents, cents))]);
    }
}
