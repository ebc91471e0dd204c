namespace Clientele.Numerics.Clustering;

/// <summary>How first centres are drawn.</summary>
public enum KMeansStart
{
    /// <summary>
    /// One after the other, by weight × squared distance to the centres so far, the best of 2 + ln k candidates each: k passes over the
    /// data. [AV07], greedy k-means++.
    /// </summary>
    PlusPlus,

    /// <summary>About 2 k candidates in each of five passes, which k-means++ then reduces to k: for large k. [BMV12], k-means‖.</summary>
    Parallel,
}
