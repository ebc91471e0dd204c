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

/// <summary>One line of sales, parsed; what it shares with its neighbours stands in its <see cref="SalesRun"/>. Texts stay in the block; ids are hashes.</summary>
internal struct SalesLine
{
    /// <summary>Exact line money: quantity × price, or the line amount.</summary>
    public Money Money;

    /// <summary>Quantity in millionths.</summary>
    public long Units;

    /// <summary>Number of the category text, or -1.</summary>
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
