using Clientele.Sales;

namespace Clientele.People;

/// <summary>Everything that a customer table depends on: what is read, what a person says about it, and how it is cleaned.</summary>
public sealed record PeoplePlan
{
    /// <summary>The word that switches derived columns off.</summary>
    public const string NoDerived = "none";

    /// <summary>Path of the table, one row per customer; <c>-</c> is standard input.</summary>
    public string Input { get; init; } = "";

    public ReadOptions Reading { get; init; } = ReadOptions.Default;

    /// <summary>Column that names the customer, by name or number; null means found out, and row numbers when there is none.</summary>
    public string? Id { get; init; }

    /// <summary>A table of two columns, field and description; null means none.</summary>
    public string? Dictionary { get; init; }

    /// <summary>Tables to join by customer: <c>table.csv</c> or <c>table.csv:key</c>.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Types asked for: <c>column=category</c>; words of <see cref="Typing.TypeWords"/>.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Orders asked for, least first: <c>Education=Basic&lt;Graduation&lt;PhD</c>.</summary>
    public IReadOnlyList<string> Orders { get; init; } = [];

    /// <summary>Further columns that hold an outcome (an answer to a campaign, churn); those recognised by name need not be named.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>The day that ages and days count to; null means the latest date in the table + 1 day.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Settings of cleaning rules by rule and knob; rules that are not named do what they do by default.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Cleaning { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, double>>();

    /// <summary>Columns to work out: <c>kids = Kidhome + Teenhome</c>. The proposed ones come besides, unless <see cref="NoDerived"/> is among them.</summary>
    public IReadOnlyList<string> Derive { get; init; } = [];

    /// <summary>Most cells per rule in cells.csv; totals are always complete. Negative means no cap.</summary>
    public long CellsCap { get; init; } = 10_000;
}
