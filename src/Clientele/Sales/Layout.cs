namespace Clientele.Sales;

/// <summary>Everything understood about one sales file, and why. Reading is fully determined by it.</summary>
public sealed record Layout
{
    /// <summary>Path as given; <c>-</c> is standard input.</summary>
    public required string Path { get; init; }

    /// <summary>How the bytes become lines of UTF-8 text.</summary>
    public required TextFormat Text { get; init; }

    /// <summary>Lines (1-based, as an editor counts) before the first data line: title lines, <c>sep=</c>, header.</summary>
    public required int SkippedLines { get; init; }

    /// <summary>Line of the header, or 0 when the file has none.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>Column names, trimmed; unnamed ones are called <c>column 4</c>.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Column index per role; a role that no column plays is absent.</summary>
    public required IReadOnlyDictionary<Role, int> Roles { get; init; }

    /// <summary>How dates are written. Null when there is no date column.</summary>
    public DateNotation? Dates { get; init; }

    /// <summary>How numbers are written in quantity, price and amount columns.</summary>
    public NumberNotation Numbers { get; init; } = NumberNotation.Plain;

    /// <summary>Customer ids were printed as floats: a final <c>.0</c> is removed. Holds for every row or the run is redone without.</summary>
    public bool FloatCustomerIds { get; init; }

    /// <summary>The same for invoice ids.</summary>
    public bool FloatInvoiceIds { get; init; }

    /// <summary>What the money of a line is made of.</summary>
    public MoneySource Money =>
        Roles.ContainsKey(Role.Amount) ? MoneySource.Amount
        : !Roles.ContainsKey(Role.Price) ? MoneySource.None
        : Roles.ContainsKey(Role.Quantity) ? MoneySource.QuantityTimesPrice
        : MoneySource.Price;

    /// <summary>What the sample proved; the pass over all lines may add to it (see <see cref="Layouts.LayoutCheck"/>).</summary>
    internal LayoutEvidence Sampled { get; init; }

    /// <summary>What was decided and why, in reading order; shown by <c>inspect</c>.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Column of a role, or -1.</summary>
    public int this[Role role] => Roles.TryGetValue(role, out var column) ? column : -1;
}

/// <summary>What the money of a sales line is made of.</summary>
public enum MoneySource
{
    /// <summary>Neither amount nor price: money is 0.</summary>
    None,

    /// <summary>The amount column holds the money of the line; price and quantity, if there, do not change it.</summary>
    Amount,

    QuantityTimesPrice,

    /// <summary>A price and no quantity: every line is one unit.</summary>
    Price,
}

/// <summary>One thing decided about a file.</summary>
/// <param name="Subject">What was decided: <c>encoding</c>, <c>delimiter</c>, <c>date order</c>, a role …</param>
/// <param name="Value">The outcome in words.</param>
/// <param name="Reason">The evidence in words.</param>
/// <param name="Override">The option that overrides it, like <c>--date-order dmy</c>.</param>
public sealed record Decision(string Subject, string Value, string Reason, string Override);
