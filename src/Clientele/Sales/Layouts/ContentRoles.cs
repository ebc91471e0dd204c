namespace Clientele.Sales.Layouts;

/// <summary>Roles of a file without a header, from what the columns hold.</summary>
internal static class ContentRoles
{
    public static void Find(SampleColumns columns, RoleFinder roles)
    {
        One(columns, roles, Role.Date, static p => p.Dated, "the only column of dates", mustBeOne: true);
        if (!roles.Roles.ContainsKey(Role.Price))
        {
            One(columns, roles, Role.Amount, static p => p.Numeric && p.Decimals - p.Floats > 0,
                "the only column of numbers with decimals; without a header it is taken as the money of the line, not of one unit", mustBeOne: true);
        }

        One(columns, roles, Role.Quantity, static p => p.Numeric && p.LeadingZeros == 0 && p.Small * 10 >= p.Filled * 8 && p.Distinct * 3 <= p.Filled,
            "the only column of small whole numbers that come again and again", mustBeOne: false);
        Customer(columns, roles);
    }

    private static void One(SampleColumns columns, RoleFinder roles, Role role, Func<ColumnProfile, bool> fits, string reason, bool mustBeOne)
    {
        if (roles.Roles.ContainsKey(role)) return;
        int found = -1, second = -1;
        for (var i = 0; i < columns.Count; i++)
        {
            if (!roles.Free(role, i) || !fits(columns.Profiles[i])) continue;
            if (found < 0) found = i;
            else if (second < 0) second = i;
        }

        if (found < 0) return;
        if (second < 0) roles.Give(role, found, reason);
        else if (mustBeOne) throw LayoutProblems.Choose(columns, role, [found, second]);
    }

    /// <summary>The column of whole numbers or codes whose values come again; several that name the same things count as one.</summary>
    private static void Customer(SampleColumns columns, RoleFinder roles)
    {
        if (roles.Roles.ContainsKey(Role.Customer)) return;
        var found = -1;
        var same = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            var profile = columns.Profiles[i];
            if (!roles.Free(Role.Customer, i) || profile.NoIds || profile.Filled == 0 || profile.Unique || profile.Distinct < 2) continue;
            if (profile.Small == profile.Filled) continue;
            if (found < 0) found = i;
            else if (columns.OneToOne(found, i)) same++;
            else throw LayoutProblems.Choose(columns, Role.Customer, [found, i]);
        }

        if (found < 0) return;
        roles.Give(Role.Customer, found, same == 0
            ? "the only column of ids that come again"
            : "the first column of ids that come again; the others name the same customers");
    }
}
