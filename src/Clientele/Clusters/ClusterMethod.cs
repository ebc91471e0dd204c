using Clientele.Numerics.Clustering;

namespace Clientele.Clusters;

/// <summary>What a clustering is to aim at, whatever the method.</summary>
/// <param name="K">Clusters wanted; methods that find the number themselves do not look at it.</param>
/// <param name="Seed">All chance comes from here.</param>
public sealed record ClusterAim(int K, ulong Seed)
{
    /// <summary>Columns, counted from 0, whose values are codes of categories and not magnitudes.</summary>
    public IReadOnlyList<int> Categorical { get; init; } = [];
}

/// <summary>A number, or several, that only models of one method know; shown in scores.json under its name.</summary>
/// <param name="Name">As in scores.json: <c>logLikelihood</c>.</param>
/// <param name="Values">One value, or a list of them.</param>
/// <param name="IsList">Shown as a list even when there is one.</param>
public sealed record ClusterFact(string Name, IReadOnlyList<double> Values, bool IsList = false);

/// <summary>
/// A method of clustering with its own settings made, and what can be said of it. Whatever cannot be said of every method is a property
/// here, with its reason: the contract tests ask these, never a name.
/// </summary>
/// <param name="Create">A clusterer for an aim.</param>
public sealed record ClusterMethod(Func<ClusterAim, IClusterer> Create)
{
    /// <summary>Why no number of clusters can be asked for; null when it can.</summary>
    public string? FindsK { get; init; }

    /// <summary>Why rows may belong to no cluster (−1); null when every row belongs to one.</summary>
    public string? LeavesNoise { get; init; }

    /// <summary>Centres of a model [K × d], row-major; null for a method whose clusters have none.</summary>
    public Func<ClusterModel, double[]>? Centres { get; init; }

    /// <summary>Why the clusters have no centres, or none that rows are assigned by: required where <see cref="CentresAreMeans"/> is false.</summary>
    public string? NotByCentre { get; init; }

    /// <summary>Every row is with its nearest centre and every centre is the mean of its rows.</summary>
    public bool CentresAreMeans => Centres is not null && NotByCentre is null;

    /// <summary>Why the clusters change when the axes of the data are turned; null when only distances count.</summary>
    public string? LooksAlongAxes { get; init; }

    /// <summary>Why multiplying all data by a power of two may change labels: a setting in the unit of the data; null when it cannot.</summary>
    public string? HasUnit { get; init; }

    /// <summary>Why fewer clusters than were asked for may come out even when there are distinct rows enough; null when that cannot be.</summary>
    public string? MayMerge { get; init; }

    /// <summary>Why doubling all weights may change labels; null when only their proportions count.</summary>
    public string? CountsCopies { get; init; }

    /// <summary>The search aims at the least inertia of all partitions, and finds it where there are few.</summary>
    public bool SeeksLeastInertia { get; init; }

    /// <summary>Uses <see cref="ClusterAim.Categorical"/>.</summary>
    public bool TakesCategories { get; init; }

    /// <summary>Beyond so many rows the method itself works on samples of them; 0: never.</summary>
    public int SampledBeyond { get; init; }

    /// <summary>Figures of a model for scores.json.</summary>
    public Func<ClusterModel, IReadOnlyList<ClusterFact>> Facts { get; init; } = static _ => [];
}
