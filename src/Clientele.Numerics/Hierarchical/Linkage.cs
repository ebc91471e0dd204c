namespace Clientele.Numerics.Hierarchical;

/// <summary>How far two clusters are apart. All start from Euclidean distances between rows.</summary>
/// <remarks>[Mül11] lists their update formulas. Centroid and median can merge at a lower height than the merge before (an inversion).</remarks>
public enum Linkage
{
    /// <summary>Growth of the within-cluster sum of squares: √(2ab/(a + b)) times the distance of the centroids, as scipy and R's ward.D2.</summary>
    Ward,

    /// <summary>The largest distance between their rows.</summary>
    Complete,

    /// <summary>The mean distance between their rows (UPGMA).</summary>
    Average,

    /// <summary>The mean of the distances of the two halves, whatever their sizes (WPGMA).</summary>
    Weighted,

    /// <summary>The least distance between their rows.</summary>
    Single,

    /// <summary>The distance of the centroids (UPGMC), as scipy; R's hclust gives its square when it is fed squares.</summary>
    Centroid,

    /// <summary>The distance of centres that lie halfway between those of the two halves (WPGMC), as scipy.</summary>
    Median,
}
