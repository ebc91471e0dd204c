using Clientele.Customers.Folding;

namespace Clientele.Customers;

/// <summary>One column per category: the share of a customer's money spent in it.</summary>
internal static class CategoryShares
{
    /// <summary>More categories than these go into one column for the rest.</summary>
    private const int MostColumns = 12;

    public static IEnumerable<CustomerColumn> Of(FoldedCustomers customers)
    {
        var texts = customers.Texts.Categories;
        var totals = new Money[texts.Count];
        var seen = new bool[texts.Count];
        Visit(customers, (_, category, money) =>
        {
            totals[category] += money;
            seen[category] = true;
        });
        var order = Seen(seen);
        Array.Sort(order, (a, b) => totals[b].CompareTo(totals[a]) is var by && by != 0 ? by : string.CompareOrdinal(texts[a], texts[b]));

        var shown = order.Length > MostColumns ? MostColumns - 1 : order.Length;
        var columnOf = new int[texts.Count];
        for (var c = 0; c < order.Length; c++) columnOf[order[c]] = Math.Min(c, shown);
        var columns = new Money[shown < order.Length ? shown + 1 : shown][];
        for (var c = 0; c < columns.Length; c++) columns[c] = new Money[customers.Count];
        Visit(customers, (row, category, money) => columns[columnOf[category]][row] += money);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var c = 0; c < columns.Length; c++)
        {
            var category = c < shown ? texts[order[c]] : "other";
            var slug = Slug(category);
            var name = slug;
            for (var n = 2; !names.Add(name); n++) name = $"{slug}_{n}"; // "Toys" beside "toys"
            yield return Column(customers, columns[c], category, name);
        }
    }

    /// <summary>Categories of kept lines; excluded lines may have named others.</summary>
    private static int[] Seen(bool[] seen)
    {
        var count = 0;
        foreach (var kept in seen) count += kept ? 1 : 0;
        var order = new int[count];
        for (var c = seen.Length - 1; c >= 0; c--)
        {
            if (seen[c]) order[--count] = c;
        }

        return order;
    }

    /// <summary>Calls for every customer and category with its exact money.</summary>
    private static void Visit(FoldedCustomers customers, Action<int, int, Money> see)
    {
        var rows = customers.Rows();
        for (var i = 0; i < customers.Count; i++)
        {
            ref readonly var fold = ref customers[i];
            if (fold.Category >= 0) see(i, fold.Category, fold.Money);
        }

        for (var p = 0; p < customers.Partitions.Count; p++)
        {
            var tally = customers.Partitions[p].Categories;
            for (var i = 0; i < tally.Count; i++)
            {
                ref readonly var entry = ref tally.Entries[i];
                var row = rows[p][FacetTally.CustomerOf(entry.Key)];
                if (row >= 0) see(row, FacetTally.ValueOf(entry.Key), entry.Money);
            }
        }
    }

    private static CustomerColumn Column(FoldedCustomers customers, Money[] money, string category, string name)
    {
        var numbers = new double[customers.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var all = customers[i].Money.ToDouble();
            numbers[i] = all > 0 ? money[i].ToDouble() / all : 0;
        }

        return new CustomerColumn($"share_{name}", "share", $"Share of money spent on {category}, 0 to 1.", ColumnKind.Number) { Numbers = numbers };
    }

    private static string Slug(string name)
    {
        var slug = new char[name.Length];
        for (var i = 0; i < slug.Length; i++) slug[i] = char.IsLetterOrDigit(name[i]) ? char.ToLowerInvariant(name[i]) : '_';
        return new string(slug);
    }
}
