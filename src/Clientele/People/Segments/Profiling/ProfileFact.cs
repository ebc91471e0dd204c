namespace Clientele.People.Segments.Profiling;

/// <summary>One figure of one segment.</summary>
/// <param name="Segment">From 0.</param>
/// <param name="Column">Of the table.</param>
/// <param name="Level">Text that the share is of; empty for numbers.</param>
/// <param name="Measure"><c>mean</c>, <c>median</c>, <c>known</c> or <c>share</c>.</param>
/// <param name="Value">In the segment; NaN where nothing is known.</param>
/// <param name="Overall">Among all customers.</param>
/// <param name="Others">Among those of the other segments.</param>
/// <param name="Effect">Of means Cohen's d, of shares Cohen's h, both against the others; NaN for other measures and where it is not defined.</param>
/// <param name="Lift">Of shares: value / overall; else NaN.</param>
public sealed record ProfileFact(int Segment, string Column, string Level, string Measure, double Value, double Overall, double Others, double Effect, double Lift);
