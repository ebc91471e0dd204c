namespace Clientele.Numerics.Categories;

/// <summary>How a column becomes numbers.</summary>
public enum CodeKind
{
    /// <summary>It is one already.</summary>
    Keep,

    /// <summary>A column of 0 and 1 for each category.</summary>
    OneHot,

    /// <summary>The place of the category in a given order: 0, 1, 2, ….</summary>
    Ordinal,

    /// <summary>The category's share of the rows it was fitted to.</summary>
    Frequency,
}

/// <summary>What to do with a column.</summary>
/// <param name="Kind">How it becomes numbers.</param>
/// <param name="Order">For <see cref="CodeKind.Ordinal"/>: all codes, lowest first; else null.</param>
public sealed record ColumnCode(CodeKind Kind, IReadOnlyList<int>? Order = null);
