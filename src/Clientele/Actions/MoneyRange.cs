namespace Clientele.Actions;

/// <summary>What to expect, with the central interval that should hold the truth 95 times in 100. An estimate in doubles, never a total.</summary>
/// <param name="Expected">The mean.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct MoneyRange(double Expected, double Low, double High)
{
    /// <summary>Every part times a share, less a cost that is certain.</summary>
    public MoneyRange After(double share, double cost) => new((Expected * share) - cost, (Low * share) - cost, (High * share) - cost);
}
