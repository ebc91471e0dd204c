using Clientele.Numerics.Mixtures;

namespace Clientele.Clusters;

/// <summary>Methods that see the rows as drawn from several distributions.</summary>
internal static class MixtureMethods
{
    private static readonly Knob s_covariance = Knob.OfWords("covariance", "Shape of the groups.", "full", "tied", "diagonal", "spherical");

    public static Choice<ClusterMethod> Gmm { get; } = new(
        "gmm", "A mixture of normal distributions; long and overlapping groups.", [s_covariance],
        settings => new ClusterMethod(aim => new GaussianMixture(new GaussianMixtureOptions { K = aim.K, Seed = aim.Seed, Covariance = (CovarianceShape)(int)settings[s_covariance] }))
        {
            Centres = static model => ((GaussianMixtureModel)model).Means.Values,
            NotByCentre = "a row belongs to its likeliest component, whose shape and share count beside its mean",
            MayMerge = "a component that is the likeliest one of no row is taken out",
            LooksAlongAxes = (CovarianceShape)(int)settings[s_covariance] == CovarianceShape.Diagonal ? "its ellipsoids lie along the axes" : null,
            Facts = static model => model is GaussianMixtureModel mixture
                ? [new("logLikelihood", [mixture.LogLikelihood]), new("bic", [mixture.Bic]), new("aic", [mixture.Aic])]
                : [],
        });
}
