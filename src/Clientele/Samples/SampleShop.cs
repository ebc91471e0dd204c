namespace Clientele.Samples;

/// <summary>An invented shop whose sales look like a real export, for trying things out and for tests that know the truth.</summary>
public static class SampleShop
{
    /// <summary>Customers of a shop when neither customers nor lines are asked for.</summary>
    public const int DefaultCustomers = 2_000;

    /// <summary>Mean lines of a purchase without a card.</summary>
    private const double GuestBasket = 5.5;

    /// <summary>Writes the sales in order of time as UTF-8 CSV; memory grows with the customers, not with the lines.</summary>
    /// <param name="truth">Receives one line per customer in the file: planted kind, drop-out, home category and so on; or null.</param>
    /// <exception cref="UserException">The days reach beyond what dates can hold.</exception>
    public static SampleSummary Write(SampleOptions options, Stream sales, Stream? truth, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sales);
        var calendar = new ShopCalendar(options.Start, options.Days, options.Seed);
        var catalog = new ShopCatalog(calendar, options.Seed);
        var dirt = new ShopDirt(options.Dirt);
        var people = Plant(options, calendar, dirt);
        var tally = new SalesTally();
        var writer = new SalesWriter(sales, tally, options.Lines ?? long.MaxValue);
        var book = new ShopBook(catalog, writer);
        var staff = new ShopStaff(catalog, book, dirt);
        var days = new ShopDays(calendar, catalog, people, new ShopTill(calendar, catalog, book, dirt), staff, dirt, options.Seed);
        writer.Header();
        var lastDay = days.Run(writer, ct);
        writer.Flush();
        if (truth is not null) ShopTruth.Write(people, calendar, lastDay, staff.TestKept, truth);
        return Summary(people, catalog, tally, writer, book, staff, dirt);
    }

    private static ShopCustomer[] Plant(SampleOptions options, ShopCalendar calendar, ShopDirt dirt)
    {
        if (options.Lines is not { } lines) return ShopPeople.Plant(options.Customers ?? DefaultCustomers, calendar, options.Seed);
        var count = options.Customers ?? Enough(lines, calendar, dirt, options.Seed);
        var people = ShopPeople.Plant(count, calendar, options.Seed);
        var (first, later) = Expect(people, calendar, dirt, out var visits);
        if (later <= 0) return people;
        var pace = (float)Math.Max(0.001, (Target(lines, visits) - first) / later);
        foreach (ref var person in people.AsSpan()) person.Rate *= pace;
        return people;
    }

    /// <summary>Customers whose usual purchases make so many lines.</summary>
    private static int Enough(long lines, ShopCalendar calendar, ShopDirt dirt, ulong seed)
    {
        var some = ShopPeople.Plant(DefaultCustomers, calendar, seed);
        var (first, later) = Expect(some, calendar, dirt, out _);
        var perCustomer = (first + later) / some.Length;
        return (int)Math.Clamp(Math.Ceiling(lines / perCustomer), 20, SampleOptions.MostCustomers);
    }

    private static (double First, double Later) Expect(ShopCustomer[] people, ShopCalendar calendar, ShopDirt dirt, out double visits)
    {
        (var first, var later, visits) = ShopPeople.ExpectedLines(people, calendar);
        var extra = dirt.ExtraLinesPerVisit(GuestBasket);
        var share = 1 + dirt.Rate(Dirt.Duplicate);
        return ((first + extra * people.Length) * share, (later + extra * (visits - people.Length)) * share);
    }

    /// <summary>A little more than asked for, so that chance does not leave the file short; the writer stops at the line.</summary>
    private static double Target(long lines, double visits) => lines * (1.015 + 5 / Math.Sqrt(visits));

    private static SampleSummary Summary(
        ShopCustomer[] people, ShopCatalog catalog, SalesTally tally, SalesWriter writer, ShopBook book, ShopStaff staff, ShopDirt dirt)
    {
        long customers = staff.TestKept ? 1 : 0;
        var ids = customers;
        var kinds = new long[CustomerKind.All.Length];
        foreach (ref readonly var person in people.AsSpan())
        {
            if (person.Visits > 0) kinds[person.Kind]++;
            if (person.KeptForms == 0) continue;
            customers++;
            ids += int.PopCount(person.KeptForms);
        }

        return new SampleSummary
        {
            Audit = tally.Audit(),
            NonProduct = tally.NonProduct(),
            TestOrder = tally.TestOrder(),
            Bytes = writer.Bytes,
            Customers = customers,
            CustomerIds = ids,
            Orders = writer.Orders,
            Products = book.ProductsKept,
            Countries = book.CountriesKept,
            First = writer.First,
            Last = writer.Last,
            Planted = dirt.Planted(),
            Kinds = [.. CustomerKind.All.Select((kind, i) => (kind.Name, kinds[i]))],
            Companions = [.. catalog.Companion.Select((other, one) => (one, other)).Where(pair => pair.other > pair.one)
                .Select(pair => (catalog.Codes[pair.one], catalog.Codes[pair.other]))],
        };
    }
}
