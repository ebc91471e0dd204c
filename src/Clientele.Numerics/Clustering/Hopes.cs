namespace Clientele.Numerics.Clustering;

/// <summary>
/// Which of the starts of one k that ended on a stand-in (<see cref="Coreset"/>) go down on all points, too: not one that ended where
/// another did, and not one that ended clearly higher than the lowest so far. Decided start by start, so that more starts are never worse.
/// </summary>
internal sealed class Hopes
{
    // What stands for all points tells two inertias apart to a few thousandths: it has 8,000 rows and more.
    private const double Clearly = 0.01;

    private readonly List<(double Inertia, double[] Centres)> _ends = [];
    private double _lowest = double.PositiveInfinity;

    /// <summary>The start may still end lowest of all.</summary>
    public bool Has(Outcome end)
    {
        if (end.Inertia > _lowest * (1 + Clearly)) return false;
        _lowest = Math.Min(_lowest, end.Inertia);
        var centres = InOrder(end.Centres, end.K);
        foreach (var (inertia, other) in _ends)
        {
            if (inertia == end.Inertia && other.AsSpan().SequenceEqual(centres)) return false;
        }

        _ends.Add((end.Inertia, centres));
        return true;
    }

    // The same centres in another order are the same end.
    private static double[] InOrder(double[] centres, int k)
    {
        var d = centres.Length / k;
        var order = new int[k];
        for (var c = 0; c < k; c++) order[c] = c;
        Array.Sort(order, (a, b) => centres.AsSpan(a * d, d).SequenceCompareTo(centres.AsSpan(b * d, d)));
        var sorted = new double[centres.Length];
        for (var c = 0; c < k; c++) centres.AsSpan(order[c] * d, d).CopyTo(sorted.AsSpan(c * d, d));
        return sorted;
    }
}
