namespace Clientele.Numerics.Patterns;

/// <summary>Transactions with their frequent items only, these ranked from the rarest up, and where each item occurs.</summary>
internal sealed class PrefixIndex
{
    // Behind the last item of a transaction.
    public const int End = -1;

    private PrefixIndex(int[] ids, int[] counts, int[] ranks, int[] starts, int[] places, int longest) =>
        (Ids, Counts, Ranks, Starts, Places, Longest) = (ids, counts, ranks, starts, places, longest);

    public int Count => Ids.Length;

    /// <summary>The item of each rank.</summary>
    public int[] Ids { get; }

    /// <summary>Transactions that hold the item of each rank.</summary>
    public int[] Counts { get; }

    /// <summary>Ranks of the items of the transactions, ascending, <see cref="End"/> behind each transaction.</summary>
    public int[] Ranks { get; }

    /// <summary>Where the places of each rank start in <see cref="Places"/> [count + 1].</summary>
    public int[] Starts { get; }

    /// <summary>Where in <see cref="Ranks"/> a rank stands, transaction by transaction.</summary>
    public int[] Places { get; }

    /// <summary>Frequent items in the largest transaction.</summary>
    public int Longest { get; }

    public static PrefixIndex Of(Transactions transactions, int minimum)
    {
        var counts = new int[transactions.ItemCount];
        foreach (var item in transactions.Items) counts[item]++;
        var ids = Frequent(counts, minimum);
        var rankOf = new int[counts.Length];
        Array.Fill(rankOf, End);
        var (starts, kept) = (new int[ids.Length + 1], new int[ids.Length]);
        for (var r = 0; r < ids.Length; r++)
        {
            rankOf[ids[r]] = r;
            kept[r] = counts[ids[r]];
            starts[r + 1] = checked(starts[r] + kept[r]);
        }

        // First which transactions hold each item, then back again rank by rank: the ranks of a transaction ascend without a sort.
        var (holders, next, cursors, longest) = (new int[starts[^1]], starts.AsSpan(0, ids.Length).ToArray(), new int[transactions.Count + 1], 0);
        var place = 0;
        for (var t = 0; t < transactions.Count; t++)
        {
            cursors[t] = place;
            var size = 0;
            foreach (var item in transactions[t])
            {
                var rank = rankOf[item];
                if (rank == End) continue;
                holders[next[rank]++] = t;
                size++;
            }

            longest = Math.Max(longest, size);
            place = checked(place + size + 1);
        }

        var ranks = new int[place];
        Array.Fill(ranks, End);
        for (var r = 0; r < ids.Length; r++)
        {
            foreach (ref var holder in holders.AsSpan(starts[r], kept[r]))
            {
                var at = cursors[holder]++;
                ranks[at] = r;
                holder = at;
            }
        }

        return new PrefixIndex(ids, kept, ranks, starts, holders, longest);
    }

    /// <summary>Bytes that one search may take at its two fullest levels.</summary>
    public double BitBytes()
    {
        var most = 0.0;
        for (var r = 0; r < Count; r++) most = Math.Max(most, (Count - r - 1.0) * ((Counts[r] + 63) / 64) * 8);
        return most * 2;
    }

    private static int[] Frequent(int[] counts, int minimum)
    {
        var ids = new List<int>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] >= minimum) ids.Add(i);
        }

        ids.Sort((a, b) => counts[a] != counts[b] ? counts[a].CompareTo(counts[b]) : a.CompareTo(b));
        return [.. ids];
    }
}
