using Clientele.Numerics;

namespace Clientele.Tests.Numerics.Validity;

/// <summary>The measures as the textbook has them, slow and plain. Rows labelled −1 are no part of anything.</summary>
internal static class PlainMeasures
{
    public static double Inertia(Matrix x, int[] labels, double[] weights) => Clusters(labels, weights).Sum(c => Rows(labels, weights, c).Sum(i => weights[i] * Oracle.Square(x.Row(i), Centre(x, weights, Rows(labels, weights, c)))));

    public static double CalinskiHarabasz(Matrix x, int[] labels, double[] weights)
    {
        var (clusters, all) = (Clusters(labels, weights), Enumerable.Range(0, x.Rows).Where(i => labels[i] >= 0 && weights[i] > 0).ToArray());
        var (n, middle) = (all.Sum(i => weights[i]), Centre(x, weights, all));
        var between = clusters.Sum(c => Rows(labels, weights, c).Sum(i => weights[i]) * Oracle.Square(Centre(x, weights, Rows(labels, weights, c)), middle));
        return between / (clusters.Length - 1) / (Inertia(x, labels, weights) / (n - clusters.Length));
    }

    public static double DaviesBouldin(Matrix x, int[] labels, double[] weights)
    {
        var clusters = Clusters(labels, weights);
        var centres = clusters.ToDictionary(c => c, c => Centre(x, weights, Rows(labels, weights, c)));
        var spreads = clusters.ToDictionary(c => c, c =>
            Rows(labels, weights, c).Sum(i => weights[i] * Math.Sqrt(Oracle.Square(x.Row(i), centres[c]))) / Rows(labels, weights, c).Sum(i => weights[i]));
        return clusters.Average(a => clusters.Where(b => b != a).Max(b =>
            spreads[a] + spreads[b] == 0 ? 0 : (spreads[a] + spreads[b]) / Math.Sqrt(Oracle.Square(centres[a], centres[b]))));
    }

    public static double Dunn(Matrix x, int[] labels)
    {
        var (gap, width) = (double.PositiveInfinity, 0.0);
        for (var i = 0; i < x.Rows; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (labels[i] < 0 || labels[j] < 0) continue;
                var distance = Math.Sqrt(Oracle.Square(x.Row(i), x.Row(j)));
                if (labels[i] == labels[j]) width = Math.Max(width, distance);
                else gap = Math.Min(gap, distance);
            }
        }

        return gap == 0 ? 0 : gap / width;
    }

    /// <summary>Pairs together in both, in the first alone, in the second alone, in none.</summary>
    public static (double Both, double First, double Second, double None) Pairs(int[] a, int[] b)
    {
        var counts = new double[4];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < i; j++) counts[(a[i] == a[j] ? 0 : 2) + (b[i] == b[j] ? 0 : 1)]++;
        }

        return (counts[0], counts[1], counts[2], counts[3]);
    }

    /// <summary>Mean mutual information over all orders of the second labels.</summary>
    public static double MeanInformation(int[] a, int[] b)
    {
        var (sum, count) = (0.0, 0);
        foreach (var order in Orders([.. Enumerable.Range(0, b.Length)], 0))
        {
            sum += Information(a, [.. order.Select(i => b[i])]);
            count++;
        }

        return sum / count;
    }

    public static double Information(int[] a, int[] b)
    {
        double n = a.Length;
        return a.Zip(b).GroupBy(p => p).Sum(g => g.Count() / n * Math.Log(g.Count() * n / a.Count(v => v == g.Key.First) / b.Count(v => v == g.Key.Second)));
    }

    public static double Entropy(int[] a) => -a.GroupBy(v => v).Sum(g => (double)g.Count() / a.Length * Math.Log((double)g.Count() / a.Length));

    private static IEnumerable<int[]> Orders(int[] items, int from)
    {
        if (from == items.Length) yield return items;
        for (var i = from; i < items.Length; i++)
        {
            (items[from], items[i]) = (items[i], items[from]);
            foreach (var order in Orders(items, from + 1)) yield return order;
            (items[from], items[i]) = (items[i], items[from]);
        }
    }

    private static int[] Clusters(int[] labels, double[] weights) => [.. labels.Where((l, i) => l >= 0 && weights[i] > 0).Distinct()];

    private static int[] Rows(int[] labels, double[] weights, int cluster) => [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] == cluster && weights[i] > 0)];

    private static double[] Centre(Matrix x, double[] weights, int[] rows) =>
        [.. Enumerable.Range(0, x.Columns).Select(q => rows.Sum(i => weights[i] * x.Row(i)[q]) / rows.Sum(i => weights[i]))];
}
