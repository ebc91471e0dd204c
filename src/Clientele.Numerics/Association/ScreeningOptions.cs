namespace Clientele.Numerics.Association;

/// <summary>From where on a column is suspect.</summary>
public sealed record ScreeningOptions
{
    /// <summary>|r| from which two columns say the same, above 0, at most 1.</summary>
    public double NearDuplicate { get; init => field = Share(value); } = 0.98;

    /// <summary>Share of missing values from which a column is too empty, above 0, at most 1.</summary>
    public double TooEmpty { get; init => field = Share(value); } = 0.5;

    /// <summary>Share of distinct among present values from which a column looks like an id, above 0, at most 1. Amounts to the cent can
    /// reach it, too: whole numbers are asked for besides.</summary>
    public double IdLike { get; init => field = Share(value); } = 0.95;

    /// <summary>Values from which a column can look like an id: of a few, all are different anyway.</summary>
    public int IdLikeFrom { get; init => field = Require.AtLeast(1, value); } = 30;

    /// <summary>eta² below which a column does nothing for the separation of the groups, at least 0, at most 1.</summary>
    public double Separating { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must lie between 0 and 1."); } = 0.01;

    private static double Share(double value) => value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be above 0 and at most 1.");
}
