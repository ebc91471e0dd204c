using Clientele.Numerics;
using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Naming;

/// <summary>
/// Columns in the order in which they tell the segments apart, for names: each next one by how much of it lies between the segments and is
/// not said by one before.
/// </summary>
internal static class Anchors
{
    /// <summary>Places of the columns of the space, numbers before levels.</summary>
    /// <param name="space">What formed the segments.</param>
    /// <param name="points">Its points.</param>
    /// <param name="labels">Segment of each [customers].</param>
    /// <param name="centres">Means [k × coordinates].</param>
    /// <param name="context">Threads and cancellation.</param>
    public static IReadOnlyList<int> Of(FeatureSpace space, Matrix points, int[] labels, double[] centres, RunContext context)
    {
        var starts = Starts(space);
        var left = Enumerable.Range(0, space.Columns.Count).Where(q => space.Columns[q].Treatment != FeatureColumn.Category).ToList();
        var (order, places) = (new List<int>(), left.ToArray());
        var (between, together) = (new double[starts.Length], new double[starts.Length][]);
        foreach (var q in places) together[q] = new double[starts.Length];
        FeatureSpace.Each(Parts, context, part => Walk(points, labels, centres, starts, places, part, together, between));
        var said = left.ToDictionary(q => q, _ => 0.0);
        while (left.Count > 0)
        {
            var next = left.OrderByDescending(q => between[q] * (1 - said[q]) * (IsMoney(space.Traits[q]) ? Money : 1)).ThenBy(q => space.Columns[q].Name, StringComparer.Ordinal).First();
            left.Remove(next);
            order.Add(next);
            foreach (var other in left) said[other] = Math.Max(said[other], Square(Correlation(together, Math.Min(next, other), Math.Max(next, other))));
        }

        order.AddRange(Enumerable.Range(0, space.Columns.Count).Where(q => space.Columns[q].Treatment == FeatureColumn.Category));
        return order;
    }

    private const int Parts = 4;

    // Of two that tell as much, the one about money says more to a shop.
    private const double Money = 1.15;

    private static bool IsMoney(Trait trait) => trait.Part is ColumnPart.Income or ColumnPart.Spend || trait.Label is "spend" or "spending";

    public static int[] Starts(FeatureSpace space)
    {
        var starts = new int[space.Columns.Count];
        for (var q = 1; q < starts.Length; q++) starts[q] = starts[q - 1] + space.Columns[q - 1].Width;
        return starts;
    }

    // One walk for every few columns: how much of each lies between the segments (coordinates have mean 0 and spread 1), and its products with
    // itself and those behind it.
    private static void Walk(Matrix points, int[] labels, double[] centres, int[] starts, int[] places, int part, double[][] together, double[] between)
    {
        int[] own = [.. Enumerable.Range(0, places.Length).Where(p => p % Parts == part)];
        int[] at = [.. places.Select(q => starts[q])];
        var (d, m) = (points.Columns, places.Length);
        var (within, sums) = (new double[own.Length], new double[own.Length * m]);
        for (var i = 0; i < points.Rows && own.Length > 0; i++)
        {
            var row = points.Row(i);
            var centre = labels[i] * d;
            for (var o = 0; o < own.Length; o++)
            {
                var value = row[at[own[o]]];
                within[o] += Square(value - centres[centre + at[own[o]]]);
                for (var p = own[o]; p < m; p++) sums[(o * m) + p] += value * row[at[p]];
            }
        }

        for (var o = 0; o < own.Length; o++)
        {
            var (q, all) = (places[own[o]], sums[(o * m) + own[o]]);
            for (var p = own[o]; p < m; p++) together[q][places[p]] = sums[(o * m) + p];
            between[q] = all > 0 ? Math.Max(0, 1 - (within[o] / all)) : 0;
        }
    }

    private static double Correlation(double[][] together, int a, int b)
    {
        var (ab, aa, bb) = (together[a][b], together[a][a], together[b][b]);
        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }

    private static double Square(double value) => value * value;
}
