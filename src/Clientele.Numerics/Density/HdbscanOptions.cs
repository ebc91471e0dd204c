namespace Clientele.Numerics.Density;

/// <summary>Which clusters of the condensed tree are taken.</summary>
public enum ClusterSelection
{
    /// <summary>Those that together are the most stable: excess of mass. [CMZS15] section 4.3.</summary>
    ExcessOfMass,

    /// <summary>Those that split no more: the finest ones.</summary>
    Leaf,
}

/// <summary>How HDBSCAN looks for clusters.</summary>
public sealed record HdbscanOptions
{
    /// <summary>Least weight of a cluster, at least 2.</summary>
    public int MinClusterSize { get; init => field = Require.AtLeast(2, value); } = 5;

    /// <summary>Weight of the rows, itself included, within a row's core distance, at least 1. Null: <see cref="MinClusterSize"/>. [CMZS15] m_pts.</summary>
    public int? MinSamples { get; init => field = value is { } samples ? Require.AtLeast(1, samples, nameof(MinSamples)) : null; }

    public ClusterSelection Selection
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Selection), value, "Is no selection.");
    }

    /// <summary>Whether all rows may be one cluster. If not, data without structure are noise.</summary>
    public bool AllowSingleCluster { get; init; }

    internal int Samples => MinSamples ?? MinClusterSize;
}
