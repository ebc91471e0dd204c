using Clientele.Tables;

namespace Clientele.People.Typing;

/// <summary>The words for column types.</summary>
public static class TypeWords
{
    /// <summary>What can be asked for, in menu order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["id", "amount", "count", "flag", "category", "ordinal", "date", "text"];

    /// <summary>The word for a type.</summary>
    public static string Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Id => "id",
        ColumnKind.Flag => "flag",
        ColumnKind.Count => "count",
        ColumnKind.Amount => "amount",
        ColumnKind.Date => "date",
        ColumnKind.Category => "category",
        ColumnKind.Ordinal => "ordinal",
        ColumnKind.Empty => "empty",
        _ => "text",
    };

    internal static ColumnKind? Kind(string word) => word.Trim().ToLowerInvariant() switch
    {
        "id" => ColumnKind.Id,
        "amount" => ColumnKind.Amount,
        "count" => ColumnKind.Count,
        "flag" => ColumnKind.Flag,
        "category" => ColumnKind.Category,
        "ordinal" => ColumnKind.Ordinal,
        "date" => ColumnKind.Date,
        "text" => ColumnKind.Text,
        _ => null,
    };
}
