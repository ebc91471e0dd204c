using Clientele.Customers;

namespace Clientele.Cleaning;

/// <summary>Invoices that belong to several customers or days.</summary>
internal static class InvoiceChecks
{
    /// <summary>Up to here the number of an order is its day: the line has no invoice.</summary>
    private const ulong LastDay = 1_000_000;

    /// <summary>Counts of all orders.</summary>
    public static (long Shared, long Spread) Count(FoldedCustomers customers)
    {
        var spread = 0L;
        var total = 0;
        foreach (var partition in customers.Partitions) total += partition.OrderCount;
        var invoices = new ulong[total];
        var at = 0;
        foreach (var partition in customers.Partitions)
        {
            for (var i = 0; i < partition.OrderCount; i++)
            {
                ref readonly var order = ref partition.Orders[i];
                if (order.Invoice <= LastDay) continue;
                invoices[at++] = order.Invoice;
                if (order.First / TimeSpan.TicksPerDay != order.Last / TimeSpan.TicksPerDay) spread++;
            }
        }

        return (SharedHashes.Count(invoices.AsSpan(0, at)), spread);
    }
}
