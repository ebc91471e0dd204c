using Clientele.Sales;

namespace Clientele.Clusters;

/// <summary>Everything that a clustering of a table depends on. Written into run.json; <c>clientele run run.json</c> repeats it.</summary>
public sealed record ClusterPlan
{
    /// <summary>The name that stands for all methods, compared.</summary>
    public const string AllMethods = "all";

    /// <summary>Path of the table; <c>-</c> is standard input.</summary>
    public string Input { get; init; } = "";

    public ReadOptions Reading { get; init; } = ReadOptions.Default;

    /// <summary>Columns to cluster by, by name or number; empty means every numeric column that is no id.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns of categories, besides <see cref="Columns"/>.</summary>
    public IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>Columns of words that count as the share of the rows with the same word, besides <see cref="Columns"/>.</summary>
    public IReadOnlyList<string> Frequency { get; init; } = [];

    /// <summary>Column that names the rows in labels.csv; null means the number of the row.</summary>
    public string? Id { get; init; }

    /// <summary>A name of <see cref="Clusterers"/>, or <see cref="AllMethods"/>.</summary>
    public string Method { get; init; } = "kmeans";

    /// <summary>Settings of the method by knob name.</summary>
    public IReadOnlyDictionary<string, double> Settings { get; init; } = new Dictionary<string, double>();

    /// <summary>Least and largest number of clusters; null means 2 … 10, or what the method finds.</summary>
    public KRange? K { get; init; }

    /// <summary><c>none</c>, <c>standard</c>, <c>robust</c> or <c>minmax</c>.</summary>
    public string Scale { get; init; } = "standard";

    /// <summary><c>refuse</c>, <c>drop</c> the row, or fill in the column's <c>mean</c> or <c>median</c>.</summary>
    public string Missing { get; init; } = "refuse";

    public ulong Seed { get; init; }

    /// <summary>A model.json whose clusters the rows are assigned to; then nothing is fitted, and columns, scale and method are the model's.</summary>
    public string? Model { get; init; }

    /// <summary>Rows are assigned even where their values lie far from those that were fitted.</summary>
    public bool TrustUnits { get; init; }
}

/// <summary>Numbers of clusters to try.</summary>
/// <param name="Least">At least 1.</param>
/// <param name="Most">At least <paramref name="Least"/>.</param>
public sealed record KRange(int Least, int Most)
{
    public static KRange Default { get; } = new(2, 10);
}
