using Clientele.Numerics;

namespace Clientele.Tests.Numerics.Density;

/// <summary>HDBSCAN as it is defined: all distances, components at every height anew, every copy a row. O(n³).</summary>
internal sealed class PlainHdbscan
{
    private readonly double[,] _reach;
    private readonly int _least;

    public PlainHdbscan(Matrix x, int samples, int least)
    {
        var n = x.Rows;
        (_reach, _least) = (new double[n, n], least);
        Cores = new double[n];
        for (var i = 0; i < n; i++)
        {
            var near = Enumerable.Range(0, n).Select(j => Math.Sqrt(Oracle.Square(x.Row(i), x.Row(j)))).Order().ToArray();
            Cores[i] = samples <= n ? near[samples - 1] : double.PositiveInfinity;
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) _reach[i, j] = Math.Max(Math.Sqrt(Oracle.Square(x.Row(i), x.Row(j))), Math.Max(Cores[i], Cores[j]));
        }

        Root = new([.. Enumerable.Range(0, n)], double.PositiveInfinity);
        Exits = new double[n];
        Follow(Root, Root.Members);
    }

    public double[] Cores { get; }

    public Node Root { get; }

    /// <summary>Height at which each row leaves its last cluster.</summary>
    public double[] Exits { get; }

    /// <summary>The sum of the edges of a minimum spanning tree, smallest first, by Prim.</summary>
    public double[] Prim()
    {
        var n = Cores.Length;
        var (least, inside) = (Enumerable.Repeat(double.PositiveInfinity, n).ToArray(), new bool[n]);
        var heights = new List<double>();
        for (var (at, count) = (0, 1); count < n; count++)
        {
            inside[at] = true;
            for (var j = 0; j < n; j++) least[j] = Math.Min(least[j], _reach[at, j]);
            at = Enumerable.Range(0, n).Where(j => !inside[j]).MinBy(j => least[j]);
            heights.Add(least[at]);
        }

        return [.. heights.Order()];
    }

    /// <summary>Labels by excess of mass or leaves, numbered as they come; −1 for noise.</summary>
    public int[] Labels(bool leaves, bool single)
    {
        var labels = Enumerable.Repeat(-1, Cores.Length).ToArray();
        var next = 0;
        foreach (var node in Taken(leaves, single))
        {
            foreach (var i in node.Members) labels[i] = next;
            next++;
        }

        return labels;
    }

    /// <summary>Density where each row leaves, as a share of the density at which its cluster ends; 0 for noise.</summary>
    public double[] Strengths(bool leaves, bool single)
    {
        var strengths = new double[Cores.Length];
        foreach (var node in Taken(leaves, single))
        {
            var peak = node.Children.Count > 0 ? Density(node.Children[0].Birth) : node.Members.Max(i => Density(Exits[i]));
            foreach (var i in node.Members) strengths[i] = Math.Min(1, Density(Exits[i]) / peak);
        }

        return strengths;
    }

    private IEnumerable<Node> Taken(bool leaves, bool single) =>
        (leaves ? Root.Leaves() : Root.Best(single).Nodes).Where(node => node != Root || (single && Root.Members.Length >= _least));

    private void Follow(Node node, int[] rows)
    {
        while (true)
        {
            // The height at which these rows come apart: the largest edge that holds them together.
            var height = rows.Length == 1 ? Cores[rows[0]] : Apart(rows);
            var parts = rows.Length == 1 ? [] : Parts(rows, height).Where(p => p.Length >= _least).ToArray();
            var staying = parts.SelectMany(p => p).ToHashSet();
            foreach (var i in rows.Where(i => !staying.Contains(i)))
            {
                Exits[i] = height;
                node.Stability += Density(height) - Density(node.Birth);
            }

            if (parts.Length == 1 && parts[0].Length < rows.Length)
            {
                rows = parts[0];
                continue;
            }

            foreach (var part in parts)
            {
                node.Stability += part.Length * (Density(height) - Density(node.Birth));
                var child = new Node(part, height);
                node.Children.Add(child);
                Follow(child, part);
            }

            return;
        }
    }

    private static double Density(double height) => 1 / Math.Max(height, 1e-150);

    private double Apart(int[] rows)
    {
        var (least, left, at, most) = (rows.ToDictionary(i => i, _ => double.PositiveInfinity), rows.ToHashSet(), rows[0], 0.0);
        while (left.Remove(at) && left.Count > 0)
        {
            foreach (var j in left) least[j] = Math.Min(least[j], _reach[at, j]);
            at = left.MinBy(j => least[j]);
            most = Math.Max(most, least[at]);
        }

        return most;
    }

    private List<int[]> Parts(int[] rows, double height)
    {
        var (left, parts) = (rows.ToHashSet(), new List<int[]>());
        while (left.Count > 0)
        {
            var part = new List<int> { left.First() };
            left.Remove(part[0]);
            for (var i = 0; i < part.Count; i++)
            {
                var near = left.Where(j => _reach[part[i], j] < height).ToArray();
                part.AddRange(near);
                left.ExceptWith(near);
            }

            parts.Add([.. part]);
        }

        return parts;
    }

    internal sealed class Node(int[] members, double birth)
    {
        public int[] Members => members;

        public double Birth => birth;

        public double Stability { get; set; }

        public List<Node> Children { get; } = [];

        public IEnumerable<Node> Leaves() => Children.Count == 0 ? [this] : Children.SelectMany(c => c.Leaves());

        public (Node[] Nodes, double Stability) Best(bool rootCounts = true, bool isRoot = true)
        {
            var below = Children.Select(c => c.Best(rootCounts, false)).ToArray();
            var sum = below.Sum(b => b.Stability);
            if (isRoot && !rootCounts) return ([.. below.SelectMany(b => b.Nodes)], sum);

            // Sums in another order: what is equal within rounding counts as equal.
            return Stability >= sum * (1 - 1e-12) ? ([this], Stability) : ([.. below.SelectMany(b => b.Nodes)], sum);
        }
    }
}
