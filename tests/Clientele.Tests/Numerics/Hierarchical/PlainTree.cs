using Clientele.Numerics;
using Clientele.Numerics.Hierarchical;

namespace Clientele.Tests.Numerics.Hierarchical;

/// <summary>The definition: look at all pairs, join the nearest, update by the formulas of Lance and Williams. O(n³).</summary>
internal static class PlainTree
{
    public sealed record Node(int First, int Second, double Height);

    /// <summary>Distinct rows column by column, with their weights.</summary>
    public static (double[][] Rows, double[] Weights) Distinct(Matrix x, double[]? weights = null)
    {
        var rows = Enumerable.Range(0, x.Rows).Where(i => weights is null || weights[i] > 0)
            .GroupBy(i => string.Join(' ', x.Row(i).ToArray().Select(v => (v + 0.0).ToString("R"))), StringComparer.Ordinal)
            .Select(g => (Row: x.Row(g.First()).ToArray(), Weight: g.Sum(i => weights?[i] ?? 1))).ToList();
        rows.Sort(static (a, b) => a.Row.AsSpan().SequenceCompareTo(b.Row));
        return ([.. rows.Select(r => r.Row)], [.. rows.Select(r => r.Weight)]);
    }

    /// <summary>Joins named by least rows; of equal distances the pair whose first starts earlier, then whose second does.</summary>
    public static List<Node> Of(double[][] rows, double[] weights, Linkage linkage)
    {
        var (m, squared) = (rows.Length, linkage is Linkage.Ward or Linkage.Centroid or Linkage.Median);
        var (d, sizes, alive) = (new double[m, m], (double[])weights.Clone(), Enumerable.Range(0, m).ToList());
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                var square = Oracle.Square(rows[i], rows[j]);
                d[i, j] = linkage == Linkage.Ward ? 2 * (weights[i] * weights[j]) / (weights[i] + weights[j]) * square : squared ? square : Math.Sqrt(square);
            }
        }

        var nodes = new List<Node>();
        while (alive.Count > 1)
        {
            var (a, b) = (alive[0], alive[1]);
            foreach (var i in alive)
            {
                foreach (var j in alive)
                {
                    if (i < j && d[i, j] < d[a, b]) (a, b) = (i, j);
                }
            }

            nodes.Add(new(a, b, squared ? Math.Sqrt(Math.Max(0, d[a, b])) : d[a, b]));
            alive.Remove(b);
            foreach (var k in alive)
            {
                if (k != a) d[a, k] = d[k, a] = Update(linkage, d[a, k], d[b, k], d[a, b], sizes[a], sizes[b], sizes[k]);
            }

            sizes[a] += sizes[b];
        }

        return nodes;
    }

    /// <summary>Which rows each join joins, so that trees can be compared whatever their numbering.</summary>
    public static List<string> Sets(IEnumerable<(int First, int Second)> joins, int m)
    {
        var sets = Enumerable.Range(0, m).Select(i => new List<int> { i }).ToList();
        var of = Enumerable.Range(0, m).ToArray();
        var found = new List<string>();
        foreach (var (first, second) in joins)
        {
            sets[of[first]].AddRange(sets[of[second]]);
            found.Add(string.Join(',', sets[of[first]].Order()));
        }

        return found;
    }

    /// <summary>The joins of a tree by the least leaf of each branch.</summary>
    public static List<Node> Nodes(Dendrogram tree)
    {
        var least = Enumerable.Range(0, tree.Leaves).ToList();
        var nodes = new List<Node>();
        foreach (var merge in tree.Merges)
        {
            var (a, b) = (least[merge.Left], least[merge.Right]);
            nodes.Add(new(Math.Min(a, b), Math.Max(a, b), merge.Height));
            least.Add(Math.Min(a, b));
        }

        return nodes;
    }

    private static double Update(Linkage linkage, double ac, double bc, double ab, double a, double b, double c) => linkage switch
    {
        Linkage.Ward => (((a + c) * ac) + ((b + c) * bc) - (c * ab)) / (a + b + c),
        Linkage.Complete => Math.Max(ac, bc),
        Linkage.Single => Math.Min(ac, bc),
        Linkage.Average => ((a * ac) + (b * bc)) / (a + b),
        Linkage.Weighted => (ac + bc) / 2,
        Linkage.Centroid => (((a * ac) + (b * bc)) / (a + b)) - (a * b * ab / ((a + b) * (a + b))),
        _ => ((ac + bc) / 2) - (ab / 4),
    };
}
