namespace Clientele.People.Deriving;

/// <summary>A column worked out from others.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">As <c>--derive "name = expression"</c> takes it.</param>
/// <param name="Proposed">It was proposed, not asked for.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Undefined">Of those, how many because of a division by zero, or a logarithm or root of too small a number.</param>
public sealed record Derived(string Name, string Expression, bool Proposed, long Missing, long Undefined);
