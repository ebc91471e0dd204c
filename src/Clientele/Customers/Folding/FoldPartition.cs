using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Clientele.Cleaning;
using Clientele.Sales.Kept;
using Clientele.Sales.Lines;

namespace Clientele.Customers.Folding;

/// <summary>All customers whose hash falls into one part, with their orders, products and facets. One thread at a time.</summary>
internal sealed class FoldPartition(bool pairsReturns, PieceStore store, PartitionNotes? notes)
{
    private const int IdPadding = 8;

    private readonly ProductPairs _products = new(store);
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

    public FacetTally Countries { get; } = new();

    public FacetTally Stores { get; } = new();

    public FacetTally Categories { get; } = new();

    /// <summary>A customer's id in UTF-8.</summary>
    public ReadOnlySpan<byte> IdOf(in CustomerFold customer) => _ids.AsSpan(customer.IdStart, customer.IdLength);

    /// <summary>Brings the slot of a customer towards the cache; any thread may ask for it at any time.</summary>
    public void Prefetch(ulong customer) => _customers.Prefetch(customer);

    /// <summary>Brings a customer whose slot has come, and the slot of an order, towards the cache; any thread may ask for it at any time.</summary>
    public void PrefetchEntry(ulong customer, ulong invoice)
    {
        var index = _customers.PrefetchEntry(customer);
        if (index >= 0) _orders.Prefetch(OrderHash(invoice, index));
    }

    /// <summary>Adds the kept and the returned lines of a run.</summary>
    /// <param name="block">Holds the customer's id.</param>
    /// <param name="batch">The lines, in their buckets.</param>
    /// <param name="run">One of its runs.</param>
    /// <param name="netted">Facts that make a kept line a return.</param>
    /// <param name="sales">What the kept lines come to.</param>
    /// <param name="returns">What the returned lines come to.</param>
    public void Add(Block block, SalesBatch batch, in SalesRun run, LineFacts netted, in SaleTotals sales, in SaleTotals returns)
    {
        var index = Find(in run, new ReadOnlySpan<byte>(block.Bytes, run.CustomerStart, run.CustomerLength));
        if (_stored is not null)
        {
            Store(index, batch, in run, netted);
        }
        else
        {
            if (sales.Lines > 0) AddSales(index, batch, in run, netted, in sales);
            notes?.Add(index, in run, batch.Lines, batch.Names, netted, sales.Lines, returns.Lines);
        }

        if (returns.Lines == 0) return;
        ref var customer = ref _customers.Entries[index];
        customer.Returned += returns.Money;
        customer.ReturnedLines += returns.Lines;
    }

    /// <summary>Counts distinct products when all lines have come.</summary>
    /// <param name="shop">Takes every product.</param>
    /// <param name="scratch">To work with.</param>
    public void CountProducts(ProductSet shop, DistinctScratch scratch)
    {
        if (_stored is null) _products.Settle(_customers.Entries, _customers.Count, shop, scratch);
    }

    /// <summary>Gives memory back when many products are noted.</summary>
    public void Condense(DistinctScratch scratch)
    {
        if (_products.IsFull) _products.Condense(_customers.Count, scratch);
    }

    /// <summary>Pairs returns with sales when asked to, then folds what is left.</summary>
    public (long Pairs, Money Money, long Unpaired) Settle(ProductSet shopProducts)
    {
        if (_stored is null) return default;
        var (left, pairs, money, unpaired) = _stored.Pair(notes);
        foreach (var sale in left)
        {
            ref var customer = ref _customers.Entries[sale.Customer];
            var totals = default(SaleTotals);
            totals.Add(sale.Money, sale.Units);
            AddFacets(ref customer, sale.Customer, sale.Country, sale.Store, in totals);
            if (sale.Category != customer.Category) Categories.Add(ref customer.Category, sale.Customer, in customer, sale.Category, in totals);
            AddOrder(ref customer, sale.Customer, sale.Invoice, sale.Ticks);
            customer.Add(in totals, sale.Ticks);
            if (sale.Product == 0) continue;
            _products.Begin(sale.Customer, 1);
            _products.Add(sale.Product);
            _products.End();
        }

        _products.Settle(_customers.Entries, _customers.Count, shopProducts, new DistinctScratch());
        return (pairs, money, unpaired);
    }

    private void AddSales(int index, SalesBatch batch, in SalesRun run, LineFacts netted, in SaleTotals sales)
    {
        ref var customer = ref _customers.Entries[index];
        AddFacets(ref customer, index, run.Country, run.Store, in sales);
        AddOrder(ref customer, index, run.Invoice, run.Ticks);
        _products.Begin(index, run.Count);
        if (sales.Lines == run.Count && !run.LacksProducts)
        {
            _products.Add(batch.Products.AsSpan(run.First, run.Count));
        }
        else
        {
            for (var i = run.First; i < run.End; i++)
            {
                ref readonly var line = ref batch.Lines[i];
                if (line.Bucket < 0 && (line.Facts & netted) == 0 && batch.Products[i] != 0) _products.Add(batch.Products[i]);
            }
        }

        _products.End();
        if (run.MixesCategories || run.Category != customer.Category) AddCategories(ref customer, index, batch, in run, netted);
        else customer.Add(in sales, run.Ticks);
    }

    /// <summary>Line by line: each may be of another category.</summary>
    private void AddCategories(ref CustomerFold customer, int index, SalesBatch batch, in SalesRun run, LineFacts netted)
    {
        for (var i = run.First; i < run.End; i++)
        {
            ref readonly var line = ref batch.Lines[i];
            if (line.Bucket >= 0 || (line.Facts & netted) != 0) continue;
            var one = default(SaleTotals);
            one.Add(line.Money, line.Units);
            if (line.Category != customer.Category) Categories.Add(ref customer.Category, index, in customer, line.Category, in one);
            customer.Add(in one, run.Ticks);
        }
    }

    private void AddFacets(ref CustomerFold customer, int index, int country, int store, in SaleTotals sales)
    {
        if (country != customer.Country) Countries.Add(ref customer.Country, index, in customer, country, in sales);
        if (store != customer.Store) Stores.Add(ref customer.Store, index, in customer, store, in sales);
    }

    private void Store(int index, SalesBatch batch, in SalesRun run, LineFacts netted)
    {
        for (var i = run.First; i < run.End; i++)
        {
            ref readonly var line = ref batch.Lines[i];
            if (!CleaningRules.Folds(in line)) continue;
            var name = notes is null ? -1 : batch.Names[i];
            var stored = new StoredLine(index, run, line, batch.Products[i], name);
            if (line.Bucket >= 0 || (line.Facts & netted) != 0) _stored!.AddReturn(in stored);
            else _stored!.AddSale(in stored);
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

    private int Find(in SalesRun run, ReadOnlySpan<byte> id)
    {
        var hash = run.Customer;
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

        if (_idsLength + id.Length + IdPadding > _ids.Length) Array.Resize(ref _ids, Math.Max(_ids.Length + _ids.Length / 2, _idsLength + id.Length + IdPadding));
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
        return customer.IdLength == id.Length && Same(ref _ids[customer.IdStart], ref MemoryMarshal.GetReference(id), id.Length);
    }

    /// <summary>Whether two texts are equal; both readable for 8 bytes beyond their end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Same(ref byte a, ref byte b, int length)
    {
        for (var at = 0; at < length; at += 8)
        {
            var differences = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref a, at)) ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref b, at));
            var beyond = 8 * Math.Max(0, 8 - (length - at));
            if ((BitConverter.IsLittleEndian ? differences << beyond : differences >> beyond) != 0) return false;
        }

        return true;
    }

    private static ulong OrderHash(ulong invoice, int customer)
    {
        var x = (invoice ^ ((ulong)(uint)customer * 0x9E3779B97F4A7C15)) * 0xC2B2AE3D27D4EB4F;
        return x ^ (x >> 32);
    }
}
