using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// Agreement of the tree with the distances. Leaves are walked from left to right: the merge where two of them meet is the last one of
/// those between neighbours on the way, so that no pair needs a search in the tree, and inversions do no harm.
/// </summary>
/// <remarks>O(m²·d) time, O(m·d) memory. Sums over pairs, each as often as the product of its weights says, block by block in their order.</remarks>
internal static class Cophenetic
{
    private const int Block = 64;

    public static double Correlation(Dendrogram tree, ScaledRows rows, FitContext context)
    {
        var (m, d) = (tree.Leaves, rows.Dimensions);
        var (order, heights, weights) = (tree.Order.ToArray(), Heights(tree), new double[m]);
        var between = Between(tree, order);
        var values = new double[rows.Values.LongLength];
        for (var i = 0; i < m; i++)
        {
            rows.Values.AsSpan(order[i] * d, d).CopyTo(values.AsSpan(i * d));
            weights[i] = tree.Weights[order[i]];
        }

        var middle = (Distance: Sampled(values, m, d), Height: Mean(tree, heights));
        var blocks = (m + Block - 1) / Block;
        var sums = new Sums[blocks];
        using var crew = new Crew(context.Threads);
        crew.Run(blocks, (block, _) =>
        {
            var sum = default(Sums);
            for (var i = block * Block; i < Math.Min(m, (block + 1) * Block); i++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                sum.Add(Row(i, m, d, values, weights, between, heights, middle));
                var copies = weights[i] * (weights[i] - 1) / 2;
                if (copies > 0) sum.Add(copies, -middle.Distance, -middle.Height);
            }

            sums[block] = sum;
        }, context.Cancellation);

        var all = default(Sums);
        foreach (var sum in sums) all.Add(sum);
        return all.Correlation;
    }

    private static Sums Row(int i, int m, int d, double[] values, double[] weights, int[] between, double[] heights, (double Distance, double Height) middle)
    {
        var (sum, last) = (default(Sums), -1);
        ReadOnlySpan<double> x = new(values, i * d, d);
        for (var j = i + 1; j < m; j++)
        {
            last = Math.Max(last, between[j - 1]);
            ReadOnlySpan<double> y = new(values, j * d, d);
            var square = 0.0;
            for (var q = 0; q < x.Length; q++) square += (x[q] - y[q]) * (x[q] - y[q]);
            sum.Add(weights[i] * weights[j], Math.Sqrt(square) - middle.Distance, heights[last] - middle.Height);
        }

        return sum;
    }

    // Heights with the largest as 1, so that their squares neither overflow nor vanish.
    private static double[] Heights(Dendrogram tree)
    {
        var heights = new double[tree.Merges.Length];
        var largest = 0.0;
        foreach (var merge in tree.Merges) largest = Math.Max(largest, merge.Height);
        for (var i = 0; i < heights.Length; i++) heights[i] = largest > 0 ? tree.Merges[i].Height / largest : 0;
        return heights;
    }

    // The merge at which neighbours meet: the one whose left branch ends with the first of them.
    private static int[] Between(Dendrogram tree, int[] order)
    {
        var m = tree.Leaves;
        var (between, position) = (new int[Math.Max(0, m - 1)], new int[m]);
        for (var i = 0; i < m; i++) position[order[i]] = i;
        var lastLeaf = new int[m + tree.Merges.Length];
        for (var b = 0; b < lastLeaf.Length; b++)
        {
            lastLeaf[b] = b < m ? position[b] : lastLeaf[tree.Merges[b - m].Right];
            if (b >= m) between[lastLeaf[tree.Merges[b - m].Left]] = b - m;
        }

        return between;
    }

    // Near enough to the mean distance to subtract before squaring.
    private static double Sampled(double[] values, int m, int d)
    {
        const int sample = 1024;
        var sum = 0.0;
        for (var s = 0; s < sample; s++)
        {
            var (i, j) = ((int)((long)s * m / sample), (int)(((long)s * 7919) % m));
            var square = 0.0;
            for (var q = 0; q < d; q++) square += (values[(i * d) + q] - values[(j * d) + q]) * (values[(i * d) + q] - values[(j * d) + q]);
            sum += Math.Sqrt(square);
        }

        return sum / sample;
    }

    private static double Mean(Dendrogram tree, double[] heights)
    {
        var (sum, pairs) = (0.0, 0.0);
        for (var i = 0; i < heights.Length; i++)
        {
            var (left, right) = (Size(tree.Merges[i].Left), Size(tree.Merges[i].Right));
            (sum, pairs) = (sum + (left * right * heights[i]), pairs + (left * right));
        }

        return pairs > 0 ? sum / pairs : 0;

        double Size(int branch) => branch < tree.Leaves ? tree.Weights[branch] : tree.Merges[branch - tree.Leaves].Size;
    }

    private struct Sums
    {
        private double _weight;
        private double _x;
        private double _y;
        private double _xx;
        private double _yy;
        private double _xy;

        public readonly double Correlation
        {
            get
            {
                var xx = _xx - (_x * _x / _weight);
                var yy = _yy - (_y * _y / _weight);
                var r = (_xy - (_x * _y / _weight)) / Math.Sqrt(xx * yy);
                return xx > 1e-14 * _xx && yy > 1e-14 * _yy ? Math.Clamp(r, -1, 1) : double.NaN;
            }
        }

        public void Add(double weight, double x, double y)
        {
            _weight += weight;
            _x += weight * x;
            _y += weight * y;
            _xx += weight * x * x;
            _yy += weight * y * y;
            _xy += weight * x * y;
        }

        public void Add(in Sums other)
        {
            _weight += other._weight;
            _x += other._x;
            _y += other._y;
            _xx += other._xx;
            _yy += other._yy;
            _xy += other._xy;
        }
    }
}
