using Clientele.Sales.Kept;

namespace Clientele.Explore;

/// <summary>Orders of kept lines, added up [orders]. An order belongs to the time of its first line.</summary>
internal sealed class OrderList
{
    public OrderList(KeptLines lines)
    {
        Lines = lines;
        Count = lines.OrderCount;
        Days = new int[Count];
        Hours = new int[Count];
        Money = new Money[Count];
        Units = new double[Count];
        for (var o = 0; o < Count; o++)
        {
            var (from, to) = (lines.OrderStarts[o], lines.OrderStarts[o + 1]);
            Days[o] = SalesCalendar.DayOf(lines.Ticks[from]);
            Hours[o] = (int)(lines.Ticks[from] % TimeSpan.TicksPerDay / TimeSpan.TicksPerHour);
            var (money, units) = (Clientele.Money.Zero, 0L);
            for (var l = from; l < to; l++)
            {
                money += lines.Amounts[l];
                units = checked(units + lines.Units[l]);
            }

            (Money[o], Units[o]) = (money, units / 1e6);
        }
    }

    public KeptLines Lines { get; }

    public int Count { get; }

    public int[] Days { get; }

    public int[] Hours { get; }

    public Money[] Money { get; }

    /// <summary>Pieces.</summary>
    public double[] Units { get; }

    /// <summary>Customer's row, or -1.</summary>
    public int Customer(int order) => Lines.OrderCustomers[order];

    public int LinesOf(int order) => Lines.OrderStarts[order + 1] - Lines.OrderStarts[order];
}
