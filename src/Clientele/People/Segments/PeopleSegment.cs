using Clientele.People.Segments.Explaining;
using Clientele.People.Segments.Profiling;

namespace Clientele.People.Segments;

/// <summary>One segment of a customer table.</summary>
/// <param name="Name">Short and unlike the others'.</param>
/// <param name="Customers">How many.</param>
/// <param name="Share">Of all customers.</param>
/// <param name="Money">What they spent; NaN when no column tells.</param>
/// <param name="Apart">What sets it apart, the strongest first; at most three.</param>
/// <param name="Rule">The segment in one sentence.</param>
public sealed record PeopleSegment(string Name, int Customers, double Share, double Money, IReadOnlyList<Distinction> Apart, SegmentRule Rule);
