using Clientele.Customers.Folding;

namespace Clientele.Customers;

/// <summary>Time between the orders of each customer [customers].</summary>
/// <param name="Mean">Mean gap in days; NaN with one order.</param>
/// <param name="Variation">Population standard deviation of the gaps over their mean; NaN with fewer than three orders, 0 when all orders fall together.</param>
/// <param name="Days">Distinct days with an order.</param>
internal sealed record OrderGaps(double[] Mean, double[] Variation, double[] Days)
{
    public static OrderGaps Of(FoldedCustomers customers, int threads)
    {
        var gaps = new OrderGaps(new double[customers.Count], new double[customers.Count], new double[customers.Count]);
        var rows = customers.Rows();
        Hands.Share(rows.Length, threads, p => gaps.Fill(customers.Partitions[p], rows[p]));
        return gaps;
    }

    private void Fill(FoldPartition partition, int[] rows)
    {
        var orders = partition.Orders;
        var count = partition.OrderCount;
        var ends = new int[rows.Length + 1];
        for (var i = 0; i < count; i++) ends[orders[i].Customer]++;
        var start = 0;
        for (var i = 0; i < rows.Length; i++) (ends[i], start) = (start, start + ends[i]);
        var times = new long[count];
        for (var i = 0; i < count; i++) times[ends[orders[i].Customer]++] = orders[i].First;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] < 0) continue;
            start = i == 0 ? 0 : ends[i - 1];
            RadixOrder.Sort(times, start, ends[i] - start);
            Measure(rows[i], new ReadOnlySpan<long>(times, start, ends[i] - start));
        }
    }

    private void Measure(int row, ReadOnlySpan<long> times)
    {
        var days = times.Length == 0 ? 0 : 1;
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] / TimeSpan.TicksPerDay != times[i - 1] / TimeSpan.TicksPerDay) days++;
        }

        Days[row] = days;
        Mean[row] = Variation[row] = double.NaN;
        if (times.Length < 2) return;
        var mean = (times[^1] - times[0]) / (double)TimeSpan.TicksPerDay / (times.Length - 1);
        Mean[row] = mean;
        if (times.Length < 3) return;
        var squares = 0.0;
        for (var i = 1; i < times.Length; i++)
        {
            var gap = (times[i] - times[i - 1]) / (double)TimeSpan.TicksPerDay - mean;
            squares += gap * gap;
        }

        Variation[row] = mean > 0 ? Math.Sqrt(squares / (times.Length - 1)) / mean : 0;
    }
}
