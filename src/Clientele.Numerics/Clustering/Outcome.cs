namespace Clientele.Numerics.Clustering;

/// <summary>Where one start ended, in the scaled space of <see cref="Points"/>.</summary>
/// <param name="Centres">[k × d], row-major; every centre has points.</param>
/// <param name="K">Centres.</param>
/// <param name="Inertia">Weighted sum of squared distances to the nearest centre.</param>
/// <param name="Iterations">Rounds done.</param>
/// <param name="Converged">Nothing moved any more.</param>
internal sealed record Outcome(double[] Centres, int K, double Inertia, int Iterations, bool Converged);
