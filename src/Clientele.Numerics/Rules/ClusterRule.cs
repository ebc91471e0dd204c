namespace Clientele.Numerics.Rules;

/// <summary>A group in one sentence: all of these conditions.</summary>
/// <param name="Label">The group.</param>
/// <param name="Conditions">One for each column it speaks of, in the order of the columns; none: nothing sets the group apart.</param>
/// <param name="Rows">Rows that fulfil them.</param>
/// <param name="Hits">Those of them in the group.</param>
/// <param name="Members">Rows of the group.</param>
/// <param name="All">Rows with a label.</param>
public sealed record ClusterRule(int Label, IReadOnlyList<Condition> Conditions, long Rows, long Hits, long Members, long All)
{
    /// <summary>Share of the rows that fulfil the rule that are in the group; NaN when none fulfils it.</summary>
    public double Precision => (double)Hits / Rows;

    /// <summary>Share of the group that fulfils the rule; NaN for an empty group.</summary>
    public double Coverage => (double)Hits / Members;

    /// <summary>How many times as frequent the group is among them as among all.</summary>
    public double Lift => Precision / ((double)Members / All);

    /// <summary>Harmonic mean of precision and coverage, by which the rule was chosen.</summary>
    public double F1 => 2.0 * Hits / (Rows + Members);
}
