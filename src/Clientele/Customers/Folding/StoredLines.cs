using System.Runtime.InteropServices;
using Clientele.Sales.Kept;
using Clientele.Sales.Lines;

namespace Clientele.Customers.Folding;

/// <summary>Keeps sales and returns until all lines were read, to pair each return with its sale. Memory grows with lines: only for <c>--returns match</c>.</summary>
/// <remarks>
/// A return pairs with the latest earlier sale of the same customer and product with the same quantity and the same money; both leave. A
/// return without such a sale stays excluded as a cancellation and takes nothing with it.
/// </remarks>
internal sealed class StoredLines
{
    private readonly List<StoredLine> _sales = [];
    private readonly List<StoredLine> _returns = [];

    public void AddSale(in StoredLine line) => _sales.Add(line);

    public void AddReturn(in StoredLine line) => _returns.Add(line);

    /// <summary>Sales that no return took back, and what the taken ones came to. O(n log n).</summary>
    /// <param name="notes">Receives every line, or null.</param>
    public (List<StoredLine> Left, long Pairs, Money PairMoney, long Unpaired) Pair(PartitionNotes? notes)
    {
        _sales.Sort();
        _returns.Sort();
        var taken = new bool[_sales.Count];
        var (pairs, money, unpaired) = (0L, Money.Zero, 0L);

        // Sales so far of the customer at hand that could still be undone: the latest of each kind, and behind it the one before.
        var (latest, before) = (new Dictionary<Undoing, int>(), new int[_sales.Count]);
        var (next, customer) = (0, -1);
        foreach (var back in _returns)
        {
            notes?.Returned.Add(in back);
            if (back.Customer != customer)
            {
                latest.Clear();
                customer = back.Customer;
                while (next < _sales.Count && _sales[next].Customer < customer) next++;
            }

            for (; next < _sales.Count && _sales[next].Customer == customer && _sales[next].Ticks <= back.Ticks; next++)
            {
                ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, new(_sales[next].Product, -_sales[next].Units, -_sales[next].Money), out var known);
                (before[next], last) = (known ? last : -1, next);
            }

            if (!latest.TryGetValue(new(back.Product, back.Units, back.Money), out var match) || match < 0)
            {
                unpaired++;
                continue;
            }

            latest[new(back.Product, back.Units, back.Money)] = before[match];
            taken[match] = true;
            pairs++;
            money += _sales[match].Money;
        }

        var left = new List<StoredLine>(_sales.Count);
        for (var i = 0; i < taken.Length; i++)
        {
            if (!taken[i]) left.Add(_sales[i]);
            (taken[i] ? notes?.Undone : notes?.Sold)?.Add(_sales[i]);
        }

        return (left, pairs, money, unpaired);
    }
}

/// <summary>What a return must say to undo a sale: the same product, as many pieces and as much money, both negative.</summary>
internal readonly record struct Undoing(ulong Product, long Units, Money Money);

/// <summary>What pairing and folding need of a line.</summary>
internal readonly struct StoredLine(int customer, in SalesRun run, in SalesLine line, ulong product, int name) : IComparable<StoredLine>
{
    public int Customer { get; } = customer;

    public long Ticks { get; } = run.Ticks;

    public ulong Invoice { get; } = run.Invoice;

    public ulong Product { get; } = product;

    public long Units { get; } = line.Units;

    public Money Money { get; } = line.Money;

    public int Country { get; } = run.Country;

    public int Store { get; } = run.Store;

    public int Category { get; } = line.Category;

    /// <summary>Number of the product's name, or -1.</summary>
    public int Name { get; } = name;

    public int CompareTo(StoredLine other)
    {
        var order = Customer.CompareTo(other.Customer);
        if (order == 0) order = Ticks.CompareTo(other.Ticks);
        if (order == 0) order = Product.CompareTo(other.Product);
        if (order == 0) order = Invoice.CompareTo(other.Invoice);
        if (order == 0) order = Units.CompareTo(other.Units);
        return order != 0 ? order : Money.CompareTo(other.Money);
    }
}
