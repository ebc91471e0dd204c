namespace Clientele.Numerics.Rules;

/// <summary>A way to part the rows of a node.</summary>
/// <param name="Score">Σ of both sides: squares of the label counts / rows; the higher, the purer (Gini).</param>
/// <param name="Question">What the left side passes; null for none found.</param>
internal readonly record struct Split(double Score, Condition? Question)
{
    public static double Purity(long squaresLeft, long left, long squaresRight, long right) => ((double)squaresLeft / left) + ((double)squaresRight / right);
}
