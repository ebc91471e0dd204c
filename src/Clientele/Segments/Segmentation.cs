namespace Clientele.Segments;

/// <summary>Customers put into named groups by one method.</summary>
public sealed record Segmentation
{
    /// <summary><c>rfm</c>, <c>kmeans</c> or another method of clustering.</summary>
    public required string Method { get; init; }

    /// <summary>In canonical order: largest total money first.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>Segment index per customer [customers].</summary>
    public required int[] Labels { get; init; }
}

/// <summary>One group of customers.</summary>
/// <param name="Name">What a shop owner would call it.</param>
/// <param name="Why">One sentence: the rule or what sets it apart.</param>
/// <param name="Group">The broad group anyone recognises: <c>high-value</c>, <c>promising</c>, <c>occasional</c>, <c>at-risk</c> or <c>lost</c>.</param>
/// <param name="Count">Customers.</param>
/// <param name="Money">Exact money of its customers.</param>
public sealed record Segment(string Name, string Why, string Group, int Count, Money Money);

/// <summary>Scores per customer, 1 (worst) … 5 (best).</summary>
/// <param name="R">Recency scores [customers].</param>
/// <param name="F">Frequency scores [customers].</param>
/// <param name="M">Monetary scores [customers].</param>
/// <param name="Notes">What ties did, per measure, in words.</param>
public sealed record RfmScores(byte[] R, byte[] F, byte[] M, IReadOnlyList<string> Notes);

/// <summary>One k tried.</summary>
public sealed record KTrial(int K, double Inertia, double Silhouette, int Iterations, bool Converged, IReadOnlyList<int> Sizes);

/// <summary>How the clusters were found.</summary>
/// <param name="Trials">Every k tried, ascending.</param>
/// <param name="ChosenK">The k used.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="ElbowK">k of the located knee of the inertia curve, or 0 when the curve has none.</param>
/// <param name="Features">Feature names in column order of the centres.</param>
/// <param name="Centres">Cluster centres in the features' own units [k × d], canonical order. Where the features were transformed,
/// the centre was taken on the transformed scale and turned back, so it lies below the mean of skewed values.</param>
public sealed record ClusterSearch(
    IReadOnlyList<KTrial> Trials, int ChosenK, string Reason, int ElbowK, IReadOnlyList<string> Features, double[][] Centres);

/// <summary>What the segments stage hands to the report.</summary>
public sealed record SegmentsResult
{
    public RfmScores? Scores { get; init; }

    public Segmentation? Map { get; init; }

    public Segmentation? Clusters { get; init; }

    public ClusterSearch? Search { get; init; }

    /// <summary>Adjusted Rand index of map and clusters when both were made.</summary>
    public double? Agreement { get; init; }

    /// <summary>Customers by map segment (first index) and cluster (second index), both in canonical order, when both were made.</summary>
    public int[][]? Crossing { get; init; }

    /// <summary>What a reader must know: k reduced to distinct points, a dropped constant feature …</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The segmentation that the headline speaks of.</summary>
    public Segmentation Main => Map ?? Clusters ?? throw new InvalidOperationException("No segmentation was made.");
}
