namespace Clientele.Actions;

/// <summary>Everything that a list of actions depends on.</summary>
public sealed record ActionsPlan
{
    /// <summary>How the sales are read, cleaned and put into segments. The map of scores is used, whatever the method.</summary>
    public Plan Sales { get; init; } = new();

    /// <summary>Days ahead that money is counted for, and days back that the shop's own past is asked for what to expect.</summary>
    public int HorizonDays { get; init; } = 90;

    /// <summary>Share of a sale that stays with the shop after the goods are paid.</summary>
    public double Margin { get; init; } = 0.4;

    /// <summary>Cost of reaching one customer once, in the money of the sales.</summary>
    public double ContactCost { get; init; } = 0.5;

    /// <summary>Actions at most.</summary>
    public int Most { get; init; } = 10;

    /// <summary>Names of plays to look at; empty means all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Settings of plays by <c>play.knob</c>.</summary>
    public IReadOnlyDictionary<string, double> Settings { get; init; } = new Dictionary<string, double>();

    /// <summary>Throws when a number is out of its range.</summary>
    internal void Check()
    {
        if (HorizonDays is < 7 or > 730) throw Problems.Range("horizon", HorizonDays, "7 to 730 days");
        if (!(Margin is > 0 and <= 1)) throw Problems.Range("margin", Margin, "more than 0 and at most 1");
        if (!(ContactCost is >= 0 and <= 1e6)) throw Problems.Range("contact-cost", ContactCost, "0 to 1,000,000");
        if (Most is < 1 or > 100) throw Problems.Range("top", Most, "1 to 100");
    }
}
