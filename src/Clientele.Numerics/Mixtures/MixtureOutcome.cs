namespace Clientele.Numerics.Mixtures;

/// <summary>Where one start ended.</summary>
/// <param name="Mixture">The components.</param>
/// <param name="Likelihood">Σ weight · ln density in the frame.</param>
/// <param name="Labels">The most likely component of each distinct row.</param>
/// <param name="Iterations">Rounds.</param>
/// <param name="Converged">The last round changed little.</param>
internal sealed record MixtureOutcome(Components Mixture, double Likelihood, int[] Labels, int Iterations, bool Converged);
