namespace Clientele.Tables;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>No cell is filled.</summary>
    Empty,

    /// <summary>Names a thing; its size means nothing.</summary>
    Id,

    /// <summary>Two values that mean yes and no.</summary>
    Flag,

    /// <summary>Whole numbers, 0 or more.</summary>
    Count,

    /// <summary>Other numbers.</summary>
    Amount,

    Date,

    /// <summary>Few different texts that come again.</summary>
    Category,

    /// <summary>Few different values in an order: school marks, sizes, agreement from 1 to 5.</summary>
    Ordinal,

    /// <summary>Any other text.</summary>
    Text,
}
