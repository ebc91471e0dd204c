using System.Runtime.CompilerServices;

namespace Clientele.Customers.Folding;

/// <summary>Everything that is kept per customer while lines stream by. About 200 bytes.</summary>
internal struct CustomerFold
{
    public ulong Hash;

    /// <summary>Where the id stands in the partition's store of ids.</summary>
    public int IdStart;

    public int IdLength;

    /// <summary>Exact money of kept lines.</summary>
    public Money Money;

    /// <summary>Exact money of returned lines, a negative amount.</summary>
    public Money Returned;

    /// <summary>Quantity of kept lines in millionths.</summary>
    public long Units;

    public long Lines;

    public long ReturnedLines;

    /// <summary>First and last kept sale in .NET ticks.</summary>
    public long First;

    public long Last;

    public int Orders;

    public int Products;

    /// <summary>The order of the latest line, which most often is the next line's order too.</summary>
    public int LatestOrder;

    /// <summary>The only country so far (text number), -1 none yet, -2 several: see the facet tallies.</summary>
    public int Country;

    public int Store;

    public int Category;

    public readonly bool HasSales => Lines > 0;

    /// <summary>Adds the amounts and the time of kept lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in SaleTotals sales, long ticks)
    {
        if (Lines == 0)
        {
            First = Last = ticks;
        }
        else
        {
            if (ticks < First) First = ticks;
            if (ticks > Last) Last = ticks;
        }

        Lines += sales.Lines;
        Money += sales.Money;
        Units += sales.Units;
    }
}

/// <summary>What lines of one time come to.</summary>
internal struct SaleTotals
{
    public int Lines;
    public Money Money;

    /// <summary>Quantity in millionths.</summary>
    public long Units;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Money money, long units)
    {
        Lines++;
        Money += money;
        Units += units;
    }
}

/// <summary>One distinct order of one customer.</summary>
internal struct OrderFold
{
    public ulong Invoice;
    public int Customer;

    /// <summary>Earliest and latest kept line of the order in .NET ticks.</summary>
    public long First;

    public long Last;
}

/// <summary>What one customer bought in one country, store or category.</summary>
internal struct FacetFold
{
    public ulong Key;
    public long Lines;
    public Money Money;
}
