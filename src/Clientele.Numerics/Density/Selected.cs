namespace Clientele.Numerics.Density;

/// <summary>The clusters taken from a condensed tree.</summary>
/// <param name="Labels">Condensed cluster of each row [n]; −1 for noise.</param>
/// <param name="Strengths">How firmly each row is in it, 0 to 1 [n]: the density where it leaves, as a share of the cluster's peak.</param>
/// <param name="Peaks">Density at which each condensed cluster loses its last rows or splits [clusters].</param>
internal sealed record Selected(int[] Labels, double[] Strengths, double[] Peaks)
{
    /// <summary>Takes the clusters that the options ask for.</summary>
    /// <param name="tree">All clusters.</param>
    /// <param name="weights">[n].</param>
    /// <param name="options">Which to take.</param>
    public static Selected From(CondensedTree tree, double[] weights, HdbscanOptions options)
    {
        var taken = options.Selection == ClusterSelection.Leaf ? Leaves(tree) : MostStable(tree, weights, options.AllowSingleCluster);
        taken[0] &= options.AllowSingleCluster && tree.Weights[0] >= options.MinClusterSize;
        var (owners, peaks) = (new int[tree.Clusters], new double[tree.Clusters]);
        for (var c = 0; c < owners.Length; c++)
        {
            var parent = tree.Parents[c];
            if (parent >= 0) peaks[parent] = Math.Max(peaks[parent], CondensedTree.Density(tree.Births[c]));
            owners[c] = parent >= 0 && owners[parent] >= 0 ? owners[parent] : taken[c] ? c : -1;
        }

        for (var i = 0; i < weights.Length; i++)
            peaks[tree.LastClusters[i]] = Math.Max(peaks[tree.LastClusters[i]], CondensedTree.Density(tree.Exits[i]));
        var labels = Array.ConvertAll(tree.LastClusters, c => owners[c]);
        var strengths = new double[labels.Length];
        for (var i = 0; i < labels.Length; i++)
            strengths[i] = labels[i] < 0 ? 0 : Math.Min(1, CondensedTree.Density(tree.Exits[i]) / peaks[labels[i]]);
        return new(labels, strengths, peaks);
    }

    private static bool[] Leaves(CondensedTree tree)
    {
        var taken = new bool[tree.Clusters];
        Array.Fill(taken, true);
        for (var c = 1; c < taken.Length; c++) taken[tree.Parents[c]] = false;
        return taken;
    }

    // A cluster is taken when it is at least as stable as the best of its parts together. [CMZS15] algorithm 3.
    private static bool[] MostStable(CondensedTree tree, double[] weights, bool single)
    {
        var stabilities = tree.Stabilities(weights);
        var (taken, parts) = (new bool[tree.Clusters], new double[tree.Clusters]);
        for (var c = taken.Length - 1; c >= 0; c--)
        {
            taken[c] = stabilities[c] >= parts[c] && (c > 0 || single);
            if (c > 0) parts[tree.Parents[c]] += taken[c] ? stabilities[c] : parts[c];
        }

        return taken;
    }
}
