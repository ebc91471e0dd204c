namespace Clientele.Numerics.Clustering;

/// <summary>How K-Means saves distances. Every form gives the same bits.</summary>
public enum KMeansForm
{
    /// <summary>
    /// Bounded: measured the fastest or level with it from 4,000 × 3 with k = 5 to 60,000 × 32 with k = 100. Boxes save most with few columns
    /// (60,000 × 2, k = 100: a quarter of the time of Lloyd), bounds with many clusters (60,000 × 32, k = 100: half).
    /// </summary>
    Auto,

    /// <summary>All n · k distances in every round. [Llo82]</summary>
    Lloyd,

    /// <summary>Leaves out, for 256 neighbours at a time, the centres that can be nearest to none of them. [KMN02]</summary>
    Boxed,

    /// <summary>
    /// Boxed, and from the second round on leaves out rows whose second nearest centre is farther away than the centres have moved since
    /// it was measured. [Ham10], with 16 bytes a row.
    /// </summary>
    Bounded,
}
