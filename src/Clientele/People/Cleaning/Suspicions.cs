using System.Globalization;
using Clientele.Customers;
using Clientele.Numerics.Statistics;
using Clientele.People.Deriving;
using Clientele.People.Reading;

namespace Clientele.People.Cleaning;

/// <summary>A value that cannot be, or hardly.</summary>
/// <param name="Row">Where.</param>
/// <param name="Kind">What is wrong with all values of its kind.</param>
/// <param name="Reason">What is wrong with this one.</param>
internal sealed record Suspicion(int Row, string Kind, string Reason);

/// <summary>Looks for values that cannot be, or hardly, by what the column tells.</summary>
internal static class Suspicions
{
    /// <summary>One in millions becomes older; the oldest person on record died at 122.</summary>
    private const double OldestAge = 110;

    private const double MostChildren = 20;

    /// <summary>So many times the quartile range above the upper quartile is far outside.</summary>
    private const double FarOutside = 3;

    private const double RareShare = 0.01;
    private const double LeastRepeated = 1111;

    private static readonly HashSet<string> s_placeholders = new(StringComparer.Ordinal) { "test", "tests", "xxx", "xx", "asdf", "qwerty", "dummy", "abc", "tbd", "todo", "foo", "bar", "placeholder" };

    public static IReadOnlyList<Suspicion> In(RosterColumn column, DateTime? asOf)
    {
        var found = new List<Suspicion>();
        switch (column.Column.Kind)
        {
            case ColumnKind.Date: Dates(column, asOf, found); break;
            case ColumnKind.Text when column.Column.Nature is Tables.ColumnKind.Category: Categories(column, found); break;
            case ColumnKind.Number when column.Column.Nature is Tables.ColumnKind.Amount or Tables.ColumnKind.Count or Tables.ColumnKind.Ordinal: Numbers(column, found); break;
        }

        return found;
    }

    private static void Numbers(RosterColumn column, List<Suspicion> found)
    {
        var (values, taken) = (column.Column.Numbers, new HashSet<int>());
        var (least, most) = Range(values);
        if (column.Note.Part == ColumnPart.Age && column.Column.Unit == "years")
        {
            Where(v => v > OldestAge, "older than 110 years", v => $"{Text(v)} years old");
            Where(v => v < 0, "born after the as-of day", v => $"{Text(v)} years old");
        }

        if (column.Note.Part == ColumnPart.Age && column.Column.Unit == "year") Where(v => v is < 1900 or > 2200, "no year of birth of a living person", v => $"born {Text(v)}");
        if (column.Note.Part == ColumnPart.Household) Where(v => v > MostChildren, "more than 20 in a household", v => Text(v));
        if (column.Note.Part is ColumnPart.Age or ColumnPart.Household or ColumnPart.Income or ColumnPart.Spend or ColumnPart.Channel or ColumnPart.Deals) Where(v => v < 0, "less than 0", v => $"{Text(v)} is less than 0");
        if (column.Note.Range is var (from, to)) Where(v => v < from || v > to, $"outside {Text(from)} to {Text(to)}, which its header allows", v => Text(v));
        if (column.Column.Unit == "%") Where(v => v > 100, "more than 100 %", v => $"{Text(v)} %");
        Placeholders();

        // Bounds alone are asked for: where neither end is wrong, nothing between them is.
        void Where(Func<double, bool> wrong, string kind, Func<double, string> reason)
        {
            if (wrong(least) || wrong(most)) Each(wrong, kind, reason);
        }

        void Each(Func<double, bool> wrong, string kind, Func<double, string> reason)
        {
            for (var row = 0; row < values.Length; row++)
            {
                if (!double.IsNaN(values[row]) && wrong(values[row]) && taken.Add(row)) found.Add(new(row, kind, reason(values[row])));
            }
        }

        void Placeholders()
        {
            if (!HasRepeatedDigit(values)) return;
            double[] known = [.. values.Where(v => !double.IsNaN(v))];
            var quartiles = Quantile.Type7(known, [0.25, 0.75]);
            var fence = quartiles[1] + (FarOutside * (quartiles[1] - quartiles[0]));
            Each(v => v > fence && IsRepeatedDigit(v), "one digit repeated and far above the others: a placeholder?", v => $"{Text(v)} repeats one digit; three in four values are at most {Text(quartiles[1])}");
        }
    }

    private static (double Least, double Most) Range(double[] values)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (value < least) least = value;
            if (value > most) most = value;
        }

        // Without a value nothing is wrong.
        return least <= most ? (least, most) : (double.NaN, double.NaN);
    }

    // Most columns have no number that large, which a plain loop finds soonest.
    private static bool HasRepeatedDigit(double[] values)
    {
        foreach (var value in values)
        {
            if (value >= LeastRepeated && IsRepeatedDigit(value)) return true;
        }

        return false;
    }

    // 6666 and more: at least four equal digits and nothing else; cents may be 0.
    private static bool IsRepeatedDigit(double value)
    {
        if (!(value is >= LeastRepeated and < 1e15) || value != Math.Floor(value)) return false;
        var (rest, digit) = ((long)value / 10, (long)value % 10);
        if (digit == 0) return false;
        for (; rest > 0; rest /= 10)
        {
            if (rest % 10 != digit) return false;
        }

        return true;
    }

    private static void Dates(RosterColumn column, DateTime? asOf, List<Suspicion> found)
    {
        var ticks = column.Column.Ticks;
        var ahead = column.Note.Part == ColumnPart.Age ? long.MaxValue : AsOfDay.Ahead(ticks);
        for (var row = 0; row < ticks.Length; row++)
        {
            if (ticks[row] == 0) continue;
            if (ticks[row] > ahead) found.Add(new(row, "more than 5 years after nearly all others", $"{Cell.Text(column.Column, row)} is far ahead of the others"));
            else if (asOf is { } day && ticks[row] > day.Ticks) found.Add(new(row, "after the as-of day", string.Create(CultureInfo.InvariantCulture, $"{Cell.Text(column.Column, row)} is after {day:yyyy-MM-dd}")));
        }
    }

    private static void Categories(RosterColumn column, List<Suspicion> found)
    {
        var odd = new Dictionary<string, (string Kind, string Reason)>(StringComparer.Ordinal);
        foreach (var level in column.Column.Levels)
        {
            var rare = column.Column.Coded.Count(level) < RareShare * column.Column.Texts.Length;
            var folded = Tables.Table.Folded(level, gaps: false);
            if (column.Note.Part == ColumnPart.Partner && rare && !MaritalWords.IsKnown(level)) odd.Add(level, ("rare, and no word for marital status", $"'{level}' is no word for marital status"));
            else if (rare && s_placeholders.Contains(folded)) odd.Add(level, ("rare, and a placeholder", $"'{level}' looks like a placeholder"));
        }

        if (odd.Count == 0) return;
        var coded = column.Column.Coded;
        for (var row = 0; row < coded.Codes.Length; row++)
        {
            if (odd.TryGetValue(coded.Words[coded.Codes[row]], out var why)) found.Add(new(row, why.Kind, why.Reason));
        }
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
