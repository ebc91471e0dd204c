namespace Clientele.Customers;

/// <summary>One row per customer, ordered by id (ordinal). Columns by name.</summary>
public sealed class CustomerTable
{
    private readonly Dictionary<string, CustomerColumn> _byName;

    public CustomerTable(string[] ids, IReadOnlyList<CustomerColumn> columns)
    {
        Ids = ids;
        Columns = columns;
        _byName = columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>Customer ids, ascending by ordinal comparison of their UTF-8 bytes.</summary>
    public string[] Ids { get; }

    public int Count => Ids.Length;

    public IReadOnlyList<CustomerColumn> Columns { get; }

    public CustomerColumn this[string name] => _byName.TryGetValue(name, out var column)
        ? column
        : throw new UserException("features.unknown", $"There is no feature '{name}'.", $"Choose from: {string.Join(", ", _byName.Keys)}.");

    public bool Has(string name) => _byName.ContainsKey(name);
}

/// <summary>What a column's values are.</summary>
public enum ColumnKind
{
    /// <summary>A count or measure in <see cref="CustomerColumn.Numbers"/>.</summary>
    Number,

    /// <summary>Exact money in <see cref="CustomerColumn.Amounts"/>; <see cref="CustomerColumn.Numbers"/> holds the nearest doubles.</summary>
    Money,

    /// <summary>.NET ticks in <see cref="CustomerColumn.Ticks"/>.</summary>
    Date,

    /// <summary>Text in <see cref="CustomerColumn.Texts"/>.</summary>
    Text,
}

/// <summary>One column of the customer table.</summary>
/// <param name="Name">Lower case with underscores: <c>recency</c>, <c>average_order_value</c>.</param>
/// <param name="Unit">days, orders, money, units, share, … or empty.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record CustomerColumn(string Name, string Unit, string Meaning, ColumnKind Kind)
{
    private static readonly double[] s_noNumbers = new double[0]; // Array.Empty<T> would be compiled at every start
    private static readonly Money[] s_noAmounts = new Money[0];
    private static readonly long[] s_noTicks = new long[0];
    private static readonly string[] s_noTexts = new string[0];

    /// <summary>Values [customers]; NaN where not defined (a gap needs two orders). Empty for dates and texts.</summary>
    public double[] Numbers { get; init; } = s_noNumbers;

    public Money[] Amounts { get; init; } = s_noAmounts;

    /// <summary>Values [customers]; 0 where nothing is known.</summary>
    public long[] Ticks { get; init; } = s_noTicks;

    /// <summary>Values [customers]; empty where nothing is known.</summary>
    public string[] Texts { get; init; } = s_noTexts;

    /// <summary>The different texts and which of them stands where; worked out when first asked for.</summary>
    internal TextCodes Coded => field is { } known && ReferenceEquals(known.Texts, Texts) ? known : field = TextCodes.Of(Texts);

    /// <summary>What the values mean to analysis: a flag or an id is never a magnitude.</summary>
    public Tables.ColumnKind Nature { get; init; } = Tables.ColumnKind.Amount;

    /// <summary>Why it is thought so, in words; empty for features worked out from sales.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The texts that occur, in their order from least to most for ordinal columns, else by share; empty for numbers and dates.</summary>
    public IReadOnlyList<string> Levels { get; init; } = s_noTexts;
}
