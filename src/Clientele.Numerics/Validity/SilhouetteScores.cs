namespace Clientele.Numerics.Validity;

/// <summary>How well the points lie in their clusters, from −1 (in the wrong one) to 1 (far from all others).</summary>
/// <param name="Mean">Over all points; NaN, not defined, when fewer than two clusters have points.</param>
/// <param name="PerCluster">Mean of each cluster's points [k]; NaN for a cluster without points.</param>
/// <param name="PerPoint">[n]; 0 for a point alone in its cluster.</param>
/// <remarks>[Rou87].</remarks>
public sealed record SilhouetteScores(double Mean, double[] PerCluster, double[] PerPoint);
