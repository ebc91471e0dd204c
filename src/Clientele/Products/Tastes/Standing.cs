using Clientele.Numerics.Testing;

namespace Clientele.Products.Tastes;

/// <summary>Who stands out: counts beside what chance would give, corrected for everybody who was looked at.</summary>
internal sealed class Standing(TasteKind kind)
{
    /// <summary>One order is a story, two may be chance.</summary>
    public const int FewestOrders = 3;

    private const double Level = 0.05;
    private const double LeastShare = 2.0 / 3;

    private readonly List<Taste> _looked = [];

    /// <summary>Notes a customer with enough orders; nobody is left out for what was found, or the correction would be wrong.</summary>
    /// <param name="tried">Categories or seasons that were tried for this customer.</param>
    public void Look(int customer, string name, int orders, int of, double usual, int tried) =>
        _looked.Add(new(customer, kind, name, orders, of, usual, Math.Min(1, tried * BinomialTail.AtLeast(orders, of, usual))));

    /// <summary>Two thirds of the orders or more, and hardly by chance; the surest first.</summary>
    public IEnumerable<Taste> Found()
    {
        var corrected = ManyComparisons.BenjaminiHochberg([.. _looked.Select(t => t.P)]);
        return _looked.Select((taste, i) => (Taste: taste with { P = corrected[i] }, Raw: taste.P))
            .Where(t => t.Taste.P <= Level && t.Taste.Share >= LeastShare && t.Taste.Orders >= FewestOrders)
            .OrderBy(t => t.Raw).ThenByDescending(t => t.Taste.Share).ThenBy(t => t.Taste.Customer).Select(t => t.Taste);
    }
}
