using Clientele.Numerics.Testing;

namespace Clientele.Numerics.Patterns;

/// <summary>Rules with one item on the right, from frequent sets of two items or more.</summary>
/// <remarks>
/// Rules were picked from many, so their p-values are corrected for all that could have been picked [Web07]: with m frequent items, m (m − 1) / 2
/// pairs, and s times m over s rules of s ≥ 3 items. Each size has an equal part of Holm's level. How often single items occur decides what
/// is looked at, which tells nothing of how they meet.
/// </remarks>
public static class AssociationRules
{
    /// <summary>The rules that the options let through, in the order of the sets and of their right sides.</summary>
    /// <param name="sets">With all their subsets, as <see cref="FrequentSets"/> finds them.</param>
    public static IReadOnlyList<Rule> Of(ItemSets sets, RuleOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(options);
        var kept = new List<Rule>();
        var (first, items, sizes) = (sets.OfSize(1), sets.OfSize(1), Math.Max(1, sets.Longest - 1));
        for (var size = 2; sets.OfSize(size) > 0; first += sets.OfSize(size), size++)
        {
            var rules = new List<Rule>();
            for (var set = first; set < first + sets.OfSize(size); set++)
            {
                if ((set & 255) == 0) cancellation.ThrowIfCancellationRequested();
                AddRules(sets, set, rules);
            }

            Correct(rules, size, items, sizes);
            foreach (var rule in rules)
            {
                if (rule.Confidence >= options.MinimumConfidence && rule.Lift >= options.MinimumLift) kept.Add(rule);
            }
        }

        return kept;
    }

    private static void AddRules(ItemSets sets, int set, List<Rule> rules)
    {
        var items = sets[set];
        var count = sets.CountOf(set);
        Span<int> left = stackalloc int[items.Length - 1];
        for (var i = 0; i < items.Length; i++)
        {
            items[..i].CopyTo(left);
            items[(i + 1)..].CopyTo(left[i..]);
            var (ifs, then) = (sets.CountOf(left), sets.CountOf(items.Slice(i, 1)));
            rules.Add(new Rule(left.ToArray(), items[i], count, ifs, then, sets.Transactions)
            {
                P = items.Length == 2 && i == 1 ? rules[^1].P : Hypergeometric.AtLeast(count, then, ifs, sets.Transactions),
                Improvement = ((double)count / ifs) - BestSimpler(sets, left, items[i]),
            });
        }
    }

    // The highest confidence of the right side given some, but not all, of the left.
    private static double BestSimpler(ItemSets sets, ReadOnlySpan<int> left, int then)
    {
        var best = (double)sets.CountOf([then]) / sets.Transactions;
        Span<int> part = stackalloc int[left.Length + 1];
        for (var mask = 1; mask < (1 << left.Length) - 1; mask++)
        {
            var size = 0;
            for (var i = 0; i < left.Length; i++)
            {
                if ((mask >> i & 1) != 0) part[size++] = left[i];
            }

            var without = sets.CountOf(part[..size]);
            while (size > 0 && part[size - 1] > then)
            {
                part[size] = part[size - 1];
                size--;
            }

            part[size] = then;
            best = Math.Max(best, (double)sets.CountOf(part[..(int.PopCount(mask) + 1)]) / without);
        }

        return best;
    }

    private static void Correct(List<Rule> rules, int size, int items, int sizes)
    {
        // Both directions of a pair are one test.
        var pairs = size == 2;
        var p = new double[pairs ? rules.Count / 2 : rules.Count];
        for (var i = 0; i < p.Length; i++) p[i] = rules[pairs ? i * 2 : i].P;
        var possible = pairs ? 1.0 : size;
        for (var i = 0; i < size; i++) possible *= (double)(items - i) / (i + 1);
        var (holm, discovery) = (ManyComparisons.Holm(p, possible), ManyComparisons.BenjaminiHochberg(p, possible));
        for (var i = 0; i < rules.Count; i++)
        {
            var test = pairs ? i / 2 : i;
            rules[i] = rules[i] with { Holm = Math.Min(1, holm[test] * sizes), FalseDiscovery = discovery[test] };
        }
    }
}
