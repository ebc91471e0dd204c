using Clientele.Numerics;
using Clientele.Numerics.Validity;
using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Selecting;

/// <summary>
/// Backward elimination: while the segments stand out more clearly without some column, the column that blurs them most leaves. Clearness
/// is the silhouette above that of data with one hump (<see cref="Clarity"/>), because a silhouette alone rises whenever a column leaves.
/// Two columns always stay: a division of one is a cut, not a segment.
/// </summary>
internal static class Elimination
{
    private const int Least = 2;
    private const double Gain = 0.01;
    private const int MostColumns = 60;

    public static void Take(List<Trait> left, Dictionary<string, Verdict> verdicts, ulong seed, List<string> notes, RunContext context)
    {
        if (left.Count <= Least || left.Exists(t => !t.IsNumber && t.Nature != Tables.ColumnKind.Ordinal)) return;
        if (left.Count > MostColumns)
        {
            notes.Add($"With {left.Count} columns it was not tried which of them blur the segments; choose some with --features, or leave some out with --without.");
            return;
        }

        var fit = new FitContext { Threads = context.Threads, Cancellation = context.Cancellation };
        var points = FeatureSpace.Of([.. left], context).Points;
        var places = Enumerable.Range(0, left.Count).ToList();
        var now = Clarity.Of(points, seed: seed, context: fit);
        while (now is not null && places.Count > Least)
        {
            var (best, drop) = (double.NegativeInfinity, -1);
            foreach (var place in places)
            {
                var silhouette = Clarity.BestSilhouette(Columns(points, [.. places.Where(p => p != place)]), seed: seed, context: fit);
                if (silhouette > best) (best, drop) = (silhouette, place);
            }

            if (drop < 0) return;
            var then = Clarity.Of(Columns(points, [.. places.Where(p => p != drop)]), seed: seed, context: fit);
            if (then is null || then.Excess < now.Excess + Gain) break;
            var trait = left[drop];
            verdicts[trait.Name] = new(trait.Name, false, "blurs",
                $"adds nothing to the separation: without it segments stand out more clearly (silhouette above that of unstructured data {Figure.Score(now.Excess)} → {Figure.Score(then.Excess)})");
            places.Remove(drop);
            now = then;
        }

        Trait[] stay = [.. places.Select(p => left[p])];
        left.Clear();
        left.AddRange(stay);
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
