using System.Text;
using Clientele.Actions.Evidence;
using Clientele.Sales.Kept;
using Clientele.Sales.Lines;
using Clientele.Segments;

namespace Clientele.Actions;

/// <summary>What plays look at: the sales, the segments of today, and the shop as it stood one horizon ago.</summary>
internal sealed class ShopView
{
    private readonly bool[] _wares;
    private ProductBuyers? _buyers;

    public ShopView(KeptSales sales, Segmentation map, ActionsPlan plan, RunContext context)
    {
        (Sales, Map, Plan) = (sales, map, plan);
        Book = OrderBook.Of(sales);
        Past = PastShop.Of(sales, Book, plan, context);
        var rules = new LineFactsRules(LineFacts.NonProduct | LineFacts.TestOrder);
        _wares = Array.ConvertAll(sales.Products.Codes, code => rules.OfProduct(Encoding.UTF8.GetBytes(code)) == LineFacts.None);
    }

    public KeptSales Sales { get; }

    public Segmentation Map { get; }

    public ActionsPlan Plan { get; }

    public OrderBook Book { get; }

    /// <summary>Null when the sales do not reach back far enough.</summary>
    public PastShop? Past { get; }

    /// <summary>Who bought what when; made at the first call.</summary>
    public ProductBuyers Buyers => _buyers ??= ProductBuyers.Of(Sales);

    /// <summary>End of the data in .NET ticks.</summary>
    public long End => Sales.Totals.AsOf.Ticks;

    public long Horizon => Plan.HorizonDays * TimeSpan.TicksPerDay;

    public int Customers => Book.Customers;

    /// <summary>Goods; not postage, fees, vouchers, corrections or tests.</summary>
    public bool IsWare(int product) => _wares[product];

    public Segment SegmentOf(int customer) => Map.Segments[Map.Labels[customer]];

    public double Recency(int customer) => (End - Book.Ticks[Book.End(customer) - 1]) / (double)TimeSpan.TicksPerDay;

    /// <summary>Customers that are so, ascending.</summary>
    public List<int> Where(Func<int, bool> isSo)
    {
        var rows = new List<int>();
        for (var customer = 0; customer < Customers; customer++)
        {
            if (Book.Count(customer) > 0 && isSo(customer)) rows.Add(customer);
        }

        return rows;
    }

    /// <summary>What became of customers who stood so one horizon ago; nothing where the sales do not reach back far enough.</summary>
    public Following Following(Func<int, Segment, bool> stoodSo) => Past?.Following(stoodSo) ?? Evidence.Following.Nothing;

    /// <summary>Names of the segments of a group that have customers, as a list in words.</summary>
    public string SegmentsOf(string group) =>
        Say.List([.. Map.Segments.Where(s => s.Group == group && s.Count > 0).Select(s => s.Name)]);
}
