using Clientele.Numerics;

namespace Clientele.Tests.Numerics;

/// <summary>The definitions as the textbook has them, slow and plain.</summary>
internal static class Oracle
{
    public static double Square(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var q = 0; q < a.Length; q++) sum += (b[q] - a[q]) * (b[q] - a[q]);
        return sum;
    }

    public static int Nearest(ReadOnlySpan<double> point, double[] centres, int k)
    {
        var best = 0;
        for (var c = 1; c < k; c++)
        {
            if (Square(point, centres.AsSpan(c * point.Length, point.Length)) < Square(point, centres.AsSpan(best * point.Length, point.Length))) best = c;
        }

        return best;
    }

    public static double Inertia(Matrix x, int[] labels, double[] centres)
    {
        var sum = 0m;
        for (var i = 0; i < x.Rows; i++) sum += (decimal)Square(x.Row(i), centres.AsSpan(labels[i] * x.Columns, x.Columns));
        return (double)sum;
    }

    public static double[] Means(Matrix x, int[] labels, int k)
    {
        var means = new double[k * x.Columns];
        for (var c = 0; c < k; c++)
        {
            for (var q = 0; q < x.Columns; q++)
                means[(c * x.Columns) + q] = Enumerable.Range(0, x.Rows).Where(i => labels[i] == c).Average(i => x.Row(i)[q]);
        }

        return means;
    }

    public static double[] Silhouettes(Matrix x, int[] labels)
    {
        var scores = new double[x.Rows];
        var clusters = labels.Distinct().ToArray();
        for (var i = 0; i < x.Rows; i++)
        {
            double Mean(int cluster)
            {
                var (sum, count) = (0.0, 0);
                for (var j = 0; j < x.Rows; j++)
                {
                    if (labels[j] != cluster || j == i) continue;
                    sum += Math.Sqrt(Square(x.Row(i), x.Row(j)));
                    count++;
                }

                return count == 0 ? double.NaN : sum / count;
            }

            var a = Mean(labels[i]);
            var b = clusters.Where(c => c != labels[i]).Min(Mean);
            scores[i] = double.IsNaN(a) || Math.Max(a, b) == 0 ? 0 : (b - a) / Math.Max(a, b);
        }

        return scores;
    }

    /// <summary>Least inertia of all ways to put n points into at most k clusters.</summary>
    public static double Exhaustive(Matrix x, int k)
    {
        var labels = new int[x.Rows];
        var least = double.PositiveInfinity;
        while (true)
        {
            least = Math.Min(least, WithinSquares(x, labels, k));
            var at = 0;
            while (at < labels.Length && ++labels[at] == k) labels[at++] = 0;
            if (at == labels.Length) return least;
        }
    }

    public static Matrix Rows(Matrix x, int[] order)
    {
        var values = new double[order.Length * x.Columns];
        for (var i = 0; i < order.Length; i++) x.Row(order[i]).CopyTo(values.AsSpan(i * x.Columns));
        return new(values, order.Length, x.Columns);
    }

    public static Matrix Map(Matrix x, Func<double, double> of) => new([.. x.Values.Select(of)], x.Rows, x.Columns);

    public static int[] Shuffled(int n, int seed)
    {
        var order = Enumerable.Range(0, n).ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }

    private static double WithinSquares(Matrix x, int[] labels, int k)
    {
        Span<double> count = stackalloc double[k];
        var total = 0.0;
        count.Clear();
        foreach (var label in labels) count[label]++;
        Span<double> sums = stackalloc double[k];
        for (var q = 0; q < x.Columns; q++)
        {
            sums.Clear();
            for (var i = 0; i < labels.Length; i++) sums[labels[i]] += x.Values[(i * x.Columns) + q];
            for (var i = 0; i < labels.Length; i++)
            {
                var step = x.Values[(i * x.Columns) + q] - (sums[labels[i]] / count[labels[i]]);
                total += step * step;
            }
        }

        return total;
    }
}
