using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Rules;

/// <summary>
/// The best short rule for each label: of all nodes of the grown tree the way to the one with the highest F1 (of equals the shorter way,
/// then the earlier node), less conditions without which F1 is no lower; of equals the condition on the column that comes last in the order
/// given goes.
/// </summary>
internal sealed class RuleFinder(IReadOnlyList<RuleColumn> columns, int[] order, int[] labels, RuleNode[] grown)
{
    public ClusterRule[] Find(FitContext context)
    {
        var rules = new ClusterRule[grown[0].Counts.Length];
        using var crew = new Crew(Math.Min(Crew.Count(context.Threads), rules.Length));
        crew.Run(rules.Length, (label, _) => rules[label] = Shortened(Best(label), context.Cancellation), context.Cancellation);
        return rules;
    }

    /// <summary>What is asked on the way to a node, one condition a column, in the order of the columns.</summary>
    public static Condition[] Way(RuleNode[] nodes, int node)
    {
        var conditions = new SortedDictionary<int, Condition>();
        for (var child = node; nodes[child].Parent >= 0; child = nodes[child].Parent)
        {
            var parent = nodes[nodes[child].Parent];
            var asked = parent.Left == child ? parent.Question! : Otherwise(parent.Question!);
            conditions[asked.Column] = conditions.TryGetValue(asked.Column, out var known) ? known.And(asked) : asked;
        }

        return [.. conditions.Values];
    }

    private ClusterRule Best(int label)
    {
        var (members, all) = (grown[0].Counts[label], grown[0].Rows);
        var best = new ClusterRule(label, [], all, members, members, all);
        for (var i = 1; i < grown.Length; i++)
        {
            var conditions = Way(grown, i);
            var rule = new ClusterRule(label, conditions, grown[i].Rows, grown[i].Counts[label], members, all);
            var better = Compare(rule, best);
            if (rule.Hits > 0 && (best.Conditions.Count == 0 || better > 0 || (better == 0 && conditions.Length < best.Conditions.Count))) best = rule;
        }

        return best;
    }

    private ClusterRule Shortened(ClusterRule rule, CancellationToken cancellation)
    {
        while (rule.Conditions.Count > 1)
        {
            ClusterRule? shorter = null;
            foreach (var condition in rule.Conditions.OrderByDescending(condition => Array.IndexOf(order, condition.Column)))
            {
                cancellation.ThrowIfCancellationRequested();
                Condition[] conditions = [.. rule.Conditions.Where(other => other != condition)];
                var without = Counted(rule.Label, conditions, rule);
                if (Compare(without, rule) >= 0 && (shorter is null || Compare(without, shorter) > 0)) shorter = without;
            }

            if (shorter is null) break;
            rule = shorter;
        }

        return rule;
    }

    private ClusterRule Counted(int label, Condition[] conditions, ClusterRule like)
    {
        var (rows, hits) = (0L, 0L);
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0) continue;
            var passes = true;
            for (var c = 0; passes && c < conditions.Length; c++) passes = conditions[c].Holds(columns[conditions[c].Column].Values[i]);
            if (!passes) continue;
            rows++;
            if (labels[i] == label) hits++;
        }

        return new(label, conditions, rows, hits, like.Members, like.All);
    }

    // By F1 = 2 hits / (rows + members), in whole numbers.
    private static int Compare(ClusterRule a, ClusterRule b) => ((Int128)a.Hits * (b.Rows + b.Members)).CompareTo((Int128)b.Hits * (a.Rows + a.Members));

    private static Condition Otherwise(Condition question) => question.Categories is null
        ? question with { Above = question.UpTo, UpTo = double.PositiveInfinity, OrMissing = !question.OrMissing }
        : question with { Except = true, OrMissing = !question.OrMissing };
}
