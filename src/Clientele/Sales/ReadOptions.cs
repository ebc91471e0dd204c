namespace Clientele.Sales;

/// <summary>What a person may say about the files; whatever is left out is found out.</summary>
public sealed record ReadOptions
{
    public static ReadOptions Default { get; } = new();

    /// <summary>Column name (or 1-based number) per role, from <c>--customer</c>, <c>--price</c> …; an empty name means "no such column".</summary>
    public IReadOnlyDictionary<Role, string> Columns { get; init; } = new RoleTexts();

    public string? Encoding { get; init; }

    /// <summary>One character, or <c>tab</c>, <c>blanks</c>.</summary>
    public string? Delimiter { get; init; }

    /// <summary><c>point</c> or <c>comma</c>.</summary>
    public string? Decimal { get; init; }

    /// <summary><c>dmy</c>, <c>mdy</c>, <c>ymd</c>, <c>excel</c>, <c>excel1904</c>.</summary>
    public string? DateOrder { get; init; }

    /// <summary>Offset like <c>+02:00</c> at which zoned dates are shown.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Line of the header; 0 says there is none.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>Sheet by name or 1-based number.</summary>
    public string? Sheet { get; init; }
}
