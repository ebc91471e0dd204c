namespace Clientele.People.Segments.Grouping;

/// <summary>How a column is treated, and what became of its values.</summary>
/// <param name="Column">Centre, spread and levels.</param>
/// <param name="Treated">Its values after their treatment, nothing missing, not yet scaled [customers]; null for a coordinate per level.</param>
internal sealed record FittedFeature(FeatureColumn Column, double[]? Treated);
