namespace Clientele.Numerics.Association;

/// <summary>How far two columns of categories go together, from 0 to 1.</summary>
/// <param name="Plain">Root of chi-squared / (n · min(rows − 1, columns − 1)); above 0 by chance alone where cells are few. NaN, not
/// defined, when a column has a single category.</param>
/// <param name="Corrected">The same with what chance gives taken off: about 0 for unrelated columns. The one to show by default; NaN as
/// above, and where n leaves no room for the correction.</param>
/// <param name="Count">Rows in which both are there.</param>
/// <remarks>[Cra46]; [Ber13] for the correction.</remarks>
public readonly record struct CramersV(double Plain, double Corrected, long Count)
{
    /// <summary>Of two columns of codes.</summary>
    /// <param name="a">From 0, or −1 for missing [n].</param>
    /// <param name="b">The same [n].</param>
    public static CramersV Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => Of(ContingencyTable.Of(a, b));

    /// <summary>Of a table.</summary>
    public static CramersV Of(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (r, c, n) = ((double)table.Rows, (double)table.Columns, (double)table.Total);
        if (r < 2 || c < 2) return new(double.NaN, double.NaN, table.Total);
        var square = table.ChiSquare() / n;
        var room = Math.Min(r - 1 - ((r - 1) * (r - 1) / (n - 1)), c - 1 - ((c - 1) * (c - 1) / (n - 1)));
        var left = Math.Max(square - ((r - 1) * (c - 1) / (n - 1)), 0);
        return new(
            Math.Min(Math.Sqrt(square / (Math.Min(r, c) - 1)), 1),
            room > 0 ? Math.Min(Math.Sqrt(left / room), 1) : double.NaN,
            table.Total);
    }
}
