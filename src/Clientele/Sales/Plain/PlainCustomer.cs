namespace Clientele.Sales.Plain;

/// <summary>What one customer's kept lines come to.</summary>
internal sealed class PlainCustomer
{
    private readonly Dictionary<string, (Money Money, long Lines)> _countries = new(StringComparer.Ordinal);

    public HashSet<string> Orders { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Products { get; } = new(StringComparer.Ordinal);

    /// <summary>Money per category; lines without one are left out.</summary>
    public Dictionary<string, Money> Categories { get; } = new(StringComparer.Ordinal);

    /// <summary>Money of sales.</summary>
    public Money Bought { get; private set; }

    /// <summary>Money of returned lines, a negative amount.</summary>
    public Money Returned { get; private set; }

    public long Lines { get; private set; }

    public long ReturnedLines { get; private set; }

    public decimal Units { get; private set; }

    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    /// <summary>Country with most money, then most lines, then the first name; empty without one.</summary>
    public string MainCountry => _countries.Count == 0 ? "" : _countries
        .OrderByDescending(c => c.Value.Money).ThenByDescending(c => c.Value.Lines).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;

    public void AddSale(PlainLine line)
    {
        Lines++;
        Bought += line.Money;
        Units += line.Quantity;
        First = Math.Min(First, line.Ticks);
        Last = Math.Max(Last, line.Ticks);
        Orders.Add(line.Order);
        if (line.Product.Length > 0) Products.Add(line.Product);
        if (line.Category.Length > 0) Categories[line.Category] = Categories.GetValueOrDefault(line.Category) + line.Money;
        if (line.Country.Length == 0) return;
        var (money, lines) = _countries.GetValueOrDefault(line.Country);
        _countries[line.Country] = (money + line.Money, lines + 1);
    }

    public void AddReturn(PlainLine line)
    {
        Returned += line.Money;
        ReturnedLines++;
    }
}
