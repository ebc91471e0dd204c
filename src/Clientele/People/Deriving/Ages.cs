using System.Globalization;
using Clientele.Customers;
using Clientele.People.Reading;

namespace Clientele.People.Deriving;

/// <summary>Years and days of birth become ages at the as-of day, in the same place of the table.</summary>
internal static class Ages
{
    public static void Apply(Roster roster, DateTime? asOf)
    {
        for (var q = 0; q < roster.Columns.Count; q++)
        {
            var old = roster.Columns[q];
            if (old.Note.Part != ColumnPart.Age || (old.Column.Kind != ColumnKind.Date && old.Column.Unit != "year")) continue;
            if (asOf is not { } day)
            {
                roster.Book.Find("people.no-as-of", $"{old.Name} stays a year or day of birth: no date in the table says when the ages count. Say --as-of 2024-12-31 to have ages.", 0);
                continue;
            }

            if (old.Note.ShortYears) old = Earlier(roster, old, day);
            var name = roster.IndexOf("Age") < 0 && !roster.Columns.Exists(c => string.Equals(c.Name, "age", StringComparison.OrdinalIgnoreCase)) ? "Age" : old.Name + "_age";
            var ages = new double[roster.Count];
            for (var row = 0; row < ages.Length; row++) ages[row] = old.Column.Kind == ColumnKind.Date ? Years(old.Column.Ticks[row], day) : day.Year - old.Column.Numbers[row];
            var expression = $"years({Expressions.Expression.Quote(old.Name)})";
            var meaning = string.Create(CultureInfo.InvariantCulture, $"Age in years on {day:yyyy-MM-dd}{(old.Column.Kind == ColumnKind.Date ? "" : " at the end of that year")}{(old.Column.Meaning.Length > 0 ? $"; from: {old.Column.Meaning}" : "")}");
            roster.Hidden.Add(old);
            roster.Columns[q] = old with
            {
                Column = new CustomerColumn(name, "years", meaning, ColumnKind.Number) { Numbers = ages, Nature = Tables.ColumnKind.Count, Reason = $"worked out from {old.Name}" },
                Note = old.Note with { Expression = $"{Expressions.Expression.Quote(name)} = {expression}" },
            };
        }
    }

    // Nobody is born after the as-of day: 1/2/35 is 1935 there.
    private static RosterColumn Earlier(Roster roster, RosterColumn born, DateTime asOf)
    {
        var (ticks, moved) = ((long[])born.Column.Ticks.Clone(), 0L);
        for (var row = 0; row < ticks.Length; row++)
        {
            if (ticks[row] <= asOf.Ticks) continue;
            ticks[row] = new DateTime(ticks[row], DateTimeKind.Unspecified).AddYears(-100).Ticks;
            moved++;
        }

        if (moved == 0) return born;
        roster.Book.Find("people.short-years", $"{born.Name}: {PeopleProblems.Count(moved, "day")} of birth with a year of two digits would lie after the as-of day, so {(moved == 1 ? "it is" : "they are")} taken a hundred years earlier.", moved);
        return born with { Column = born.Column with { Ticks = ticks } };
    }

    /// <summary>Birthdays between two days; NaN where nothing is known.</summary>
    public static double Years(long born, DateTime day)
    {
        if (born == 0) return double.NaN;
        var from = new DateTime(born, DateTimeKind.Unspecified);
        var years = day.Year - from.Year;
        return (day.Month, day.Day).CompareTo((from.Month, from.Day)) < 0 ? years - 1 : years;
    }
}
