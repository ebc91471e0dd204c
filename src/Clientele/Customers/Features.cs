using Clientele.Sales;

namespace Clientele.Customers;

/// <summary>The catalog of features; its order is the order of columns.</summary>
public static class Features
{
    private const double DaysPerMonth = 365.25 / 12;
    private const double TicksPerDay = TimeSpan.TicksPerDay;

    // An empty collection expression would be a generic method that is compiled at every start.
    private static readonly Role[] s_nothing = new Role[0];

    public static Catalog<Feature> Catalog { get; } = new(
        "feature",
        Number("recency", "days", "Whole days from the last kept sale to the as-of date.", s_nothing, (c, i) => Math.Floor((c.AsOf - c[i].Last) / TicksPerDay)),
        Number("frequency", "orders", "Distinct orders (distinct days when the file has no invoice column).", s_nothing, (c, i) => c[i].Orders),
        Amount("monetary", "Money of kept lines.", [Role.Price, Role.Amount], (c, i) => c.MoneyOf(i)),
        Number("tenure", "days", "Whole days from the first kept sale to the as-of date.", s_nothing, (c, i) => Math.Floor((c.AsOf - c[i].First) / TicksPerDay)),
        Number("orders_per_month", "orders", "Orders per month of tenure; a tenure under one month counts as one.", s_nothing, OrdersPerMonth),
        Number("average_order_value", "money", "Money per order.", [Role.Price, Role.Amount], (c, i) => c.MoneyOf(i).ToDouble() / c[i].Orders),
        Table("mean_gap", "days", "Mean time between consecutive orders; empty with one order.", (c, empty) => empty with { Numbers = c.Gaps().Mean }),
        Table("gap_variation", "", "Standard deviation of the gaps over their mean: 0 is clockwork, above 1 is irregular; empty with fewer than three orders.", (c, empty) => empty with { Numbers = c.Gaps().Variation }),
        Table("order_days", "days", "Distinct days with an order.", (c, empty) => empty with { Numbers = c.Gaps().Days }),
        Number("repeat_orders", "orders", "Orders after the first.", s_nothing, (c, i) => c[i].Orders - 1),
        Number("lines", "lines", "Kept lines.", s_nothing, (c, i) => c[i].Lines),
        Number("units", "units", "Quantity bought.", [Role.Quantity], (c, i) => c[i].Units / 1e6),
        Number("distinct_products", "products", "Distinct product codes bought.", [Role.Product], (c, i) => c[i].Products),
        Number("return_rate", "share", "Returned money over bought money, 0 to 1; more than was bought in the period counts as 1.", [Role.Price, Role.Amount], ReturnRate),
        Date("first_purchase", "First kept sale.", (c, i) => c[i].First),
        Date("last_purchase", "Last kept sale.", (c, i) => c[i].Last),
        Text("main_country", "Country with most money, then most lines.", Role.Country, c => MainFacets.Of(c, p => p.Countries, f => f.Country, c.Texts.Countries)),
        Text("main_store", "Store with most money, then most lines.", Role.Store, c => MainFacets.Of(c, p => p.Stores, f => f.Store, c.Texts.Stores)),
        Text("main_category", "Category with most money, then most lines.", Role.Category, c => MainFacets.Of(c, p => p.Categories, f => f.Category, c.Texts.Categories)));

    /// <summary>All features that the files allow, plus one share per category.</summary>
    internal static CustomerTable Table(FoldedCustomers customers, IReadOnlyList<Layout> layouts, int threads)
    {
        var features = new List<Feature>(Catalog.Count);
        foreach (var choice in Catalog)
        {
            var feature = choice.Create(Settings.Defaults);
            if (feature.Needs.Length == 0 || Any(layouts, feature.Needs)) features.Add(feature);
        }

        if (customers.Count < Hands.Few) threads = 1;
        customers.Gaps(threads);
        var filled = new CustomerColumn[features.Count];
        Hands.Share(filled.Length, threads, i => filled[i] = features[i].Fill(customers));
        var columns = new List<CustomerColumn>(filled);

        if (Any(layouts, [Role.Category])) columns.AddRange(CategoryShares.Of(customers));
        return new CustomerTable(customers.Ids, columns);
    }

    private static bool Any(IReadOnlyList<Layout> layouts, Role[] needs)
    {
        foreach (var layout in layouts)
        {
            foreach (var role in needs)
            {
                if (layout[role] >= 0) return true;
            }
        }

        return false;
    }

    private static double OrdersPerMonth(FoldedCustomers customers, int i)
    {
        var days = (customers.AsOf - customers[i].First) / TicksPerDay;
        return customers[i].Orders / Math.Max(1, days / DaysPerMonth);
    }

    private static double ReturnRate(FoldedCustomers customers, int i)
    {
        ref readonly var fold = ref customers[i];
        var bought = fold.Money.ToDouble();
        return bought > 0 ? Math.Min(1, -fold.Returned.ToDouble() / bought) : 0;
    }

    private static Choice<Feature> Number(string name, string unit, string meaning, Role[] needs, Func<FoldedCustomers, int, double> value) =>
        Make(new CustomerColumn(name, unit, meaning, ColumnKind.Number), needs, (customers, empty) =>
        {
            var numbers = new double[customers.Count];
            for (var i = 0; i < numbers.Length; i++) numbers[i] = value(customers, i);
            return empty with { Numbers = numbers };
        });

    private static Choice<Feature> Amount(string name, string meaning, Role[] needs, Func<FoldedCustomers, int, Money> value) =>
        Make(new CustomerColumn(name, "money", meaning, ColumnKind.Money), needs, (customers, empty) =>
        {
            var amounts = new Money[customers.Count];
            var numbers = new double[customers.Count];
            for (var i = 0; i < amounts.Length; i++)
            {
                amounts[i] = value(customers, i);
                numbers[i] = amounts[i].ToDouble();
            }

            return empty with { Amounts = amounts, Numbers = numbers };
        });

    private static Choice<Feature> Date(string name, string meaning, Func<FoldedCustomers, int, long> value) =>
        Make(new CustomerColumn(name, "", meaning, ColumnKind.Date), s_nothing, (customers, empty) =>
        {
            var ticks = new long[customers.Count];
            for (var i = 0; i < ticks.Length; i++) ticks[i] = value(customers, i);
            return empty with { Ticks = ticks };
        });

    private static Choice<Feature> Text(string name, string meaning, Role needs, Func<FoldedCustomers, string[]> values) =>
        Make(new CustomerColumn(name, "", meaning, ColumnKind.Text), [needs], (customers, empty) => empty with { Texts = values(customers) });

    private static Choice<Feature> Table(string name, string unit, string meaning, Func<FoldedCustomers, CustomerColumn, CustomerColumn> fill) =>
        Make(new CustomerColumn(name, unit, meaning, ColumnKind.Number), s_nothing, fill);

    private static Choice<Feature> Make(CustomerColumn empty, Role[] needs, Func<FoldedCustomers, CustomerColumn, CustomerColumn> fill) =>
        new(empty.Name, empty.Meaning, [], _ => new Feature(empty, needs, fill));
}
