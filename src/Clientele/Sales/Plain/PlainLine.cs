namespace Clientele.Sales.Plain;

/// <summary>One line of sales as plain values.</summary>
internal sealed class PlainLine
{
    /// <summary>All source fields in one text: equal texts are equal lines.</summary>
    public required string Key { get; init; }

    /// <summary>The number of columns, the quoting or the bytes are wrong, so that no field can be trusted.</summary>
    public bool Broken { get; init; }

    /// <summary>Broken, or a number or date cannot be read.</summary>
    public bool Unreadable { get; set; }

    /// <summary>Id as it stands; blanks only count as none.</summary>
    public string Customer { get; set; } = "";

    public string Invoice { get; set; } = "";

    public string Product { get; set; } = "";

    public string Description { get; set; } = "";

    public string Status { get; set; } = "";

    public string Country { get; set; } = "";

    public string Store { get; set; } = "";

    public string Category { get; set; } = "";

    public decimal Quantity { get; set; } = 1;

    /// <summary>Price or line amount is zero or less.</summary>
    public bool PriceNotPositive { get; set; }

    /// <summary>A quantity is written and is zero or less.</summary>
    public bool QuantityNotPositive { get; set; }

    public Money Money { get; set; }

    public long Ticks { get; set; }

    public bool Cancelled => PlainRules.IsCancelled(Invoice, Status);

    /// <summary>Goods or money went back.</summary>
    public bool Returned => Cancelled || Money.Sign < 0;

    /// <summary>The invoice, or the day where there is none.</summary>
    public string Order => Invoice.Length > 0 ? "invoice " + Invoice : "day " + Ticks / TimeSpan.TicksPerDay;
}
