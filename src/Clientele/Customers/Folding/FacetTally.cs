namespace Clientele.Customers.Folding;

/// <summary>Lines and money per customer and facet value, for customers with more than one value.</summary>
internal sealed class FacetTally
{
    /// <summary>No value seen yet.</summary>
    public const int None = -1;

    /// <summary>Several values: see the tally.</summary>
    public const int Several = -2;

    private FoldTable<FacetFold> _table = new(64);

    public int Count => _table.Count;

    /// <summary>Tallies in order of appearance; longer than <see cref="Count"/>.</summary>
    public FacetFold[] Entries => _table.Entries;

    /// <summary>Counts kept lines of one value.</summary>
    /// <param name="only">The customer's only value so far; updated.</param>
    /// <param name="customer">The customer's totals before these lines.</param>
    public void Add(ref int only, int customerIndex, in CustomerFold customer, int value, in SaleTotals sales)
    {
        if (only == value || (value < 0 && only < 0)) return; // nothing new, or no value before and none now
        if (only == None && customer.Lines == 0)
        {
            only = value;
            return;
        }

        if (only != Several)
        {
            if (only >= 0) Tally(customerIndex, only, customer.Lines, customer.Money);
            only = Several;
        }

        if (value >= 0) Tally(customerIndex, value, sales.Lines, sales.Money);
    }

    public static int CustomerOf(ulong key) => (int)(key >> 32);

    public static int ValueOf(ulong key) => (int)(key & uint.MaxValue);

    private void Tally(int customer, int value, long lines, in Money money)
    {
        var key = ((ulong)(uint)customer << 32) | (uint)value;
        var hash = Hash(key);
        var slot = _table.Start(hash);
        while (true)
        {
            var entry = _table.At(slot, hash);
            if (entry >= 0 && _table.Entries[entry].Key == key)
            {
                ref var found = ref _table.Entries[entry];
                found.Lines += lines;
                found.Money += money;
                return;
            }

            if (entry == -1) break;
            slot = _table.Next(slot);
        }

        if (_table.IsCrowded)
        {
            _table.Grow(e => Hash(e.Key));
            slot = _table.Start(hash);
            while (_table.At(slot, hash) != -1) slot = _table.Next(slot);
        }

        // Taking may move the entries, so it comes before the array is looked up.
        var added = _table.Take(slot, hash);
        _table.Entries[added] = new FacetFold { Key = key, Lines = lines, Money = money };
    }

    private static ulong Hash(ulong key)
    {
        var x = key * 0x9E3779B97F4A7C15;
        return x ^ (x >> 29) ^ (key << 17);
    }
}
