using System.Globalization;
using System.Text;
using Clientele.Actions;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Actions;

/// <summary>Small shops written line by line, and the actions found in them.</summary>
internal sealed class PlainShop : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly List<string> _lines = [];
    private int _invoices = 100_000;

    public static DateTime End { get; } = new(2024, 12, 30);

    public void Order(string customer, double daysBeforeEnd, params (string Product, int Quantity, double Price)[] items)
    {
        var (invoice, date) = (++_invoices, End.AddDays(-daysBeforeEnd).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var (product, quantity, price) in items)
            _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{(quantity < 0 ? "C" : "")}{invoice},{product},{product} of the shop,{quantity},{date},{price:0.00},{customer}"));
    }

    public ActionList Actions(Func<ActionsPlan, ActionsPlan>? wish = null, int threads = 1, int shuffle = 0)
    {
        var lines = _lines.ToArray();
        if (shuffle > 0) new Random(shuffle).Shuffle(lines);
        var text = new StringBuilder("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n").AppendJoin('\n', lines).Append('\n').ToString();
        var plan = new ActionsPlan { Sales = new Plan { Inputs = [_scratch.Write("shop.csv", text)] }, Most = 100 };
        return ActionList.Make(wish?.Invoke(plan) ?? plan, new RunContext { Threads = threads });
    }

    /// <summary>A year of a shop with regulars, newcomers and people who left.</summary>
    public static PlainShop Believable(int customers = 400)
    {
        var shop = new PlainShop();
        var chance = new Random(7);
        for (var c = 0; c < customers; c++)
        {
            var (gap, joined, left) = (10 + (chance.NextDouble() * 110), 30 + (chance.NextDouble() * 335), chance.NextDouble() < 0.4 ? chance.NextDouble() * 200 : 0);
            for (var day = joined; day >= left + 1; day -= gap * (0.5 + chance.NextDouble()))
                shop.Order($"c{c:0000}", day, ($"P{chance.Next(30):00}1", 1 + chance.Next(5), 5 + (chance.Next(40) * 0.5)), ($"Q{chance.Next(9)}2", 1, 12));
        }

        shop.Order("last", 1, ("P011", 1, 5));
        return shop;
    }

    public void Dispose() => _scratch.Dispose();
}
