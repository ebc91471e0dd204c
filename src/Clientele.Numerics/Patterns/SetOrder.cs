namespace Clientele.Numerics.Patterns;

/// <summary>Joins the sets of all prefixes: ranks become items again, smaller sets first, each size in the order of its items.</summary>
internal static class SetOrder
{
    public static ItemSets Join(int transactions, int longest, PrefixIndex index, PrefixSets?[] found)
    {
        var (sets, cells) = (0, 0);
        foreach (var prefix in found)
        {
            sets = checked(sets + prefix!.Count);
            cells = checked(cells + prefix.Ranks.Count);
        }

        var (items, starts, counts, order) = (new int[cells], new int[sets + 1], new int[sets], new int[sets]);
        var (set, cell) = (0, 0);
        foreach (var prefix in found)
        {
            var from = 0;
            for (var i = 0; i < prefix!.Count; i++)
            {
                var size = prefix.Sizes[i];
                for (var j = 0; j < size; j++) items[cell + j] = index.Ids[prefix.Ranks[from + j]];
                items.AsSpan(cell, size).Sort();
                (counts[set], order[set]) = (prefix.Counts[i], set);
                (from, cell) = (from + size, cell + size);
                starts[++set] = cell;
            }
        }

        Array.Sort(order, (a, b) =>
        {
            var x = items.AsSpan(starts[a], starts[a + 1] - starts[a]);
            var y = items.AsSpan(starts[b], starts[b + 1] - starts[b]);
            return x.Length != y.Length ? x.Length.CompareTo(y.Length) : x.SequenceCompareTo(y);
        });
        var (sorted, sortedStarts, sortedCounts, at) = (new int[cells], new int[sets + 1], new int[sets], 0);
        for (var s = 0; s < sets; s++)
        {
            var from = items.AsSpan(starts[order[s]], starts[order[s] + 1] - starts[order[s]]);
            from.CopyTo(sorted.AsSpan(at));
            at += from.Length;
            (sortedStarts[s + 1], sortedCounts[s]) = (at, counts[order[s]]);
        }

        return new ItemSets(transactions, longest, sortedStarts, sorted, sortedCounts);
    }
}
