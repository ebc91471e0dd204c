using Clientele.Numerics;
using Clientele.Numerics.Rules;
using Clientele.People.Segments.Encoded;
using Clientele.People.Segments.Grouping;
using Nature = Clientele.Tables.ColumnKind;

namespace Clientele.People.Segments.Explaining;

/// <summary>Segments as short rules over the columns that formed them, in their own units.</summary>
internal static class RuleWriter
{
    // More is no sentence that anybody remembers.
    private const int MostConditions = 3;
    private const int MostWords = 4;

    public static SegmentRules Of(FeatureSpace space, int[] labels, int k, RunContext context)
    {
        if (k < 2) return new([.. Enumerable.Range(0, k).Select(c => new SegmentRule(c, "", double.NaN, double.NaN, double.NaN, []))], double.NaN, double.NaN, labels.Length);
        var traits = space.Traits;
        var columns = traits.Select(t => new RuleColumn(Selecting.Screened.Values(t), !t.IsNumber && t.Nature != Nature.Ordinal && t.Encoding is not Frequency)).ToArray();
        var tree = RuleTree.Fit(columns, labels, new() { MostDepth = MostConditions }, new FitContext { Threads = context.Threads, Cancellation = context.Cancellation });
        return new([.. Enumerable.Range(0, k).Select(c => Rule(tree.Rules[c], traits))], tree.Fidelity, tree.Baseline, labels.Length);
    }

    private static SegmentRule Rule(ClusterRule rule, IReadOnlyList<Trait> traits) => new(
        rule.Label, string.Join(" and ", rule.Conditions.Select(c => Words(c, traits[c.Column]))), rule.Precision, rule.Coverage, rule.Lift,
        [.. rule.Conditions.Select(c => Part(c, traits[c.Column]))]);

    private static RulePart Part(Condition condition, Trait trait) => new(
        trait.Name,
        condition.Categories is null && trait.IsNumber && double.IsFinite(condition.Above) ? condition.Above : null,
        condition.Categories is null && trait.IsNumber && double.IsFinite(condition.UpTo) ? condition.UpTo : null,
        condition.Categories is { } codes ? [.. codes.Select(c => trait.Levels[c])] : trait.IsNumber ? null : Between(condition, trait),
        condition.Except, condition.OrMissing);

    private static string Words(Condition condition, Trait trait)
    {
        var label = trait.Label;
        if (condition.Categories is { } codes) return $"{label} {(condition.Except ? "is not" : "is")} {string.Join(" or ", codes.Select(c => trait.Levels[c]))}";
        if (trait.Encoding is Frequency) return Frequent(condition, trait);
        if (!trait.IsNumber) return $"{label} is {string.Join(" or ", Between(condition, trait))}";
        var (above, upTo) = (double.IsFinite(condition.Above), double.IsFinite(condition.UpTo));
        return above && upTo ? $"{label} above {Figure.Bound(condition.Above)} up to {Figure.Bound(condition.UpTo)}"
            : above ? $"{label} above {Figure.Bound(condition.Above)}"
            : $"{label} up to {Figure.Bound(condition.UpTo)}";
    }

    // By the words themselves where they are few: nobody thinks of a country as 15%.
    private static string Frequent(Condition condition, Trait trait)
    {
        var within = Between(condition, trait);
        string[] without = [.. trait.Levels.Except(within, StringComparer.Ordinal)];
        if (within.Length <= MostWords || without.Length > MostWords) return within.Length <= MostWords
            ? $"{trait.Label} is {string.Join(" or ", within)}"
            : $"{trait.Label} is {(double.IsFinite(condition.Above) ? $"a word of more than {Share(condition.Above)}" : "a word")}{(double.IsFinite(condition.UpTo) ? $" of up to {Share(condition.UpTo)}" : "")} of the customers";
        return $"{trait.Label} is not {string.Join(" or ", without)}";
    }

    private static string Share(double share) => Figure.Bound(Math.Round(share * 100, 4)) + "%";

    private static string[] Between(Condition condition, Trait trait)
    {
        var numbers = trait.Encoding?.Numbers(trait);
        return [.. Enumerable.Range(0, trait.Levels.Count).Where(l => Number(l) > condition.Above && Number(l) <= condition.UpTo).Select(l => trait.Levels[l])];

        double Number(int level) => numbers is null ? level : numbers[level];
    }
}
