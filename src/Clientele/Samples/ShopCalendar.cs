namespace Clientele.Samples;

/// <summary>How busy the shop is: by month, weekday, holiday, trend and hour, and what is reduced when.</summary>
internal sealed class ShopCalendar
{
    private const int HourSteps = 1024;

    private static readonly double[] s_months = [0.82, 0.80, 0.92, 0.95, 1.00, 0.96, 0.88, 0.86, 1.00, 1.10, 1.35, 1.50];
    private static readonly double[] s_weekdays = [0.40, 0.90, 0.92, 0.95, 1.00, 1.20, 1.35];

    /// <summary>Weights of the hours from 8 to 22 on weekdays, Saturdays and Sundays (when only the online shop sells).</summary>
    private static readonly double[][] s_hours =
    [
        [0.1, 0.5, 0.8, 1.0, 1.3, 1.1, 0.9, 0.9, 1.1, 1.4, 1.2, 0.7, 0.2, 0.1],
        [0.1, 0.6, 1.1, 1.4, 1.4, 1.3, 1.2, 1.2, 1.0, 0.7, 0.3, 0.1, 0.1, 0.1],
        [0.1, 0.2, 0.4, 0.6, 0.6, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.4, 1.3, 0.8],
    ];

    private readonly DateOnly _start;
    private readonly double[][] _busyUntil;
    private readonly ushort[][] _minutes = new ushort[s_hours.Length][];
    private readonly (ushort Categories, byte PerCent)[] _promotions;

    public ShopCalendar(DateOnly start, int days, ulong seed)
    {
        _start = start;
        Days = days;
        _promotions = PlanPromotions(days, seed);
        _busyUntil = [Sum(Rhythm.Steady), Sum(Rhythm.Christmas), Sum(Rhythm.Summer), Sum(Rhythm.Promotions)];
        for (var i = 0; i < s_hours.Length; i++) _minutes[i] = Spread(s_hours[i]);
    }

    public int Days { get; }

    public DateOnly Date(int day) => _start.AddDays(day);

    /// <summary>Set of reduced categories (one bit each) and by how many per cent.</summary>
    public (ushort Categories, byte PerCent) Promotion(int day) => _promotions[day];

    /// <summary>Business done from the opening to the start of a day; a mean day counts 1, days without business 0.</summary>
    public double BusyUntil(Rhythm rhythm, int day) => _busyUntil[(int)rhythm][day];

    /// <summary>A holiday: nobody comes.</summary>
    public bool IsClosed(int day) => Date(day) is { Month: 1, Day: 1 } or { Month: 12, Day: 25 or 26 };

    /// <summary>The day on which this much business has been done, or <see cref="Days"/> when that is after the end.</summary>
    public int DayOf(Rhythm rhythm, double business)
    {
        var sums = _busyUntil[(int)rhythm];
        int low = 0, high = Days;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sums[middle + 1] > business) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>Second of the day of a visit.</summary>
    public int Second(int day, ref Chance chance)
    {
        var table = _minutes[Date(day).DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 }];
        var draw = chance.Next();
        return table[(int)(draw & (HourSteps - 1))] * 60 + (int)((((draw >> 32) & 0xFFFF) * 60) >> 16);
    }

    private double[] Sum(Rhythm rhythm)
    {
        var sums = new double[Days + 1];
        for (var day = 0; day < Days; day++) sums[day + 1] = sums[day] + Busy(rhythm, day);
        if (sums[Days] == 0) return Sum(Rhythm.Steady);
        var scale = Days / sums[Days];
        for (var day = 1; day <= Days; day++) sums[day] *= scale;
        return sums;
    }

    private double Busy(Rhythm rhythm, int day)
    {
        var date = Date(day);
        if (IsClosed(day)) return 0;
        var weekday = s_weekdays[(int)date.DayOfWeek];
        var trend = 1 + 0.08 * day / 365;
        return weekday * rhythm switch
        {
            Rhythm.Christmas => date is { Month: 11, Day: >= 8 } or { Month: 12, Day: <= 23 } ? 1 : 0,
            Rhythm.Summer => date.Month is >= 6 and <= 8 ? 1 : 0,
            Rhythm.Promotions => _promotions[day].Categories != 0 ? 1 : 0.05,
            _ => s_months[date.Month - 1] * trend * (_promotions[day].Categories != 0 ? 1.15 : 1),
        };
    }

    /// <summary>A week or so of reductions on a few categories, every six to nine weeks.</summary>
    private static (ushort Categories, byte PerCent)[] PlanPromotions(int days, ulong seed)
    {
        var plan = new (ushort, byte)[days];
        var chance = new Chance(seed, ChanceStream.Promotions, 0);
        for (var from = 5 + chance.Below(12); from < days; from += 42 + chance.Below(21))
        {
            ushort categories = 0;
            for (var i = 0; i < 4; i++) categories |= (ushort)(1 << chance.Below(ShopWords.Categories.Length));
            var perCent = (byte)(15 + 5 * chance.Below(4));
            var until = Math.Min(days, from + 7 + chance.Below(4));
            for (var day = from; day < until; day++) plan[day] = (categories, perCent);
        }

        return plan;
    }

    private static ushort[] Spread(double[] hours)
    {
        var total = 0.0;
        foreach (var weight in hours) total += weight;
        var minutes = new ushort[HourSteps];
        int hour = 0;
        var before = 0.0;
        for (var i = 0; i < HourSteps; i++)
        {
            var point = (i + 0.5) / HourSteps * total;
            while (point >= before + hours[hour]) before += hours[hour++];
            minutes[i] = (ushort)((8 + hour) * 60 + (int)((point - before) / hours[hour] * 60));
        }

        return minutes;
    }
}
