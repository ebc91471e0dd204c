namespace Clientele.Samples;

/// <summary>Plants the customers: everybody's kind and own habit, from the seed and the customer's index alone.</summary>
internal static class ShopPeople
{
    private const double DaysPerMonth = 30.4375;

    /// <summary>Share of those who could have come from the first day on that bought before the file begins.</summary>
    private const double Known = 0.6;

    public static ShopCustomer[] Plant(int count, ShopCalendar calendar, ulong seed)
    {
        var people = new ShopCustomer[count];
        for (var i = 0; i < count; i++) people[i] = PlantOne(i, calendar, seed);
        return people;
    }

    /// <summary>Expected visits (the first one apart) and the lines of all visits.</summary>
    public static (double First, double Later, double Visits) ExpectedLines(ShopCustomer[] people, ShopCalendar calendar)
    {
        double first = 0, later = 0, visits = 0;
        foreach (ref readonly var person in people.AsSpan())
        {
            var rhythm = CustomerKind.All[person.Kind].Rhythm;
            var active = Math.Max(0, Math.Min(person.Until, calendar.BusyUntil(rhythm, calendar.Days)) - person.At);
            var lines = MeanBasket(person.Extra);
            first += lines;
            later += lines * person.Rate * active;
            visits += 1 + person.Rate * active;
        }

        return (first, later, visits);
    }

    /// <summary>Mean of 1 + the whole part of an exponential number with mean <paramref name="extra"/>.</summary>
    public static double MeanBasket(double extra) => 1 + 1 / (Chance.Exp(1 / extra) - 1);

    private static ShopCustomer PlantOne(int index, ShopCalendar calendar, ulong seed)
    {
        var chance = new Chance(seed, ChanceStream.Habit, (ulong)index);
        var kindIndex = DrawKind(chance.Below(1000));
        var kind = CustomerKind.All[kindIndex];
        var rate = kind.PerMonth / DaysPerMonth * chance.Gamma(kind.Shape);
        var (at, arrival) = Arrive(kind, rate, calendar, ref chance);
        var leave = Leave(kind, arrival, calendar.Days, ref chance);
        var extra = ExtraFor(1 + (kind.Basket - 1) * (0.6 + 0.8 * chance.Unit()));
        return new ShopCustomer
        {
            At = at,
            Until = leave >= calendar.Days ? double.MaxValue : calendar.BusyUntil(kind.Rhythm, leave),
            Rate = (float)rate,
            Extra = (float)extra,
            Returns = (float)Math.Min(0.5, 0.08 * chance.Exponential()),
            ArrivalDay = (ushort)arrival,
            LeaveDay = leave >= calendar.Days ? ushort.MaxValue : (ushort)leave,
            Kind = (byte)kindIndex,
            Home = (byte)chance.Below(kind.HomeShare > 0.9 ? ShopWords.ChristmasCategory : ShopWords.Categories.Length),
            HomeShare = (byte)(kind.HomeShare * 255),
            PriceLevel = (byte)Math.Clamp((kind.PriceLevel + 0.5 * (chance.Unit() - 0.5)) * 255, 0, 255),
            Country = (byte)DrawCountry(chance.Below(100)),
            Store = (byte)chance.Below(ShopWords.Stores.Length),
        };
    }

    private static int DrawKind(int perMille)
    {
        var kind = 0;
        for (var below = CustomerKind.All[0].PerMille; perMille >= below; below += CustomerKind.All[kind].PerMille) kind++;
        return kind;
    }

    /// <summary>
    /// The first visit in the file: spread over the kind's part of the period as the shop is busy, or, for somebody who was a
    /// customer before, after a first gap at the own rate, so that the shop is in full swing on the first day.
    /// </summary>
    private static (double At, int Day) Arrive(CustomerKind kind, double rate, ShopCalendar calendar, ref Chance chance)
    {
        var known = chance.Happens(Known) && kind is { PerMonth: > 0, Arrival.From: 0, Rhythm: Rhythm.Steady };
        var gap = chance.Exponential();
        if (known && gap / rate < kind.Arrival.To * calendar.Days) return (gap / rate, calendar.DayOf(kind.Rhythm, gap / rate));
        var from = calendar.BusyUntil(kind.Rhythm, (int)(kind.Arrival.From * calendar.Days));
        var until = calendar.BusyUntil(kind.Rhythm, Math.Max(1, (int)(kind.Arrival.To * calendar.Days)));
        if (until <= from) (from, until) = (0, calendar.BusyUntil(kind.Rhythm, calendar.Days));
        var at = from + (until - from) * chance.Unit();
        return (at, calendar.DayOf(kind.Rhythm, at));
    }

    private static int Leave(CustomerKind kind, int arrival, int days, ref Chance chance)
    {
        if (kind.PerMonth == 0) return arrival + 1;
        if (kind.MeanLife > 0) return arrival + 1 + (int)Math.Min(days, kind.MeanLife * chance.Exponential());
        var share = kind.Leaves.From + (kind.Leaves.To - kind.Leaves.From) * chance.Unit();
        return Math.Max(arrival + 1, (int)(share * days));
    }

    /// <summary>Turns a mean basket into the mean of the exponential number behind it.</summary>
    private static double ExtraFor(double basket) => 1 / Chance.Log(1 + 1 / Math.Max(0.05, basket - 1));

    private static int DrawCountry(int perCent) => perCent switch
    {
        < 82 => 0,
        < 88 => 1,
        < 92 => 2,
        < 94 => 3,
        < 96 => 4,
        < 98 => 5,
        < 99 => 6,
        _ => 7,
    };
}
