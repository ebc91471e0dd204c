namespace Clientele.Sales;

/// <summary>How numbers are written in a file.</summary>
/// <param name="Decimal">Decimal mark: <c>.</c> or <c>,</c>.</param>
/// <param name="Group">Thousands mark: <c>,</c> <c>.</c> <c>'</c> blank (also U+00A0 and U+202F), or none (0).</param>
public sealed record NumberNotation(char Decimal = '.', char Group = '\0')
{
    /// <summary>Digits with a decimal point.</summary>
    public static NumberNotation Plain { get; } = new();
}
