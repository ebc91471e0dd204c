namespace Clientele.Sales.Lines;

/// <summary>What is true of a line, as bits in the order in which the cleaning rules work.</summary>
[Flags]
internal enum LineFacts : ushort
{
    None = 0,
    Unreadable = 1 << 0,
    Duplicate = 1 << 1,
    NoCustomer = 1 << 2,
    Cancelled = 1 << 3,
    QuantityNotPositive = 1 << 4,
    PriceNotPositive = 1 << 5,
    NonProduct = 1 << 6,
    TestOrder = 1 << 7,
    Outlier = 1 << 8,

    /// <summary>Goods or money went back: cancelled, or a negative amount. No rule of its own.</summary>
    Returned = 1 << 9,
}

/// <summary>One line of sales, parsed. Texts stay in the block; ids are hashes with their place.</summary>
internal struct SalesLine
{
    /// <summary>128-bit keyed hash of all source fields.</summary>
    public ulong HashLow;

    public ulong HashHigh;

    /// <summary>Exact line money: quantity × price, or the line amount.</summary>
    public Money Money;

    /// <summary>Time of sale in .NET ticks.</summary>
    public long Ticks;

    /// <summary>Quantity in millionths.</summary>
    public long Units;

    public ulong Customer;
    public ulong Invoice;
    public ulong Product;

    /// <summary>Where the customer's id stands in the block.</summary>
    public int CustomerStart;

    public int CustomerLength;

    /// <summary>Number of the country, store and category text, or -1.</summary>
    public int Country;

    public int Store;
    public int Category;

    /// <summary>The record in the block, without its line break.</summary>
    public int Start;

    public int Length;

    /// <summary>Line breaks between the block's first byte and the record.</summary>
    public int LineOffset;

    public LineFacts Facts;

    /// <summary>The rule that the line ended in, or -1 when it is kept.</summary>
    public sbyte Bucket;

    /// <summary>Why the line is unreadable.</summary>
    public LineFault Fault;

    /// <summary>The column at fault, from 0.</summary>
    public short FaultColumn;
}

/// <summary>Why a line cannot be read.</summary>
internal enum LineFault : byte
{
    None,
    TooFewColumns,
    TooManyColumns,
    TextAfterQuote,
    DamagedText,
    Quantity,
    Price,
    Amount,
    Date,
    TooLarge,
}

/// <summary>The parsed lines of one block.</summary>
internal sealed class SalesBatch
{
    public SalesLine[] Lines = new SalesLine[4096];

    public int Count;

    /// <summary>Lines that hold nothing but blanks.</summary>
    public long EmptyLines;

    /// <summary>Records whose quoted fields hold more than ten line breaks.</summary>
    public long TallRecords;

    public ref SalesLine Next()
    {
        if (Count == Lines.Length) Grow();
        ref var line = ref Lines[Count++];
        line = default;
        return ref line;
    }

    private void Grow()
    {
        var lines = Lines;
        Lines = new SalesLine[Count * 2];
        Array.Copy(lines, Lines, Count);
    }
}
