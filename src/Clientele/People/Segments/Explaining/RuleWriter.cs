using Clientele.Numerics;
using Clientele.Numerics.Rules;
using Clientele.People.Segments.Grouping;
using Nature = Clientele.Tables.ColumnKind;

namespace Clientele.People.Segments.Explaining;

/// <summary>Segments as short rules over the columns that formed them, in their own units.</summary>
internal static class RuleWriter
{
    // More is no sentence that anybody remembers.
    private const int MostConditions = 3;

    public static SegmentRules Of(FeatureSpace space, int[] labels, int k, RunContext context)
    {
        if (k < 2) return new([.. Enumerable.Range(0, k).Select(c => new SegmentRule(c, "", double.NaN, double.NaN, double.NaN, []))], double.NaN, double.NaN, labels.Length);
        var traits = space.Traits;
        var columns = traits.Select(t => new RuleColumn(Selecting.Screened.Values(t), !t.IsNumber && t.Nature != Nature.Ordinal)).ToArray();
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
        if (!trait.IsNumber) return $"{label} is {string.Join(" or ", Between(condition, trait))}";
        var (above, upTo) = (double.IsFinite(condition.Above), double.IsFinite(condition.UpTo));
        return above && upTo ? $"{label} above {Figure.Bound(condition.Above)} up to {Figure.Bound(condition.UpTo)}"
            : above ? $"{label} above {Figure.Bound(condition.Above)}"
            : $"{label} up to {Figure.Bound(condition.UpTo)}";
    }

    private static string[] Between(Condition condition, Trait trait) =>
        [.. Enumerable.Range(0, trait.Levels.Count).Where(l => l > condition.Above && l <= condition.UpTo).Select(l => trait.Levels[l])];
}
