namespace Clientele.Numerics.Rules;

/// <summary>A column that rules may speak of.</summary>
/// <param name="Values">Finite, or NaN for missing [n]; categories as whole numbers from 0.</param>
/// <param name="Category">Codes: asked for by name, never by size.</param>
public sealed record RuleColumn(double[] Values, bool Category = false);
