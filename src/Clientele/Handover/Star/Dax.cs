namespace Clientele.Handover.Star;

/// <summary>Names as formulas of Power BI write them.</summary>
internal static class Dax
{
    /// <summary>A column in brackets; a closing bracket in it is doubled.</summary>
    public static string Column(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";
}
