namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// Puts joins into the order in which the nearest pair of all would have been joined each time: by height, of equals by the clusters'
/// names, and never before those it is made of.
/// </summary>
internal static class MergeOrder
{
    /// <summary>For linkages whose heights cannot fall; where rounding made one fall, it is raised to that of its parts.</summary>
    /// <param name="joins">Each after those it is made of.</param>
    /// <param name="m">Leaves.</param>
    public static List<Join> Of(List<Join> joins, int m)
    {
        var (maker, waiting, parent) = (new int[m], new int[joins.Count], new int[joins.Count]);
        Array.Fill(maker, -1);
        var heights = new double[joins.Count];
        for (var j = 0; j < joins.Count; j++)
        {
            heights[j] = joins[j].Height;
            parent[j] = -1;
            foreach (var part in (ReadOnlySpan<int>)[maker[joins[j].First], maker[joins[j].Second]])
            {
                if (part < 0) continue;
                (parent[part], heights[j]) = (j, Math.Max(heights[j], heights[part]));
                waiting[j]++;
            }

            maker[joins[j].First] = j;
        }

        var ready = new PriorityQueue<int, (double Height, int First, int Second)>();
        for (var j = 0; j < joins.Count; j++)
        {
            if (waiting[j] == 0) ready.Enqueue(j, (heights[j], joins[j].First, joins[j].Second));
        }

        var ordered = new List<Join>(joins.Count);
        while (ready.TryDequeue(out var j, out _))
        {
            ordered.Add(joins[j] with { Height = heights[j] });
            var next = parent[j];
            if (next >= 0 && --waiting[next] == 0) ready.Enqueue(next, (heights[next], joins[next].First, joins[next].Second));
        }

        return ordered;
    }
}
