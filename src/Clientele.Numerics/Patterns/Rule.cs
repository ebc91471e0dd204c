namespace Clientele.Numerics.Patterns;

/// <summary>Whoever has these items often has that one, too. Measures as R's package arules defines them.</summary>
/// <param name="If">Items on the left, ascending.</param>
/// <param name="Then">The one item on the right.</param>
/// <param name="Count">Transactions that hold all of them.</param>
/// <param name="IfCount">Transactions that hold the left side.</param>
/// <param name="ThenCount">Transactions that hold the right side.</param>
/// <param name="Transactions">All transactions.</param>
public sealed record Rule(int[] If, int Then, int Count, int IfCount, int ThenCount, int Transactions)
{
    /// <summary>Share of the transactions that hold all items.</summary>
    public double Support => (double)Count / Transactions;

    /// <summary>Share of the transactions with the left side that hold the right side, too.</summary>
    public double Confidence => (double)Count / IfCount;

    /// <summary>How many times more often the two sides meet than they would by chance; 1 is chance.</summary>
    public double Lift => (double)Count * Transactions / ((double)IfCount * ThenCount);

    /// <summary>Support less what chance would give.</summary>
    public double Leverage => Support - ((double)IfCount / Transactions * ThenCount / Transactions);

    /// <summary>How many times more often the rule would fail by chance than it does; infinite when it never fails, NaN when the right side is everywhere.</summary>
    /// <remarks>[BMUT97].</remarks>
    public double Conviction => (double)(Transactions - ThenCount) / Transactions / ((double)(IfCount - Count) / IfCount);

    /// <summary>Confidence less the best that fewer items on the left, or none, would give. Not above 0: the rule says nothing new.</summary>
    public double Improvement { get; init; }

    /// <summary>Probability of as many meetings or more if the sides had nothing to do with each other: Fisher's exact test, one-sided.</summary>
    public double P { get; init; }

    /// <summary>p by Holm over every rule that could have been formed; see <see cref="AssociationRules"/>.</summary>
    public double Holm { get; init; }

    /// <summary>p by Benjamini and Hochberg over every rule of this size that could have been formed.</summary>
    public double FalseDiscovery { get; init; }
}
