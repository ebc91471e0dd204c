namespace Clientele.Cleaning;

/// <summary>How many lines and how much money one rule took out.</summary>
/// <param name="Rule">Rule id, like <c>no-customer</c>.</param>
/// <param name="Lines">Lines that ended in this bucket.</param>
/// <param name="Money">Their exact money; zero for lines whose money cannot be read.</param>
public sealed record AuditEntry(string Rule, long Lines, Money Money);

/// <summary>A fact worth knowing that took no line out: ids that look alike, an outlier, a stripped <c>.0</c>.</summary>
/// <param name="Code">Stable id like <c>customer.float-ids</c>.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Count">How often, or 0 when it does not count.</param>
public sealed record Finding(string Code, string Text, long Count);

/// <summary>Every line read, in exactly one bucket. Independent of line order, file split and threads.</summary>
public sealed record Audit
{
    public required long LinesRead { get; init; }

    public required Money MoneyRead { get; init; }

    public required long LinesKept { get; init; }

    public required Money MoneyKept { get; init; }

    /// <summary>One entry per rule that ran, in the order of work, also when it took nothing.</summary>
    public required IReadOnlyList<AuditEntry> Excluded { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Lines and money balance: read = kept + excluded.</summary>
    public bool Balances
    {
        get
        {
            var (lines, money) = (LinesKept, MoneyKept);
            foreach (var entry in Excluded)
            {
                lines += entry.Lines;
                money += entry.Money;
            }

            return lines == LinesRead && money == MoneyRead;
        }
    }
}
