using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// The starts of one k among very many points, and one more from the end of k − 1. All go down on a stand-in (<see cref="Coreset"/>);
/// then, the lowest first, those that can still become the best go down on all points: not one that ended where another did, nor one that
/// on all points begins above the best.
/// </summary>
internal static class Ahead
{
    // The stand-in tells two inertias apart to a few thousandths: it has 8,000 rows and more.
    private const double Clearly = 0.01;

    // Its centres lie so near to those of all points that the way down from there gains a few ten-thousandths.
    private const double Gain = 0.001;

    /// <summary>The end with the least inertia, the earlier start of equals.</summary>
    /// <param name="k">Centres.</param>
    /// <param name="smaller">The end of k − 1 on all points, or null.</param>
    /// <param name="standIn">Goes down on few points.</param>
    /// <param name="whole">Goes down on all.</param>
    /// <param name="options">Kind of start, seed and rounds.</param>
    /// <param name="meter">Told of every start.</param>
    public static Outcome Best(int k, Outcome? smaller, Descent standIn, Descent whole, KMeansOptions options, Meter meter)
    {
        var ends = new Outcome[options.Starts + (smaller is null ? 0 : 1)];
        var order = new int[ends.Length];
        for (var start = 0; start < ends.Length; start++)
        {
            (ends[start], order[start]) = (start < options.Starts ? standIn.FromStart(k, options, start) : Warm(k, smaller!, standIn, options), start);
            if (start < options.Starts) meter.Done();
        }

        Array.Sort(order, (a, b) => ends[a].Inertia.CompareTo(ends[b].Inertia) is var sign and not 0 ? sign : a.CompareTo(b));
        var (best, from, seen) = ((Outcome?)null, 0, new List<double[]>());
        foreach (var start in order)
        {
            var end = ends[start];
            if (end.K < k && start == options.Starts) continue;
            if (end.K == k && !(New(end, seen) && end.Inertia <= ends[order[0]].Inertia * (1 + Clearly) && (best is null || !(whole.InertiaOf(end.Centres, k) > best.Inertia * (1 + Gain))))) continue;
            var outcome = end.K == k ? whole.From(end.Centres, k, options.MaxIterations) : whole.FromStart(k, options, start);
            if (best is null || outcome.Inertia < best.Inertia || (outcome.Inertia == best.Inertia && start < from)) (best, from) = (outcome, start);
        }

        return best!;
    }

    private static Outcome Warm(int k, Outcome smaller, Descent standIn, KMeansOptions options) =>
        standIn.FromSmaller(smaller with { Inertia = standIn.InertiaOf(smaller.Centres, smaller.K) }, new Draws(options.Seed, k, KMeansSearch.Warm), options.MaxIterations);

    // The same centres in another order are the same end.
    private static bool New(Outcome end, List<double[]> seen)
    {
        var (d, order, sorted) = (end.Centres.Length / end.K, new int[end.K], new double[end.Centres.Length]);
        for (var c = 0; c < order.Length; c++) order[c] = c;
        Array.Sort(order, (a, b) => end.Centres.AsSpan(a * d, d).SequenceCompareTo(end.Centres.AsSpan(b * d, d)));
        for (var c = 0; c < order.Length; c++) end.Centres.AsSpan(order[c] * d, d).CopyTo(sorted.AsSpan(c * d, d));
        foreach (var other in seen)
        {
            if (other.AsSpan().SequenceEqual(sorted)) return false;
        }

        seen.Add(sorted);
        return true;
    }
}
