using Clientele.Numerics.Patterns;

namespace Clientele.Baskets;

/// <summary>What a customer has not bought yet and is likely to take next, with the rule that says so.</summary>
/// <param name="Customer">Row of the customer.</param>
/// <param name="Place">1 is the best for this customer.</param>
/// <param name="Rule">What the customer bought, and what belongs to it.</param>
public sealed record NextItem(int Customer, int Place, Rule Rule)
{
    /// <summary>How much likelier an order is to hold it for what the customer bought: confidence less the share of all orders that hold it.</summary>
    public double Gain => Rule.Confidence - ((double)Rule.ThenCount / Rule.Transactions);
}
