using Clientele.Numerics.Patterns;

namespace Clientele.Tests.Numerics.Patterns;

/// <summary>FP-Growth [HPY00] as the paper tells it: another way to the same sets, for data where trying them all takes too long.</summary>
internal sealed class PlainFpGrowth(int minimum, int most)
{
    private readonly List<(int[] Items, int Count)> _found = [];

    public static List<(int[] Items, int Count)> Find(Transactions transactions, int minimum, int most)
    {
        var growth = new PlainFpGrowth(minimum, most);
        growth.Grow([.. Enumerable.Range(0, transactions.Count).Select(t => (transactions[t].ToArray(), 1))], []);
        growth._found.Sort((a, b) => a.Items.Length != b.Items.Length ? a.Items.Length.CompareTo(b.Items.Length) : a.Items.AsSpan().SequenceCompareTo(b.Items));
        return growth._found;
    }

    private void Grow(List<(int[] Items, int Count)> paths, int[] suffix)
    {
        var counts = new Dictionary<int, int>();
        foreach (var (items, count) in paths)
        {
            foreach (var item in items) counts[item] = counts.GetValueOrDefault(item) + count;
        }

        var frequent = counts.Where(c => c.Value >= minimum).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key).ToArray();
        var rank = frequent.Index().ToDictionary(f => f.Item, f => f.Index);
        var (root, headers) = (new Node(-1, null), new List<Node>[frequent.Length]);
        for (var i = 0; i < headers.Length; i++) headers[i] = [];
        foreach (var (items, count) in paths)
        {
            var at = root;
            foreach (var item in items.Where(rank.ContainsKey).OrderBy(i => rank[i]))
            {
                if (!at.Children.TryGetValue(item, out var next))
                {
                    next = at.Children[item] = new Node(item, at);
                    headers[rank[item]].Add(next);
                }

                next.Count += count;
                at = next;
            }
        }

        for (var i = frequent.Length - 1; i >= 0; i--)
        {
            int[] set = [.. suffix, frequent[i]];
            _found.Add(([.. set.Order()], counts[frequent[i]]));
            if (set.Length < most) Grow([.. headers[i].Select(n => (n.Path(), n.Count))], set);
        }
    }

    private sealed class Node(int item, Node? parent)
    {
        public int Count;

        public Dictionary<int, Node> Children { get; } = [];

        public int[] Path()
        {
            var path = new List<int>();
            for (var at = parent; at is { Item: >= 0 }; at = at.Parent) path.Add(at.Item);
            return [.. path];
        }

        private int Item => item;

        private Node? Parent => parent;
    }
}
