using System.Globalization;
using Clientele.Explore;

namespace Clientele.Tests.Explore;

/// <summary>Periods as they are typed, and those that are chosen without an option.</summary>
public sealed class PeriodPairTests
{
    [Theory]
    [InlineData("2011-03..2011-05,2011-06..2011-08", "2011-03..2011-05", "2011-06..2011-08", 92, 92)]
    [InlineData("2011-02,2012-02", "2011-02", "2012-02", 28, 29)]
    [InlineData("2011-03-05..2011-03-11, 2011-03-12..2011-03-18", "2011-03-05..2011-03-11", "2011-03-12..2011-03-18", 7, 7)]
    [InlineData("2011-06,2011-03", "2011-06", "2011-03", 30, 31)]
    public void Typed(string text, string before, string after, int days, int daysAfter)
    {
        var pair = PeriodPair.Parse(text);
        Assert.Equal((before, after), (PeriodPair.Show(pair.Before, pair.BeforeEnd), PeriodPair.Show(pair.After, pair.AfterEnd)));
        Assert.Equal((days, daysAfter), (pair.BeforeEnd - pair.Before + 1, pair.AfterEnd - pair.After + 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2011-03")]
    [InlineData("2011-03,2011-13")]
    [InlineData("2011-03,2011-02-29")]
    [InlineData("2011-03..2011-01,2011-05")]
    [InlineData("2011-03..2011-05,2011-05..2011-08")]
    [InlineData("2011/03,2011/04")]
    [InlineData("2011-03,2011-04,2011-05")]
    [InlineData("2011-3,2011-4")]
    [InlineData("0000-01,9999-12")]
    public void What_is_no_pair_of_periods_says_what_to_type(string text) =>
        Assert.Contains("--compare", Assert.Throws<UserException>(() => PeriodPair.Parse(text)).Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData("2010-12-01", "2011-12-09", "2011-06..2011-08", "2011-09..2011-11")]
    [InlineData("2024-01-01", "2025-12-31", "2024-10..2024-12", "2025-10..2025-12")]
    [InlineData("2024-01-01", "2024-03-31", "2024-02", "2024-03")]
    [InlineData("2024-01-10", "2024-01-19", "2024-01-10..2024-01-14", "2024-01-15..2024-01-19")]
    [InlineData("2024-01-10", "2024-01-12", "2024-01-11", "2024-01-12")]
    public void Chosen(string first, string last, string before, string after)
    {
        var (from, to) = (Day(first), Day(last));
        var pair = PeriodPair.Last(new SalesCalendar([.. Enumerable.Range(from, to - from + 1)]))!;
        Assert.Equal((before, after), (PeriodPair.Show(pair.Before, pair.BeforeEnd), PeriodPair.Show(pair.After, pair.AfterEnd)));
    }

    [Fact]
    public void One_day_cannot_be_compared() => Assert.Null(PeriodPair.Last(new SalesCalendar([Day("2024-01-10")])));

    [Fact]
    public void Weeks_and_months_have_their_names()
    {
        Assert.Equal("2009-W53", SalesCalendar.WeekText(Day("2010-01-03") / 7));
        Assert.Equal("2010-W01", SalesCalendar.WeekText(Day("2010-01-04") / 7));
        Assert.Equal("0999-02", SalesCalendar.MonthText((999 * 12) + 1));
        Assert.Equal("2024-02-29", SalesCalendar.DayText(Day("2024-02-29")));
    }

    [Fact]
    public void An_edge_within_the_usual_holidays_is_whole()
    {
        int[] open = [.. Enumerable.Range(Day("2024-01-03"), 80).Where(day => day % 7 is not (5 or 6))];
        var calendar = new SalesCalendar(open);
        Assert.Equal(2, calendar.Slack);
        Assert.True(calendar.CoversMonth((2024 * 12) + 0));
        Assert.False(calendar.CoversMonth((2024 * 12) + 2));
    }

    private static int Day(string text) => SalesCalendar.DayOf(DateTime.Parse(text, CultureInfo.InvariantCulture).Ticks);
}
