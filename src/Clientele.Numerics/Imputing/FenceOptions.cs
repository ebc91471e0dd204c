namespace Clientele.Numerics.Imputing;

/// <summary>Where outliers begin.</summary>
public enum FenceKind
{
    /// <summary>Quartiles ∓ reach · (Q3 − Q1); usual reach 1.5 [Tuk77].</summary>
    Quartiles,

    /// <summary>Mean ∓ reach · sample standard deviation; usual reach 3.</summary>
    ZScore,

    /// <summary>Median ∓ reach · MAD / 0.6745; usual reach 3.5 [IH93].</summary>
    ModifiedZ,

    /// <summary>The percentiles at reach and 100 − reach; usual reach 1.</summary>
    Percentiles,
}

/// <summary>How fences are put up.</summary>
public sealed record FenceOptions
{
    public FenceKind Kind { get; init; }

    /// <summary>Above 0, for percentiles below 50; 0: the usual one.</summary>
    public double Reach { get; init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be at least 0."); }

    /// <summary>Columns that have no fences: ids, flags, categories, outcomes.</summary>
    public IReadOnlyList<int> Leave { get; init => field = [.. value]; } = [];

    internal double EffectiveReach => Reach > 0 ? Reach : Kind switch
    {
        FenceKind.Quartiles => 1.5,
        FenceKind.ZScore => 3,
        FenceKind.ModifiedZ => 3.5,
        _ => 1,
    };
}
