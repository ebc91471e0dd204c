namespace Clientele.Sales.Layouts;

/// <summary>Whether the roles found make a sales file, and what it means that some were not found.</summary>
internal static class RoleCheck
{
    public static void Verify(SampleColumns columns, RoleFinder finder)
    {
        var roles = finder.Roles;
        if (!roles.ContainsKey(Role.Customer) || !roles.ContainsKey(Role.Date) || Bare(roles)) RefuseCustomerTable(columns, finder);
        if (!roles.ContainsKey(Role.Customer)) throw LayoutProblems.Missing(columns, Role.Customer);
        if (!roles.ContainsKey(Role.Date)) throw LayoutProblems.Missing(columns, Role.Date);
        Ids(columns, finder);
        var money = roles.ContainsKey(Role.Amount);
        if (!roles.ContainsKey(Role.Invoice))
        {
            finder.Say(Role.Invoice, "none", "no such column: what one customer bought on one day counts as one order");
        }

        if (!money && !roles.ContainsKey(Role.Price))
        {
            finder.Say(Role.Price, "none", "no column of prices or amounts: money is 0 everywhere and segments rest on recency and frequency");
        }

        if (!roles.ContainsKey(Role.Quantity))
        {
            finder.Say(Role.Quantity, "none", money || !roles.ContainsKey(Role.Price)
                ? "no such column: every line counts as one unit"
                : "no such column: every line counts as one unit at its price");
        }

        if (!roles.ContainsKey(Role.Product)) finder.Say(Role.Product, "none", "no such column: products are not counted");
    }

    /// <summary>Nothing that a sale has beside its customer and date.</summary>
    private static bool Bare(RoleMap roles) =>
        !roles.ContainsKey(Role.Invoice) && !roles.ContainsKey(Role.Product) && !roles.ContainsKey(Role.Quantity)
        && !roles.ContainsKey(Role.Price) && !roles.ContainsKey(Role.Amount);

    /// <summary>One row per customer and no day of sale: a table of customers, not of sales.</summary>
    private static void RefuseCustomerTable(SampleColumns columns, RoleFinder finder)
    {
        if (finder.Asked(Role.Customer) && finder.Asked(Role.Date)) return;
        for (var i = 0; i < columns.Count; i++)
        {
            var ids = columns.Profiles[i];
            if (!ids.Unique || ids.Filled < ids.Cells || ids.NoIds || columns.Rank(Role.Customer, i) < 0) continue;
            if (!finder.Roles.ContainsKey(Role.Date) || Bare(finder.Roles)) throw LayoutProblems.CustomerTable(columns, i);
        }
    }

    private static void Ids(SampleColumns columns, RoleFinder finder)
    {
        var column = finder.Roles[Role.Customer];
        int damaged = 0, filled = 0;
        for (var i = columns.Header.FirstData; i < columns.Table.Count; i++)
        {
            if (!columns.IsData(i)) continue;
            var id = Words.Trim(columns.Table.Cell(i, column));
            if (id.Length == 0) continue;
            filled++;
            if (IdEvidence.IsScientific(id)) damaged++;
        }

        if (damaged * 2 > filled) throw LayoutProblems.DamagedIds(columns, column, damaged, filled);
        if (damaged > 0)
        {
            finder.Say(Role.Customer, "damaged ids", $"{damaged} of {filled} sampled ids are written like 1.23E+11, so a spreadsheet has cut off their last digits");
        }
    }
}
