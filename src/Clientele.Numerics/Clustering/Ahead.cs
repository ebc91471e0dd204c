using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// The starts of one k among very many points. All go down on a stand-in (<see cref="Coreset"/>); then, the lowest first, those that can
/// still become the best go down on all points: not one that ended where another did, nor one that on all points begins above the best.
/// </summary>
internal static class Ahead
{
    // The stand-in tells two inertias apart to a few thousandths: it has 8,000 rows and more.
    private const double Clearly = 0.01;

    // Its centres lie so near to those of all points that the way down from there gains a few ten-thousandths.
    private const double Gain = 0.001;

    /// <summary>Fills in where the starts ended [starts]; null for one that leads nowhere new.</summary>
    /// <param name="outcomes">One place per start.</param>
    /// <param name="k">Centres.</param>
    /// <param name="standIn">Goes down on few points.</param>
    /// <param name="whole">Goes down on all.</param>
    /// <param name="options">Kind of start, seed and rounds.</param>
    /// <param name="meter">Told of every start.</param>
    public static void Fill(Span<Outcome?> outcomes, int k, Descent standIn, Descent whole, KMeansOptions options, Meter meter)
    {
        var (ends, order) = (new Outcome[outcomes.Length], new int[outcomes.Length]);
        for (var start = 0; start < ends.Length; start++)
        {
            (ends[start], order[start]) = (standIn.FromStart(k, options, start), start);
            meter.Done();
        }

        Array.Sort(order, (a, b) => ends[a].Inertia.CompareTo(ends[b].Inertia) is var sign and not 0 ? sign : a.CompareTo(b));
        var (best, seen) = (double.PositiveInfinity, new List<double[]>());
        foreach (var start in order)
        {
            var end = ends[start];
            if (end.K == k && !(New(end, seen) && end.Inertia <= ends[order[0]].Inertia * (1 + Clearly) && !(whole.InertiaOf(end.Centres, k) > best * (1 + Gain)))) continue;
            var outcome = outcomes[start] = end.K == k ? whole.From(end.Centres, k, options.MaxIterations) : whole.FromStart(k, options, start);
            best = Math.Min(best, outcome.Inertia);
        }
    }

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
