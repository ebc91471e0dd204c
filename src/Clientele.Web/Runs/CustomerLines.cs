using System.Globalization;
using Clientele.Reports;
using Clientele.Sales.Kept;
using Clientele.Segments;
using Clientele.Whole;

namespace Clientele.Web.Runs;

/// <summary>The orders of a customer, read again from the files of the run. The lines of the run asked for last are kept.</summary>
/// <param name="version">Of this program: a run of another version is not read again.</param>
internal sealed class CustomerLines(string version) : IDisposable
{
    private const int MostLines = 5_000;

    private readonly SemaphoreSlim _one = new(1, 1);
    private (string Path, DateTime Written, KeptSales Sales)? _last;

    /// <summary>The orders, latest first, and the returns.</summary>
    /// <exception cref="RefusedException">There is no such customer, or the run keeps ids to itself.</exception>
    /// <exception cref="UserException">The files have changed since the run, or cannot be read.</exception>
    public async Task<CustomerOrders> Of(StoredRun run, string customer, CancellationToken ct)
    {
        await _one.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var sales = await Task.Run(() => Sales(run, ct), ct).ConfigureAwait(false);
            var row = Array.IndexOf(sales.Customers.Ids, customer);
            if (row < 0) throw Problems.NotFound("customer");
            var (orders, cut) = Orders(sales, sales.Sold, row, MostLines);
            var (returned, returnsCut) = Orders(sales, sales.Returned, row, MostLines);
            return new CustomerOrders(customer, orders, returned, cut + returnsCut);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private KeptSales Sales(StoredRun run, CancellationToken ct)
    {
        var path = Path.GetFullPath(run.Folder.Path);
        var written = File.GetLastWriteTimeUtc(Path.Combine(path, Exports.Run));
        if (_last is { } last && last.Path == path && last.Written == written) return last.Sales;
        var saved = SavedRun.Open(run.Folder.Path, version);
        var file = saved.Command switch
        {
            null => RunFile.Of(saved),
            WholeRun.Command => WholeRun.Of(saved).AsRunFile,
            _ => throw Problems.NotFound("list of orders: only runs that segment sales have orders"),
        };
        if (!file.ShowValues) throw new RefusedException(403, "orders.no-values", "This run was made with --no-values and keeps ids to itself.", "Run it again without that option.");
        _last = null;
        var sales = KeptSales.Read(file.Plan, new RunContext { Cancellation = ct });

        // Joined tables stand behind the sales and have no lines.
        (file with { Inputs = [.. file.Inputs.Take(sales.Inputs.Count)] }).Verify(new Report
        {
            Plan = file.Plan, Inputs = sales.Inputs, Audit = sales.Audit, Totals = sales.Totals, Customers = sales.Customers, Segments = new SegmentsResult(),
        });
        _last = (path, written, sales);
        return sales;
    }

    private static (List<CustomerOrder> Orders, int Cut) Orders(KeptSales sales, KeptLines lines, int row, int most)
    {
        var orders = new List<CustomerOrder>();
        var (shown, cut) = (0, 0);
        for (var order = lines.CustomerOrders[row + 1] - 1; order >= lines.CustomerOrders[row]; order--)
        {
            var (from, to) = (lines.OrderStarts[order], lines.OrderStarts[order + 1]);
            if (shown + to - from > most)
            {
                cut += to - from;
                continue;
            }

            shown += to - from;
            var (sum, list) = (Money.Zero, new List<OrderLine>(to - from));
            for (var line = from; line < to; line++)
            {
                sum += lines.Amounts[line];
                var product = lines.Products[line];
                list.Add(new OrderLine(
                    product < 0 ? "" : sales.Products.Codes[product], product < 0 ? "" : sales.Products.Descriptions[product],
                    Money.Of(lines.Units[line], 6).ToText(0), lines.Amounts[line].ToText()));
            }

            orders.Add(new CustomerOrder(new DateTime(lines.Ticks[from]).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), sum.ToText(), list));
        }

        return (orders, cut);
    }
}

/// <summary>What a customer bought and brought back.</summary>
/// <param name="LinesLeftOut">Lines of orders beyond the first 5,000 lines.</param>
internal sealed record CustomerOrders(string Customer, IReadOnlyList<CustomerOrder> Orders, IReadOnlyList<CustomerOrder> Returns, int LinesLeftOut);

/// <summary>One order.</summary>
/// <param name="At">Time of its first line.</param>
/// <param name="Money">All digits.</param>
internal sealed record CustomerOrder(string At, string Money, IReadOnlyList<OrderLine> Lines);

/// <summary>One line of an order; units and money in plain digits.</summary>
internal sealed record OrderLine(string Product, string Description, string Units, string Money);
