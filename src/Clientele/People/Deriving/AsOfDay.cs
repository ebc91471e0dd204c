using System.Globalization;
using Clientele.Customers;
using Clientele.People.Reading;

namespace Clientele.People.Deriving;

/// <summary>The day that ages and days count to.</summary>
/// <param name="Day">Null when nothing gives one.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record AsOfDay(DateTime? Day, string Reason)
{
    /// <summary>A date so much later than 99 of 100 others is a slip, not the end of the data.</summary>
    public const double MostYearsAhead = 5;

    private const double DaysPerYear = 365.25;

    public static AsOfDay Of(PeoplePlan plan, Roster roster)
    {
        if (plan.AsOf is { } asked) return new(asked, "asked for");
        var (latest, name) = (0L, "");
        foreach (var column in roster.Columns)
        {
            if (column.Column.Kind != ColumnKind.Date || column.Note.Part == ColumnPart.Age || Latest(column.Column.Ticks) is var ticks && ticks <= latest) continue;
            (latest, name) = (ticks, column.Name);
        }

        if (latest == 0) return new(null, "no column of dates, and --as-of was not given");
        var day = new DateTime(latest, DateTimeKind.Unspecified).Date.AddDays(1);
        return new(day, string.Create(CultureInfo.InvariantCulture, $"the day after the latest {name}, {day.AddDays(-1):yyyy-MM-dd}"));
    }

    /// <summary>From here on a date is too far ahead of the others to be true; the end of time when none is.</summary>
    public static long Ahead(long[] ticks)
    {
        const long MostAhead = (long)(MostYearsAhead * DaysPerYear * TimeSpan.TicksPerDay);
        var (first, last) = (long.MaxValue, 0L);
        foreach (var tick in ticks)
        {
            if (tick > 0 && tick < first) first = tick;
            if (tick > last) last = tick;
        }

        // Where all lie that near together, none is far ahead of others.
        if (last <= first || last - first <= MostAhead) return DateTime.MaxValue.Ticks;
        long[] known = [.. ticks.Where(t => t > 0)];
        if (known.Length < 20) return DateTime.MaxValue.Ticks;
        Array.Sort(known);
        return known[(int)(known.Length * 0.99) - 1] + MostAhead;
    }

    private static long Latest(long[] ticks)
    {
        var (ahead, latest) = (Ahead(ticks), 0L);
        foreach (var tick in ticks)
        {
            if (tick <= ahead) latest = Math.Max(latest, tick);
        }

        return latest;
    }
}
