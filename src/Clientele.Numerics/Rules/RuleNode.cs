namespace Clientele.Numerics.Rules;

/// <summary>A place in a tree: a question, or an answer.</summary>
/// <param name="Parent">Node above; −1 for the first.</param>
/// <param name="Left">Node of the rows that pass the question; −1 for an answer.</param>
/// <param name="Right">Node of the others; −1 for an answer.</param>
/// <param name="Question">What is asked; null for an answer.</param>
/// <param name="Counts">Rows of each label that came here [labels].</param>
public sealed record RuleNode(int Parent, int Left, int Right, Condition? Question, long[] Counts)
{
    /// <summary>Rows that came here.</summary>
    public long Rows { get; } = Counts.Sum();

    /// <summary>The most frequent label, of equals the lowest.</summary>
    public int Label { get; } = Array.IndexOf(Counts, Counts.Max());

    /// <summary>Rows of another label.</summary>
    public long Wrong => Rows - Counts[Label];
}
