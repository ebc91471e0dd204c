using Clientele.Customers;
using Clientele.Numerics.Statistics;
using Clientele.Sales;

namespace Clientele.People.Describing;

/// <summary>Customers described column by column and pair by pair.</summary>
public sealed record DescribeReport
{
    public required CustomerTable Customers { get; init; }

    /// <summary>How the table was read and cleaned; null for the customers of a sales file.</summary>
    public PeopleData? People { get; init; }

    /// <summary>What the customers of a sales file depended on; null for a customer table.</summary>
    public Plan? Sales { get; init; }

    /// <summary>Every file that was read.</summary>
    public required IReadOnlyList<PeopleFile> Files { get; init; }

    /// <summary>Columns of numbers, in table order.</summary>
    public required IReadOnlyList<NumberSummary> Numbers { get; init; }

    /// <summary>Columns of categories, in table order.</summary>
    public required IReadOnlyList<CategorySummary> Categories { get; init; }

    /// <summary>Columns of dates, in table order.</summary>
    public required IReadOnlyList<DateSummary> Dates { get; init; }

    /// <summary>Ids, other texts and empty columns.</summary>
    public required IReadOnlyList<TextSummary> Others { get; init; }

    /// <summary>All pairs that have a measure, in table order.</summary>
    public required IReadOnlyList<Relation> Relations { get; init; }

    /// <summary>Pairs that were not measured, because there are too many of them; else 0.</summary>
    public long PairsLeftOut { get; init; }

    /// <summary>The strongest between columns that were not worked out from each other, strongest first.</summary>
    public required IReadOnlyList<Relation> Strongest { get; init; }

    public IReadOnlyList<Decision> Decisions => Files.Count == 0 ? [] : Files[0].Decisions;
}

/// <summary>A column of numbers. Flags count as 0 and 1: their mean is the share of yes.</summary>
public sealed record NumberSummary(CustomerColumn Column, ColumnDescription Values);

/// <summary>A column of categories.</summary>
/// <param name="Column">The column.</param>
/// <param name="Levels">In their order when they have one, else by share.</param>
/// <param name="Values">Counts in the order of <paramref name="Levels"/>.</param>
public sealed record CategorySummary(CustomerColumn Column, IReadOnlyList<string> Levels, CategoryDescription Values);

/// <summary>A column of dates.</summary>
public sealed record DateSummary(CustomerColumn Column, long Count, long Missing, long Distinct, DateTime? First, DateTime? Last);

/// <summary>A column that has nothing to work out.</summary>
public sealed record TextSummary(CustomerColumn Column, long Count, long Missing, long Distinct);

/// <summary>How far two columns go together; what does not apply to the pair is NaN.</summary>
/// <param name="A">First column, in table order.</param>
/// <param name="B">Second column.</param>
/// <param name="Pearson">Two columns of numbers: −1 to 1.</param>
/// <param name="Spearman">Of their ranks.</param>
/// <param name="CramersV">Two columns of categories: 0 to 1, corrected for chance.</param>
/// <param name="Eta">Numbers and categories: the correlation ratio, 0 to 1.</param>
/// <param name="Rows">Rows in which both are there.</param>
public sealed record Relation(string A, string B, double Pearson, double Spearman, double CramersV, double Eta, long Rows)
{
    /// <summary>0 to 1 whatever the measure: |Spearman|, V or η. −1 when not defined.</summary>
    public double Strength => !double.IsNaN(Spearman) ? Math.Abs(Spearman) : !double.IsNaN(CramersV) ? CramersV : !double.IsNaN(Eta) ? Eta : -1;
}
