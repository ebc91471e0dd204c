using Clientele.Sales.Kept;

namespace Clientele.Explore;

/// <summary>Small sums that analyses share.</summary>
internal static class Rates
{
    /// <summary>Part over whole; NaN over nothing.</summary>
    public static double Share(double part, double whole) => whole == 0 ? double.NaN : part / whole;

    public static double Share(in Money part, in Money whole) => whole.Sign == 0 ? double.NaN : part.ToDouble() / whole.ToDouble();

    /// <summary>Indexes by falling money; equal ones keep their order.</summary>
    public static int[] ByMoney(Money[] money)
    {
        var order = RadixOrder.Identity(money.Length);
        new Falling(money).Sort(order);
        return order;
    }

    private sealed class Falling(Money[] money) : IndexOrder
    {
        public void Sort(int[] order) => Sort(order, 0, order.Length);

        protected override int Compare(int a, int b) => money[b].CompareTo(money[a]);
    }
}
