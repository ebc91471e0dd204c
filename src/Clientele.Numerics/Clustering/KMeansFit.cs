namespace Clientele.Numerics.Clustering;

/// <summary>K-Means clusters, largest first (then by centre, column by column).</summary>
/// <param name="Labels">Cluster of each row [n], 0 … K − 1; always the nearest centre, the lowest index on a tie.</param>
/// <param name="Centres">Centres [K × d], row-major, in the units of the data.</param>
/// <param name="K">Clusters found; fewer than asked for when there are fewer distinct rows.</param>
/// <param name="Inertia">Sum of squared distances of the rows to their centres; the largest finite number where it is beyond that.</param>
/// <param name="Iterations">Rounds of the winning start.</param>
/// <param name="Converged">No row wants to move, alone or with its centre. False: cut off by <see cref="KMeansOptions.MaxIterations"/>.</param>
public sealed record KMeansFit(int[] Labels, double[] Centres, int K, double Inertia, int Iterations, bool Converged);
