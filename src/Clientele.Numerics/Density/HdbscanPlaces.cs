using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Density;

/// <summary>What a model keeps of each fitted row and each cluster, so that later rows find their place.</summary>
/// <param name="Rows">Distinct rows in canonical order [m × d].</param>
/// <param name="Weights">[m].</param>
/// <param name="Cores">Squared core distances in the frame [m].</param>
/// <param name="Labels">[m].</param>
/// <param name="Strengths">[m].</param>
/// <param name="Births">Squared height at which each cluster split off, in the frame [K]; infinite for all rows as one cluster.</param>
/// <param name="Peaks">Its largest density in the frame [K].</param>
internal sealed record HdbscanPlaces(
    Matrix Rows, double[] Weights, double[] Cores, int[] Labels, double[] Strengths, double[] Births, double[] Peaks)
{
    /// <summary>Where a row comes in beside fitted row i, at a squared height: its label and how firmly it is there.</summary>
    public (int Label, double Strength) Place(int i, double square)
    {
        if (i < 0 || Labels[i] < 0 || !(square < Births[Labels[i]])) return (ClusterModel.Noise, 0);
        return (Labels[i], Math.Min(Strengths[i], CondensedTree.Density(square) / Peaks[Labels[i]]));
    }
}
