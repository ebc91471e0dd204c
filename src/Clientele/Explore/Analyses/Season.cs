using Clientele.Numerics.Statistics;

namespace Clientele.Explore.Analyses;

/// <summary>Trend and season apart, by classical decomposition: weekdays in days, months in years.</summary>
/// <remarks>[KS83]. Days without a sale count as 0: the shop was closed. Months without one are holes and left out of the means.</remarks>
internal static class Season
{
    private const int Week = 7;
    private const int LeastWeeks = 4;
    private const int Year = 12;

    private static readonly string[] s_weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] s_months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static Choice<Analysis> Choice { get; } = new("season", "Trend and season apart: the pattern of the week, and of the year from two years on.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        var calendar = data.Calendar;
        if (calendar.Days < LeastWeeks * Week) return new ExploreResult(Choice.Name) { CannotTell = $"A pattern of the week needs {LeastWeeks * Week} days; these sales cover {calendar.Days}." };
        var result = new ExploreResult(Choice.Name);
        var measure = data.Known.Money ? "money" : "orders";
        var table = new Table(result, measure);
        var (days, months) = (new double[calendar.Days], new double[calendar.Months]);
        var sold = new bool[calendar.Months];
        for (var o = 0; o < data.Sold.Count; o++)
        {
            var value = data.Known.Money ? data.Sold.Money[o].ToDouble() : 1;
            days[data.Sold.Days[o] - calendar.FirstDay] += value;
            months[calendar.Month(data.Sold.Days[o]) - calendar.FirstMonth] += value;
            sold[calendar.Month(data.Sold.Days[o]) - calendar.FirstMonth] = true;
        }

        for (var o = 0; o < data.Returned.Count && data.Known.Money; o++)
        {
            if (!data.Books(o)) continue;
            days[data.BookedDay(o) - calendar.FirstDay] += data.Returned.Money[o].ToDouble();
            months[calendar.Month(data.BookedDay(o)) - calendar.FirstMonth] += data.Returned.Money[o].ToDouble();
        }

        var week = ClassicalDecomposition.Of(days, Week);
        for (var i = 0; i < days.Length; i++) table.Row("day", SalesCalendar.DayText(calendar.FirstDay + i), days[i], week, i, Week);
        Pattern(result, "weekday", week, calendar.FirstDay % Week, Mean(days), s_weekdays);
        Years(result, table, calendar, months, sold);
        result.Text("method", "How the series was taken apart.", "classical additive decomposition: centred moving average over one period, mean distance per place [KS83]");
        return result;
    }

    private static void Years(ExploreResult result, Table table, SalesCalendar calendar, double[] months, bool[] sold)
    {
        var (from, to) = (0, months.Length);
        while (from < to && !calendar.CoversMonth(calendar.FirstMonth + from)) from++;
        while (to > from && !calendar.CoversMonth(calendar.FirstMonth + to - 1)) to--;
        var whole = new double[to - from];
        for (var i = 0; i < whole.Length; i++) whole[i] = sold[from + i] ? months[from + i] : double.NaN;
        if (whole.Length < 2 * Year)
        {
            result.Note($"There are {whole.Length} whole months: a pattern of the year can be told from growth from 24 on.");
            return;
        }

        var first = calendar.FirstMonth + from;
        var year = ClassicalDecomposition.Of(whole, Year);
        for (var i = 0; i < whole.Length; i++) table.Row("month", SalesCalendar.MonthText(first + i), whole[i], year, i, Year);
        Pattern(result, "month", year, first % Year, Mean(whole), s_months);
    }

    /// <summary>The strongest and the weakest place in the period, as shares of the mean.</summary>
    private static void Pattern(ExploreResult result, string what, ClassicalDecomposition parts, int firstPlace, double mean, string[] names)
    {
        var (best, worst) = (0, 0);
        for (var i = 1; i < names.Length; i++)
        {
            if (parts.Season[i] > parts.Season[best]) best = i;
            if (parts.Season[i] < parts.Season[worst]) worst = i;
        }

        result.Text($"best_{what}", $"The strongest {what}.", names[(firstPlace + best) % names.Length]);
        result.Number($"best_{what}_season", "Its distance from the trend, as a share of the mean.", Rates.Share(parts.Season[best], mean));
        result.Text($"worst_{what}", $"The weakest {what}.", names[(firstPlace + worst) % names.Length]);
        result.Number($"worst_{what}_season", "Its distance from the trend, as a share of the mean.", Rates.Share(parts.Season[worst], mean));
        var (first, last) = (double.NaN, double.NaN);
        foreach (var trend in parts.Trend)
        {
            if (!double.IsFinite(trend)) continue;
            if (double.IsNaN(first)) first = trend;
            last = trend;
        }

        result.Number(what == "month" ? "trend_of_months" : "trend_of_days", "Last value of the trend over its first, less 1.", Rates.Share(last - first, first));
    }

    private static double Mean(double[] values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            sum += value;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private sealed class Table(ExploreResult result, string measure)
    {
        private readonly ExploreColumn _grain = result.New("grain", "day (season: weekdays) or month (season: months; whole months only).", ExploreKind.Text);
        private readonly ExploreColumn _period = result.New("period", "The day or month.", ExploreKind.Text);
        private readonly ExploreColumn _value = result.New(measure, "What was sold; empty in a month without a sale.", ExploreKind.Number);
        private readonly ExploreColumn _trend = result.New("trend", "Centred moving average over one week or year; empty for half of it at either end.", ExploreKind.Number);
        private readonly ExploreColumn _season = result.New("season", "Mean distance from the trend of that weekday or month; sums to 0 over the week or year.", ExploreKind.Number);
        private readonly ExploreColumn _rest = result.New("rest", "What trend and season leave.", ExploreKind.Number);

        public void Row(string grain, string period, double value, ClassicalDecomposition parts, int at, int length)
        {
            _grain.Add(grain);
            _period.Add(period);
            _value.Add(value);
            _trend.Add(parts.Trend[at]);
            _season.Add(parts.Season[at % length]);
            _rest.Add(parts.Rest[at]);
        }
    }
}
