using Clientele.Clusters.Files;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Reports;
using Clientele.Tables;

namespace Clientele.Clusters;

/// <summary>All that a clustering of a table found; every output is written from it.</summary>
public sealed record ClusterReport
{
    public required ClusterPlan Plan { get; init; }

    public required Table Table { get; init; }

    /// <summary>Column that names the rows, or null.</summary>
    public required TableColumn? Id { get; init; }

    /// <summary>Row of the table, from 0, of each label.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Cluster of each of those rows, −1 for none.</summary>
    public required IReadOnlyList<int> Labels { get; init; }

    /// <summary>The method used, by name: with <c>all</c>, the recommended one.</summary>
    public required string Method { get; init; }

    public required TableModel Model { get; init; }

    public required PartitionScores Scores { get; init; }

    /// <summary>Means of the clusters, column by column, in the units of the table [k][d]; of a category the commonest.</summary>
    public required IReadOnlyList<double[]> Means { get; init; }

    /// <summary>What only models of this method know.</summary>
    public IReadOnlyList<ClusterFact> Facts { get; init; } = [];

    /// <summary>How the number of clusters was found; null when it was given, or found by the method.</summary>
    public KSearch? Search { get; init; }

    /// <summary>Every method, when all were compared.</summary>
    public Comparison? Comparison { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<StageTime> Timings { get; init; } = [];

    /// <summary>The rows in the units of the table [rows × columns]; a category is its place.</summary>
    internal Matrix Values { get; init; } = null!;

    /// <summary>The same, scaled: what the method saw.</summary>
    internal Matrix Points { get; init; } = null!;
}

/// <summary>How a number of clusters was chosen.</summary>
/// <param name="Tried">Every number tried, ascending, with its scores.</param>
/// <param name="K">The one chosen.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="NoStructure">The rows do not fall into clusters; the number chosen only divides them.</param>
public sealed record KSearch(IReadOnlyList<KTried> Tried, int K, string Reason, bool NoStructure);

/// <summary>One number of clusters.</summary>
public sealed record KTried(int K, ClusterModel Model, PartitionScores Scores);
