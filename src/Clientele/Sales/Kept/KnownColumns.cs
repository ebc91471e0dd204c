namespace Clientele.Sales.Kept;

/// <summary>What the files tell; what no file tells cannot be explored.</summary>
/// <param name="Money">A price or an amount.</param>
/// <param name="Products">Product codes, or descriptions that stand for them.</param>
/// <param name="ProductCodes">Product codes.</param>
/// <param name="Quantities">Pieces per line; without it every line is one piece.</param>
/// <param name="Invoices">Order numbers; without them all lines of a customer on one day are one order.</param>
/// <param name="TimesOfDay">Some kept sale has a time of day other than midnight.</param>
public sealed record KnownColumns(bool Money, bool Products, bool ProductCodes, bool Quantities, bool Invoices, bool TimesOfDay, bool Countries, bool Stores, bool Categories)
{
    internal static KnownColumns Of(IReadOnlyList<Layout> layouts, KeptLines sold)
    {
        var times = false;
        foreach (var ticks in sold.Ticks) times |= ticks % TimeSpan.TicksPerDay != 0;
        return new KnownColumns(
            Any(layouts, Role.Price) || Any(layouts, Role.Amount),
            Any(layouts, Role.Product) || Any(layouts, Role.Description),
            Any(layouts, Role.Product),
            Any(layouts, Role.Quantity),
            Any(layouts, Role.Invoice),
            times,
            Any(layouts, Role.Country), Any(layouts, Role.Store), Any(layouts, Role.Category));
    }

    private static bool Any(IReadOnlyList<Layout> layouts, Role role)
    {
        foreach (var layout in layouts)
        {
            if (layout[role] >= 0) return true;
        }

        return false;
    }
}
