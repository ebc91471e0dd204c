namespace Clientele.Numerics.Medoids;

/// <summary>Where one start ended.</summary>
/// <param name="Rows">Rows that are medoids [k].</param>
/// <param name="Total">Σ weight · distance to the nearest medoid, in the frame.</param>
/// <param name="Rounds">Times that all rows were looked at.</param>
/// <param name="Converged">No swap helps.</param>
internal sealed record MedoidChoice(int[] Rows, double Total, int Rounds, bool Converged);
