using Clientele.Numerics;
using Clientele.Numerics.Validity;
using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Selecting;

/// <summary>
/// Backward elimination: the column that blurs the segments most leaves, again and again, while they stand out more clearly for it. Clearness
/// is the silhouette above that of data with one hump (<see cref="Clarity"/>), because a silhouette alone rises whenever a column leaves.
/// Two columns always stay: a division of one is a cut, not a segment.
/// </summary>
internal static class Elimination
{
    private const int Least = 2;
    private const double Gain = 0.01;
    private const int Patience = 2; // columns that may leave without a gain before the search ends
    private const int MostColumns = 60;

    /// <summary>Leaves those columns that are worth it.</summary>
    /// <returns>The space of the columns that there were, or null when it was not looked at.</returns>
    public static FeatureSpace? Take(List<Trait> left, Dictionary<string, Verdict> verdicts, ulong seed, List<string> notes, RunContext context)
    {
        if (left.Count <= Least) return null;
        if (left.Exists(t => t.IsWide))
        {
            notes.Add("With a coordinate per word it was not tried which columns blur the segments; choose some with --features, or leave some out with --without.");
            return null;
        }

        if (left.Count > MostColumns)
        {
            notes.Add($"With {left.Count} columns it was not tried which of them blur the segments; choose some with --features, or leave some out with --without.");
            return null;
        }

        var fit = new FitContext { Threads = context.Threads, Cancellation = context.Cancellation };
        var space = FeatureSpace.Of([.. left], context);
        var points = Clarity.Sample(space.Points, seed: seed);
        if (Clarity.Of(points, seed: seed, context: fit) is not { } start) return space;
        var (now, best, stay) = (Enumerable.Range(0, left.Count).ToList(), start.Excess, Enumerable.Range(0, left.Count).ToArray());
        for (var patience = Patience; patience > 0 && now.Count > Least;)
        {
            now.Remove(Weakest(points, now, seed, context));
            if (Clarity.Of(Columns(points, [.. now]), seed: seed, context: fit) is not { } found) break;
            if (found.Excess < best + Gain) patience--;
            else (patience, best, stay) = (Patience, found.Excess, [.. now]);
        }

        foreach (var trait in left.Where((_, q) => !stay.Contains(q)))
        {
            verdicts[trait.Name] = new(trait.Name, false, "blurs",
                $"adds nothing to the separation: without the columns of this kind segments stand out more clearly (silhouette above that of unstructured data {Figure.Score(start.Excess)} → {Figure.Score(best)})");
        }

        Trait[] kept = [.. stay.Select(q => left[q])];
        left.Clear();
        left.AddRange(kept);
        return space;
    }

    // The column without which the silhouette is highest, the first of equals. Threads share the columns.
    private static int Weakest(Matrix points, List<int> now, ulong seed, RunContext context)
    {
        var (silhouettes, single) = (new double[now.Count], new FitContext { Threads = 1, Cancellation = context.Cancellation });
        FeatureSpace.Each(now.Count, context, at => silhouettes[at] = Clarity.BestSilhouette(Columns(points, [.. now.Where((_, other) => other != at)]), seed: seed, context: single));
        var (best, weakest) = (double.NegativeInfinity, 0);
        for (var at = 0; at < now.Count; at++)
        {
            if (silhouettes[at] > best) (best, weakest) = (silhouettes[at], at);
        }

        return now[weakest];
    }

    private static Matrix Columns(Matrix points, int[] places)
    {
        var values = new double[points.Rows * places.Length];
        for (var i = 0; i < points.Rows; i++)
        {
            var row = points.Row(i);
            for (var q = 0; q < places.Length; q++) values[(i * places.Length) + q] = row[places[q]];
        }

        return new(values, points.Rows, places.Length);
    }
}
