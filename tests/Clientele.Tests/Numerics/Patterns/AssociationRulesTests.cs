using Clientele.Numerics.Patterns;
using Clientele.Numerics.Testing;

namespace Clientele.Tests.Numerics.Patterns;

public sealed class AssociationRulesTests
{
    [Fact]
    public void Every_measure_equals_its_definition_by_counting()
    {
        var seen = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var transactions = PlainSets.Made(seed);
            var (n, minimum, confidence) = (transactions.Count, 1 + (seed % 4), seed % 3 * 0.3);
            var sets = FrequentSets.Find(transactions, new() { MinimumCount = minimum, MaximumSize = 4 }, new() { Threads = 1 });
            var rules = AssociationRules.Of(sets, new() { MinimumConfidence = confidence }, default);
            var expected = PlainSets.Find(transactions, minimum, 4).Where(s => s.Items.Length > 1)
                .SelectMany(s => s.Items.Select(then => (If: s.Items.Where(i => i != then).ToArray(), then, s.Count)))
                .Where(r => (double)r.Count / PlainSets.Holding(transactions, r.If) >= confidence).ToList();
            Assert.Equal(expected.Count, rules.Count);
            for (var i = 0; i < rules.Count; i++)
            {
                var (rule, (left, then, count)) = (rules[i], expected[i]);
                Assert.Equal(left, rule.If);
                Assert.Equal((then, count), (rule.Then, rule.Count));
                var (a, b) = (PlainSets.Holding(transactions, left) / (double)n, PlainSets.Holding(transactions, [then]) / (double)n);
                var (both, sure) = (count / (double)n, (double)count / PlainSets.Holding(transactions, left));
                Assert.Equal(both, rule.Support, 1e-12);
                Assert.Equal(sure, rule.Confidence, 1e-12);
                Assert.Equal(both / (a * b), rule.Lift, 1e-9);
                Assert.Equal(both - (a * b), rule.Leverage, 1e-12);
                if (sure < 1) Assert.Equal((1 - b) / (1 - sure), rule.Conviction, 1e-9);
                else Assert.Equal(b < 1 ? double.PositiveInfinity : double.NaN, rule.Conviction);
                var simpler = Enumerable.Range(0, (1 << left.Length) - 1).Max(mask =>
                {
                    var part = left.Where((_, k) => (mask >> k & 1) != 0).ToArray();
                    return PlainSets.Holding(transactions, [.. part, then]) / (double)PlainSets.Holding(transactions, part);
                });
                Assert.Equal(sure - simpler, rule.Improvement, 1e-12);
                Assert.Equal(FisherExact.Greater(count, rule.IfCount - count, rule.ThenCount - count, n - rule.IfCount - rule.ThenCount + count), rule.P, 1e-12);
                seen++;
            }
        }

        Assert.True(seen > 20_000);
    }

    [Fact]
    public void Corrections_count_every_rule_that_could_have_been_formed()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var transactions = PlainSets.Made(seed);
            var sets = FrequentSets.Find(transactions, new() { MinimumCount = 2, MaximumSize = 3 }, new() { Threads = 1 });
            var rules = AssociationRules.Of(sets, new(), default);
            var items = sets.OfSize(1);
            foreach (var size in (int[])[2, 3])
            {
                // Those that were not frequent stand for p-values of 1.
                var mine = rules.Where(r => r.If.Length == size - 1 && (size > 2 || r.If[0] < r.Then)).ToList();
                var possible = size == 2 ? items * (items - 1) / 2 : items * (items - 1) * (items - 2) / 2;
                var all = mine.Select(r => r.P).Concat(Enumerable.Repeat(1.0, possible - mine.Count)).ToArray();
                var (holm, discovery) = (ManyComparisons.Holm(all), ManyComparisons.BenjaminiHochberg(all));
                for (var i = 0; i < mine.Count; i++)
                {
                    Assert.Equal(Math.Min(1, holm[i] * Math.Max(1, sets.Longest - 1)), mine[i].Holm, 1e-12);
                    Assert.Equal(discovery[i], mine[i].FalseDiscovery, 1e-12);
                }
            }
        }
    }

    [Fact]
    public void Chance_alone_gives_no_rules_more_often_than_the_level_says()
    {
        // 400 shops whose products have nothing to do with each other: at level .05, at most about 20 may show a rule.
        var wrong = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var transactions = PlainSets.Of(12, Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 12).Where(i => random.NextDouble() < 0.1 + (0.03 * i))));
            var sets = FrequentSets.Find(transactions, new() { MinimumCount = 5, MaximumSize = 3 }, new() { Threads = 1 });
            if (AssociationRules.Of(sets, new(), default).Any(r => r.Holm <= 0.05)) wrong++;
        }

        Assert.InRange(wrong, 0, 32);
    }
}
