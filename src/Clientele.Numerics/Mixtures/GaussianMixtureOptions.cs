namespace Clientele.Numerics.Mixtures;

/// <summary>What shapes the components of a mixture may have.</summary>
public enum CovarianceShape
{
    /// <summary>Each component any ellipsoid.</summary>
    Full,

    /// <summary>All components one ellipsoid.</summary>
    Tied,

    /// <summary>Each component an ellipsoid along the axes.</summary>
    Diagonal,

    /// <summary>Each component a ball.</summary>
    Spherical,
}

/// <summary>How a mixture is fitted.</summary>
public sealed record GaussianMixtureOptions
{
    // Below this, rounding decides whether a covariance can be factored.
    private const double LeastRegularization = 1e-12;

    /// <summary>Components wanted, at least 1.</summary>
    public int K { get; init => field = Require.AtLeast(1, value); } = 5;

    public CovarianceShape Covariance
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Covariance), value, "Is no shape.");
    }

    /// <summary>Independent starts, each from the best of 8 K-Means on drawn rows; at least 1. The one with the largest likelihood wins, the first on a tie.</summary>
    public int Starts { get; init => field = Require.AtLeast(1, value); } = 3;

    /// <summary>Most rounds of one start, at least 1. A start that needs more is cut off and says so.</summary>
    public int MaxIterations { get; init => field = Require.AtLeast(1, value); } = 200;

    /// <summary>Ends a start when a round raises the mean log-likelihood of a row by less than this; at least 0.</summary>
    public double Tolerance
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Tolerance), value, "Must be finite and at least 0.");
    } = 1e-4;

    /// <summary>
    /// Share of each column's variance that is added to the diagonal of every covariance, 1e-12 to 1. The variance is that of the middle
    /// nine tenths, so that an outlier does not blur everything else. For columns of variance 1 this is scikit-learn's reg_covar.
    /// </summary>
    public double Regularization
    {
        get;
        init => field = value is >= LeastRegularization and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(Regularization), value, $"Must be from {LeastRegularization} to 1.");
    } = 1e-6;

    /// <summary>All chance comes from here.</summary>
    public ulong Seed { get; init; }
}
