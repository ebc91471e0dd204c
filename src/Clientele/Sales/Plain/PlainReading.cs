using Clientele.Cleaning;

namespace Clientele.Sales.Plain;

/// <summary>The obvious form of reading and cleaning sales: one thread, whole files in memory, strings in dictionaries. It says what the fast pass must find.</summary>
internal sealed class PlainReading
{
    private readonly Dictionary<string, (long Lines, Money Money)> _excluded = new(StringComparer.Ordinal);
    private readonly List<PlainLine> _sales = [];
    private readonly List<PlainLine> _returns = [];

    private PlainReading()
    {
    }

    /// <summary>Kept sales.</summary>
    public IReadOnlyList<PlainLine> Sales => _sales;

    /// <summary>Returned and cancelled lines of known customers.</summary>
    public IReadOnlyList<PlainLine> Back => _returns;

    /// <summary>Sales that a return took back.</summary>
    public IReadOnlyList<PlainLine> Undone { get; private set; } = [];

    public long EmptyLines { get; private set; }

    public long UnpairedReturns { get; private set; }

    public Audit Audit { get; private set; } = null!;

    /// <summary>Customers with a kept sale, by id.</summary>
    public Dictionary<string, PlainCustomer> Customers { get; } = new(StringComparer.Ordinal);

    /// <summary>Distinct products on kept lines of sales.</summary>
    public HashSet<string> Products { get; } = new(StringComparer.Ordinal);

    /// <summary>Distinct countries on kept lines of sales.</summary>
    public HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

    public static PlainReading Of(IReadOnlyList<Layout> layouts, CleaningOptions options)
    {
        var reading = new PlainReading();
        var rules = new PlainRules(options);
        foreach (var name in rules.Names) reading._excluded.Add(name, default);
        var columns = layouts.SelectMany(PlainFile.Names).Distinct(StringComparer.Ordinal).ToList();
        var (kept, keptMoney) = (0L, Money.Zero);
        foreach (var layout in layouts)
        {
            var lines = PlainFile.Read(layout, columns, out var empty);
            reading.EmptyLines += empty;
            foreach (var line in lines)
            {
                if (!reading.Judge(line, rules.RuleOf(line), options)) continue;
                kept++;
                keptMoney += line.Money;
            }
        }

        reading.Settle(options, ref kept, ref keptMoney);
        reading.Balance(rules, kept, keptMoney);
        return reading;
    }

    /// <summary>Puts a line where its rule sends it; true when it is kept.</summary>
    private bool Judge(PlainLine line, string? rule, CleaningOptions options)
    {
        if (rule is null)
        {
            if (options.Returns == Returns.Net && line.Returned) _returns.Add(line);
            else _sales.Add(line);
            return true;
        }

        Exclude(rule, line);
        if (line.Returned && rule is "cancellation" or "quantity-not-positive" or "price-not-positive") _returns.Add(line);
        return false;
    }

    private void Settle(CleaningOptions options, ref long kept, ref Money keptMoney)
    {
        if (options.Returns == Returns.Match)
        {
            _excluded.Add(CleaningRules.ReturnedSale, default);
            (var taken, UnpairedReturns) = PlainReturns.Pair(_sales, _returns);
            Undone = taken;
            foreach (var sale in taken) Move(CleaningRules.ReturnedSale, sale, ref kept, ref keptMoney);
        }

        foreach (var sale in _sales)
        {
            if (!Customers.TryGetValue(sale.Customer, out var customer)) Customers.Add(sale.Customer, customer = new PlainCustomer());
            customer.AddSale(sale);
            if (sale.Product.Length > 0) Products.Add(sale.Product);
            if (sale.Country.Length > 0) Countries.Add(sale.Country);
        }

        if (options.Returns == Returns.Net) _excluded.Add(CleaningRules.ReturnWithoutSale, default);
        foreach (var back in _returns)
        {
            if (Customers.TryGetValue(back.Customer, out var customer)) customer.AddReturn(back);
            else if (options.Returns == Returns.Net) Move(CleaningRules.ReturnWithoutSale, back, ref kept, ref keptMoney);
        }
    }

    private void Move(string rule, PlainLine line, ref long kept, ref Money keptMoney)
    {
        Exclude(rule, line);
        kept--;
        keptMoney -= line.Money;
    }

    private void Exclude(string rule, PlainLine line)
    {
        var (lines, money) = _excluded[rule];
        _excluded[rule] = (lines + 1, money + line.Money);
    }

    private void Balance(PlainRules rules, long kept, Money keptMoney)
    {
        var (read, readMoney) = (kept, keptMoney);
        var entries = new List<AuditEntry>();
        foreach (var name in rules.Names.Concat(_excluded.Keys.Except(rules.Names)))
        {
            var (lines, money) = _excluded[name];
            entries.Add(new AuditEntry(name, lines, money));
            read += lines;
            readMoney += money;
        }

        Audit = new Audit { LinesRead = read, MoneyRead = readMoney, LinesKept = kept, MoneyKept = keptMoney, Excluded = entries };
    }
}
