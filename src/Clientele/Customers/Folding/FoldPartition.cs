using Clientele.Sales.Lines;

namespace Clientele.Customers.Folding;

/// <summary>All customers whose hash falls into one part, with their orders, products and facets. One thread at a time.</summary>
internal sealed class FoldPartition(bool pairsReturns, PairSet products)
{
    private readonly StoredLines? _stored = pairsReturns ? new StoredLines() : null;
    private FoldTable<CustomerFold> _customers = new(64);
    private FoldTable<OrderFold> _orders = new(64);
    private byte[] _ids = new byte[1024];
    private int _idsLength;
    private ulong _latestHash;
    private int _latest = -1;

    public int CustomerCount => _customers.Count;

    /// <summary>Customers in order of appearance; longer than <see cref="CustomerCount"/>.</summary>
    public CustomerFold[] Customers => _customers.Entries;

    public int OrderCount => _orders.Count;

    /// <summary>Orders in order of appearance; longer than <see cref="OrderCount"/>.</summary>
    public OrderFold[] Orders => _orders.Entries;

    public PairSet Products { get; } = products;

    public FacetTally Countries { get; } = new();

    public FacetTally Stores { get; } = new();

    public FacetTally Categories { get; } = new();

    /// <summary>A customer's id in UTF-8.</summary>
    public ReadOnlySpan<byte> IdOf(in CustomerFold customer) => _ids.AsSpan(customer.IdStart, customer.IdLength);

    /// <summary>Adds a kept line of sales.</summary>
    public void AddSale(in SalesLine line, Block block, ulong productKey, PairSet shopProducts)
    {
        var index = Find(in line, block);
        if (_stored is not null)
        {
            _stored.AddSale(index, in line);
            return;
        }

        Fold(index, new FoldedSale(in line, productKey), shopProducts);
    }

    /// <summary>Adds a returned line: it shows in the return rate, not in orders.</summary>
    public void AddReturn(in SalesLine line, Block block)
    {
        var index = Find(in line, block);
        ref var customer = ref _customers.Entries[index];
        customer.Returned += line.Money;
        customer.ReturnedLines++;
        _stored?.AddReturn(index, in line);
    }

    /// <summary>Pairs returns with sales when asked to, then folds what is left.</summary>
    public (long Pairs, Money Money, long Unpaired) Settle(PairSet shopProducts)
    {
        if (_stored is null) return default;
        var (left, pairs, money, unpaired) = _stored.Pair();
        foreach (var sale in left) Fold(sale.Customer, new FoldedSale(in sale), shopProducts);
        return (pairs, money, unpaired);
    }

    private void Fold(int index, in FoldedSale sale, PairSet shopProducts)
    {
        ref var customer = ref _customers.Entries[index];
        if (sale.Country != customer.Country) Countries.Add(ref customer.Country, index, in customer, sale.Country, sale.Money);
        if (sale.Store != customer.Store) Stores.Add(ref customer.Store, index, in customer, sale.Store, sale.Money);
        if (sale.Category != customer.Category) Categories.Add(ref customer.Category, index, in customer, sale.Category, sale.Money);
        AddOrder(ref customer, index, sale.Invoice, sale.Ticks);
        customer.Add(sale.Money, sale.Units, sale.Ticks);
        if (sale.Product != 0 && Products.Add(sale.ProductKey))
        {
            customer.Products++;
            shopProducts.Add(sale.Product);
        }
    }

    private void AddOrder(ref CustomerFold customer, int index, ulong invoice, long ticks)
    {
        if (customer.LatestOrder >= 0)
        {
            ref var latest = ref _orders.Entries[customer.LatestOrder];
            if (latest.Invoice == invoice)
            {
                if (ticks < latest.First) latest.First = ticks;
                if (ticks > latest.Last) latest.Last = ticks;
                return;
            }
        }

        var hash = OrderHash(invoice, index);
        var slot = _orders.Start(hash);
        while (true)
        {
            var at = _orders.At(slot, hash);
            if (at == -1) break;
            if (at >= 0 && _orders.Entries[at].Invoice == invoice && _orders.Entries[at].Customer == index)
            {
                ref var order = ref _orders.Entries[at];
                if (ticks < order.First) order.First = ticks;
                if (ticks > order.Last) order.Last = ticks;
                customer.LatestOrder = at;
                return;
            }

            slot = _orders.Next(slot);
        }

        if (_orders.IsCrowded)
        {
            _orders.Grow(o => OrderHash(o.Invoice, o.Customer));
            slot = _orders.Start(hash);
            while (_orders.At(slot, hash) != -1) slot = _orders.Next(slot);
        }

        var added = _orders.Take(slot, hash);
        _orders.Entries[added] = new OrderFold { Invoice = invoice, Customer = index, First = ticks, Last = ticks };
        customer.LatestOrder = added;
        customer.Orders++;
    }

    private int Find(in SalesLine line, Block block)
    {
        var hash = line.Customer;
        var id = new ReadOnlySpan<byte>(block.Bytes, line.CustomerStart, line.CustomerLength);
        if (hash == _latestHash && _latest >= 0 && IsId(_latest, id)) return _latest;
        var slot = _customers.Start(hash);
        while (true)
        {
            var at = _customers.At(slot, hash);
            if (at == -1) break;
            if (at >= 0 && _customers.Entries[at].Hash == hash && IsId(at, id))
            {
                (_latestHash, _latest) = (hash, at);
                return at;
            }

            slot = _customers.Next(slot);
        }

        return Add(hash, id, slot);
    }

    private int Add(ulong hash, ReadOnlySpan<byte> id, int slot)
    {
        if (_customers.IsCrowded)
        {
            _customers.Grow(c => c.Hash);
            slot = _customers.Start(hash);
            while (_customers.At(slot, hash) != -1) slot = _customers.Next(slot);
        }

        if (_idsLength + id.Length > _ids.Length) Array.Resize(ref _ids, Math.Max(_ids.Length + _ids.Length / 2, _idsLength + id.Length));
        id.CopyTo(_ids.AsSpan(_idsLength));
        var added = _customers.Take(slot, hash);
        _customers.Entries[added] = new CustomerFold
        {
            Hash = hash,
            IdStart = _idsLength,
            IdLength = id.Length,
            LatestOrder = -1,
            Country = FacetTally.None,
            Store = FacetTally.None,
            Category = FacetTally.None,
        };
        _idsLength += id.Length;
        (_latestHash, _latest) = (hash, added);
        return added;
    }

    private bool IsId(int index, ReadOnlySpan<byte> id)
    {
        ref readonly var customer = ref _customers.Entries[index];
        return customer.IdLength == id.Length && _ids.AsSpan(customer.IdStart, customer.IdLength).SequenceEqual(id);
    }

    private static ulong OrderHash(ulong invoice, int customer)
    {
        var x = (invoice ^ ((ulong)(uint)customer * 0x9E3779B97F4A7C15)) * 0xC2B2AE3D27D4EB4F;
        return x ^ (x >> 32);
    }
}
