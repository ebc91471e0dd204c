namespace Clientele.Numerics.Hierarchical;

/// <summary>One merge of a drawing: up from the left leg, across at its height, down the right leg.</summary>
/// <param name="Branch">Number of the branch it makes, as in <see cref="Merge"/>.</param>
/// <param name="LeftX">Where the left leg stands.</param>
/// <param name="RightX">Where the right leg stands; the branch itself goes on halfway between.</param>
/// <param name="LeftFoot">Height at which the left leg starts.</param>
/// <param name="RightFoot">Height at which the right leg starts.</param>
/// <param name="Height">Height of the bar.</param>
/// <param name="Size">Weight of what is below.</param>
public sealed record DrawnBracket(int Branch, double LeftX, double RightX, double LeftFoot, double RightFoot, double Height, double Size);
