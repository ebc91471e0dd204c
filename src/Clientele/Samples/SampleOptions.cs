namespace Clientele.Samples;

/// <summary>What the sample shop looks like. The same options make the same bytes on any machine.</summary>
public sealed record SampleOptions
{
    /// <summary>Most customers a shop can have; their ids have seven digits.</summary>
    public const int MostCustomers = 9_000_000;

    /// <summary>
    /// Data lines after which the shop closes, 1 … 2 × 10⁹; null writes what the customers buy. Without <see cref="Customers"/> the
    /// shop gets as many customers as these lines need; with it, customers buy more or less often so that the period is about filled.
    /// </summary>
    public long? Lines { get; init => field = value is null ? null : Within("lines", value.Value, 1, 2_000_000_000); }

    /// <summary>People who buy with a customer number, 1 … <see cref="MostCustomers"/>; null means 2,000, or what <see cref="Lines"/> need.</summary>
    public int? Customers { get; init => field = value is null ? null : (int)Within("customers", value.Value, 1, MostCustomers); }

    public ulong Seed { get; init; } = 1;

    /// <summary>Days from the first to the last, 30 … 7,300.</summary>
    public int Days { get; init => field = (int)Within("days", value, 30, 7_300); } = 730;

    /// <summary>First day; years 1990 … 2100.</summary>
    public DateOnly Start
    {
        get;
        init
        {
            Within("start year", value.Year, 1990, 2100);
            field = value;
        }
    } = new(2024, 1, 1);

    /// <summary>How dirty the file is, 0 … 5: 1 is what a real export looks like, 0 writes only sales and returns.</summary>
    public double Dirt
    {
        get;
        init => field = value is >= 0 and <= 5 ? value : throw OutOfRange("dirt", FormattableString.Invariant($"{value}"), "0", "5");
    } = 1;

    private static long Within(string name, long value, long least, long most) => value >= least && value <= most
        ? value
        : throw OutOfRange(name, FormattableString.Invariant($"{value}"), FormattableString.Invariant($"{least}"), FormattableString.Invariant($"{most}"));

    private static UserException OutOfRange(string name, string value, string least, string most) =>
        new("sample.range", $"{name} is {value}.", $"It must lie between {least} and {most}.");
}
