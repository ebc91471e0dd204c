namespace Clientele.Numerics.Hierarchical;

/// <summary>Which tree is grown, and where it is cut.</summary>
public sealed record HierarchicalOptions
{
    /// <summary>How far two clusters are apart.</summary>
    public Linkage Linkage { get; init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "No such linkage."); }

    /// <summary>Clusters wanted, at least 1; not looked at when <see cref="Height"/> is set.</summary>
    public int K { get; init => field = Require.AtLeast(1, value); } = 5;

    /// <summary>Cut at this height instead, finite and at least 0, in the unit of the rows: see <see cref="Dendrogram.CutAt"/>.</summary>
    public double? Height
    {
        get;
        init => field = value is null or (>= 0 and < double.PositiveInfinity)
            ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be finite and at least 0.");
    }
}
