namespace Clientele.Sales.Lines;

/// <summary>
/// Lines that follow each other and share customer, invoice, time, country, store and status: most often those of one order. What they
/// share is read, looked up and added once.
/// </summary>
internal struct SalesRun
{
    /// <summary>Hash of the customer's id, 0 without one.</summary>
    public ulong Customer;

    /// <summary>Hash of the invoice's id; without one the day of sale + 1.</summary>
    public ulong Invoice;

    /// <summary>Hash of customer and invoice: equal lines have equal keys.</summary>
    public ulong Key;

    /// <summary>Time of sale in .NET ticks.</summary>
    public long Ticks;

    /// <summary>Where the customer's id stands in the block.</summary>
    public int CustomerStart;

    public int CustomerLength;

    /// <summary>Number of the country and store text, or -1.</summary>
    public int Country;

    public int Store;

    /// <summary>Index of the first line in the batch, and how many there are.</summary>
    public int First;

    public int Count;

    /// <summary>Facts that hold for every line.</summary>
    public LineFacts Facts;

    /// <summary>Facts of any of its lines.</summary>
    public LineFacts Some;

    /// <summary>Facts of every one of its lines.</summary>
    public LineFacts Every;

    /// <summary>The date could not be read.</summary>
    public bool NoDate;

    /// <summary>A line has no product.</summary>
    public bool LacksProducts;

    /// <summary>Number of the category text that all lines share, or -1 without one.</summary>
    public int Category;

    /// <summary>Lines are of different categories.</summary>
    public bool MixesCategories;

    /// <summary>Money of all lines.</summary>
    public Money Money;

    /// <summary>The largest line, or zero.</summary>
    public Money Largest;

    /// <summary>Quantity of all lines in millionths.</summary>
    public long Units;

    /// <summary>One past the last line in the batch.</summary>
    public readonly int End => First + Count;

    /// <summary>All lines meet the same rules and are worth as much as the run says.</summary>
    public readonly bool IsUniform => Some == Every;
}
