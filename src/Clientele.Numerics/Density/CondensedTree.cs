namespace Clientele.Numerics.Density;

/// <summary>
/// Clusters as they split when the density that is asked for rises, and where each row leaves. A cluster splits only into parts that are
/// large enough; lesser parts leave it row by row.
/// </summary>
/// <remarks>[CMZS15] section 4.1, with all merges of one height taken at once. Density is 1 / height.</remarks>
internal sealed class CondensedTree
{
    // Heights below this count as this one: copies of a row are endlessly dense, but their sums stay finite.
    private const double LeastHeight = 1e-150;

    private readonly List<int> _parents = [];
    private readonly List<double> _births = [];
    private readonly List<double> _weights = [];

    private CondensedTree(double[] exits)
    {
        (Exits, LastClusters) = (exits, new int[exits.Length]);
        Open(-1, double.PositiveInfinity, 0);
    }

    /// <summary>Clusters; 0 is the root, and a cluster comes after the one it split from.</summary>
    public int Clusters => _parents.Count;

    /// <summary>The cluster each one split from [clusters]; −1 for the root.</summary>
    public IReadOnlyList<int> Parents => _parents;

    /// <summary>Squared height at which each split off [clusters]; infinite for the root.</summary>
    public IReadOnlyList<double> Births => _births;

    /// <summary>Weight of each when it split off [clusters].</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>The last cluster each row was in [n].</summary>
    public int[] LastClusters { get; }

    /// <summary>Squared height at which each row leaves it [n].</summary>
    public double[] Exits { get; }

    /// <summary>1 / height.</summary>
    public static double Density(double square) => 1 / Math.Max(Math.Sqrt(square), LeastHeight);

    /// <summary>Rows that are nowhere dense: all leave the root where it begins.</summary>
    public static CondensedTree Empty(double[] cores) => new(cores);

    /// <summary>Condenses.</summary>
    /// <param name="edges">The spanning tree [n − 1]; sorted in place.</param>
    /// <param name="cores">Squared core distances [n].</param>
    /// <param name="weights">[n].</param>
    /// <param name="least">Least weight of a cluster.</param>
    public static CondensedTree Of(Edge[] edges, double[] cores, double[] weights, int least)
    {
        var condensed = new CondensedTree((double[])cores.Clone());
        var merges = new MergeTree(edges, weights);
        condensed._weights[0] = merges.Weight(merges.Root);
        var open = new Stack<(int Node, int Cluster)>([(merges.Root, 0)]);
        var (parts, large) = (new List<int>(), new List<int>());
        while (open.TryPop(out var at))
        {
            if (merges.IsRow(at.Node))
            {
                condensed.Leave(merges, at.Node, at.Cluster, cores[at.Node]);
                continue;
            }

            var square = merges.Square(at.Node);
            merges.Parts(at.Node, parts);
            large.Clear();
            foreach (var part in parts)
            {
                // A row of many copies that are no denser than this height comes apart into them.
                if (merges.Weight(part) >= least && !(merges.IsRow(part) && cores[part] >= square)) large.Add(part);
                else condensed.Leave(merges, part, at.Cluster, square);
            }

            foreach (var part in large) open.Push((part, large.Count == 1 ? at.Cluster : condensed.Open(at.Cluster, square, merges.Weight(part))));
        }

        return condensed;
    }

    /// <summary>How much each cluster outlasts its beginning: Σ weight · (density where the row leaves − density of the birth) [clusters].</summary>
    public double[] Stabilities(double[] weights)
    {
        var sums = new double[Clusters];
        var births = Array.ConvertAll([.. _births], Density);
        for (var i = 0; i < Exits.Length; i++) sums[LastClusters[i]] += weights[i] * (Density(Exits[i]) - births[LastClusters[i]]);
        for (var c = 1; c < Clusters; c++) sums[_parents[c]] += _weights[c] * (births[c] - births[_parents[c]]);
        return sums;
    }

    /// <summary>Outlier score of each row, 0 to 1 [n]: how thin it is where it leaves beside the densest row of that cluster. [CMZS15] GLOSH.</summary>
    public double[] Outliers()
    {
        var peaks = new double[Clusters];
        for (var i = 0; i < Exits.Length; i++) peaks[LastClusters[i]] = Math.Max(peaks[LastClusters[i]], Density(Exits[i]));
        for (var c = Clusters - 1; c > 0; c--) peaks[_parents[c]] = Math.Max(peaks[_parents[c]], peaks[c]);
        var scores = new double[Exits.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = peaks[LastClusters[i]] > 0 ? 1 - (Density(Exits[i]) / peaks[LastClusters[i]]) : 0;
        return scores;
    }

    private int Open(int parent, double birth, double weight)
    {
        _parents.Add(parent);
        _births.Add(birth);
        _weights.Add(weight);
        return _parents.Count - 1;
    }

    private void Leave(MergeTree merges, int node, int cluster, double square)
    {
        foreach (var row in merges.Of(node)) (LastClusters[row], Exits[row]) = (cluster, square);
    }
}
