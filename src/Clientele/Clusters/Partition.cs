namespace Clientele.Clusters;

/// <summary>Rows divided into clusters.</summary>
/// <param name="Labels">Cluster of each row, from 0 [n].</param>
/// <param name="K">Clusters.</param>
/// <param name="Inertia">Where the method knows it.</param>
internal sealed record Partition(int[] Labels, int K, double? Inertia = null);
