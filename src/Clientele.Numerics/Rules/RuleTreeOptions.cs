namespace Clientele.Numerics.Rules;

/// <summary>How a tree of rules grows.</summary>
public sealed record RuleTreeOptions
{
    /// <summary>Most questions one after the other, 1 … 6.</summary>
    public int MostDepth { get; init => field = value is >= 1 and <= 6 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must lie between 1 and 6."); } = 4;

    /// <summary>Fewest rows on either side of a question.</summary>
    public int MinimumLeaf { get; init => field = Require.AtLeast(1, value); } = 5;

    /// <summary>
    /// A branch is cut off when each of its questions puts right no more than this share of the rows that are wrong without any question;
    /// 0 … 1. As cp of R's rpart.
    /// </summary>
    public double Complexity { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must lie between 0 and 1."); } = 0.01;
}
