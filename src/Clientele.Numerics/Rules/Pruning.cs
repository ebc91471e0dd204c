namespace Clientele.Numerics.Rules;

/// <summary>Cuts the weakest branches off a tree.</summary>
/// <remarks>[BFOS84] section 3.3: again and again the question whose branch puts the fewest rows right per question becomes an answer, as
/// long as these are at most complexity · the rows that are wrong without any question; of equals the deepest, then the last.</remarks>
internal static class Pruning
{
    public static RuleNode[] Prune(RuleNode[] grown, double complexity)
    {
        var (nodes, bound) = ((RuleNode[])grown.Clone(), complexity * grown[0].Wrong);
        while (true)
        {
            // Children stand behind their parents: from the last to the first, branches are summed up.
            var (wrong, leaves) = (new long[nodes.Length], new int[nodes.Length]);
            var (weakest, least) = (-1, double.PositiveInfinity);
            for (var i = nodes.Length - 1; i >= 0; i--)
            {
                var node = nodes[i];
                (wrong[i], leaves[i]) = node.Left < 0 ? (node.Wrong, 1) : (wrong[node.Left] + wrong[node.Right], leaves[node.Left] + leaves[node.Right]);
                if (node.Left < 0) continue;
                var gain = (double)(node.Wrong - wrong[i]) / (leaves[i] - 1);
                if (gain < least) (weakest, least) = (i, gain);
            }

            if (weakest < 0 || least > bound) return Compact(nodes);
            nodes[weakest] = nodes[weakest] with { Left = -1, Right = -1, Question = null };
        }
    }

    private static RuleNode[] Compact(RuleNode[] nodes)
    {
        var (numbers, kept) = (new int[nodes.Length], new List<RuleNode>());
        for (var i = 0; i < nodes.Length; i++)
        {
            var parent = nodes[i].Parent;
            var stays = parent < 0 || (numbers[parent] >= 0 && nodes[parent].Left >= 0);
            numbers[i] = stays ? kept.Count : -1;
            if (stays) kept.Add(nodes[i]);
        }

        for (var i = 0; i < kept.Count; i++)
        {
            var node = kept[i];
            kept[i] = node with
            {
                Parent = node.Parent < 0 ? -1 : numbers[node.Parent],
                Left = node.Left < 0 ? -1 : numbers[node.Left],
                Right = node.Right < 0 ? -1 : numbers[node.Right],
            };
        }

        return [.. kept];
    }
}
