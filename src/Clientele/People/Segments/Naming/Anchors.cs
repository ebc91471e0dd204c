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
        FeatureSpace.Each(places.Length, context, p =>
        {
            between[places[p]] = Between(points, labels, centres, starts[places[p]]);
            together[places[p]] = Together(points, starts, places, p);
        });
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

    // Of two that tell as much, the one about money says more to a shop.
    private const double Money = 1.15;

    private static bool IsMoney(Trait trait) => trait.Part is ColumnPart.Income or ColumnPart.Spend || trait.Label is "spend" or "spending";

    public static int[] Starts(FeatureSpace space)
    {
        var starts = new int[space.Columns.Count];
        for (var q = 1; q < starts.Length; q++) starts[q] = starts[q - 1] + space.Columns[q - 1].Width;
        return starts;
    }

    // Share of the squares between the segments: coordinates have mean 0 and spread 1.
    private static double Between(Matrix points, int[] labels, double[] centres, int at)
    {
        var (within, all) = (0.0, 0.0);
        for (var i = 0; i < points.Rows; i++)
        {
            var value = points.Row(i)[at];
            within += Square(value - centres[(labels[i] * points.Columns) + at]);
            all += Square(value);
        }

        return all > 0 ? Math.Max(0, 1 - (within / all)) : 0;
    }

    // Products of one column with itself and those behind it, by their places; one walk for all of them.
    private static double[] Together(Matrix points, int[] starts, int[] places, int first)
    {
        var (sums, own) = (new double[starts.Length], starts[places[first]]);
        for (var i = 0; i < points.Rows; i++)
        {
            var row = points.Row(i);
            var value = row[own];
            for (var p = first; p < places.Length; p++) sums[places[p]] += value * row[starts[places[p]]];
        }

        return sums;
    }

    private static double Correlation(double[][] together, int a, int b)
    {
        var (ab, aa, bb) = (together[a][b], together[a][a], together[b][b]);
        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }

    private static double Square(double value) => value * value;
}
