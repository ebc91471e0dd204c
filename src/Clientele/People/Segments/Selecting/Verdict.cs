namespace Clientele.People.Segments.Selecting;

/// <summary>Whether a column forms the segments, and why.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Chosen">It does.</param>
/// <param name="Rule">Short word for the reason: <c>constant</c>, <c>duplicate</c>, <c>outcome</c>, ….</param>
/// <param name="Reason">The reason in words.</param>
public sealed record Verdict(string Column, bool Chosen, string Rule, string Reason);
