using System.Globalization;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Sales.Layouts;

public sealed class DateParserTests
{
    [Theory]
    [InlineData("2011-12-09", "2011-12-09T00:00:00.0000000")]
    [InlineData("2011/12/9", "2011-12-09T00:00:00.0000000")]
    [InlineData("2011.12.09", "2011-12-09T00:00:00.0000000")]
    [InlineData("20111209", "2011-12-09T00:00:00.0000000")]
    [InlineData("20111209084100", "2011-12-09T08:41:00.0000000")]
    [InlineData("20111209T084100", "2011-12-09T08:41:00.0000000")]
    [InlineData("2011-12-09 08:41", "2011-12-09T08:41:00.0000000")]
    [InlineData("2011-12-09T08:41:05", "2011-12-09T08:41:05.0000000")]
    [InlineData("2011-12-09T08:41:05.123", "2011-12-09T08:41:05.1230000")]
    [InlineData("2011-12-09T08:41:05.123456789", "2011-12-09T08:41:05.1234567")]
    [InlineData("2011-12-09 08:41:05,5", "2011-12-09T08:41:05.5000000")]
    [InlineData("2011-12-09T08:41:05Z", "2011-12-09T08:41:05.0000000")]
    [InlineData("2019-10-01 00:00:00 UTC", "2019-10-01T00:00:00.0000000")]
    [InlineData("2011-12-09T08:41:05+05:45", "2011-12-09T02:56:05.0000000")]
    [InlineData("2011-12-09T22:41:05-0330", "2011-12-10T02:11:05.0000000")]
    [InlineData("2011-12-09T08:41:05+02", "2011-12-09T06:41:05.0000000")]
    [InlineData("2011-12-09 24:00:00", "2011-12-10T00:00:00.0000000")]
    [InlineData("9-Dec-2011", "2011-12-09T00:00:00.0000000")]
    [InlineData("9. Dezember 2011", "2011-12-09T00:00:00.0000000")]
    [InlineData("3 März 2011", "2011-03-03T00:00:00.0000000")]
    [InlineData("9 déc. 2011", "2011-12-09T00:00:00.0000000")]
    [InlineData("1 août 2011", "2011-08-01T00:00:00.0000000")]
    [InlineData("9 de diciembre de 2011", "2011-12-09T00:00:00.0000000")]
    [InlineData("9 gennaio 2011", "2011-01-09T00:00:00.0000000")]
    [InlineData("9 mrt 2011", "2011-03-09T00:00:00.0000000")]
    [InlineData("9 de março de 2011", "2011-03-09T00:00:00.0000000")]
    [InlineData("Dec 9, 2011", "2011-12-09T00:00:00.0000000")]
    [InlineData("DECEMBER 9, 2011 1:05 PM", "2011-12-09T13:05:00.0000000")]
    [InlineData("2011-Dec-09", "2011-12-09T00:00:00.0000000")]
    [InlineData("09/Dec/11", "2011-12-09T00:00:00.0000000")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000")]
    public void One_reading_in_every_notation(string text, string expected)
    {
        foreach (var order in new[] { DateOrder.YearMonthDay, DateOrder.DayMonthYear, DateOrder.MonthDayYear })
        {
            Assert.Equal(expected, Parse(text, new(order), out var evidence));
            Assert.Equal(0, evidence.AmbiguousOrderDates);
        }
    }

    [Theory]
    [InlineData("09/12/2011", "2011-12-09", "2011-09-12")]
    [InlineData("9.12.2011", "2011-12-09", "2011-09-12")]
    [InlineData("9-12-2011", "2011-12-09", "2011-09-12")]
    [InlineData("9 12 2011", "2011-12-09", "2011-09-12")]
    [InlineData("9. 12. 2011", "2011-12-09", "2011-09-12")]
    [InlineData("16/6/14", "2014-06-16", null)]
    [InlineData("6/16/14", null, "2014-06-16")]
    [InlineData("1/1/68", "2068-01-01", "2068-01-01")]
    [InlineData("1/1/69", "1969-01-01", "1969-01-01")]
    [InlineData("31/12/99", "1999-12-31", null)]
    public void Order_decides(string text, string? dayFirst, string? monthFirst)
    {
        Assert.Equal(dayFirst, Parse(text, new(DateOrder.DayMonthYear), out _)?[..10]);
        Assert.Equal(monthFirst, Parse(text, new(DateOrder.MonthDayYear), out _)?[..10]);
        Assert.Null(Parse(text.Length > 8 ? text : "9/12/2011", new(DateOrder.YearMonthDay), out _));
    }

    [Theory]
    [InlineData("8/5/2023 0:00", "2023-05-08T00:00")]
    [InlineData("8/5/2023 12:00 AM", "2023-05-08T00:00")]
    [InlineData("8/5/2023 12:30 pm", "2023-05-08T12:30")]
    [InlineData("8/5/2023 1:05PM", "2023-05-08T13:05")]
    [InlineData("8/5/2023, 1:05 p.m.", "2023-05-08T13:05")]
    [InlineData("8/5/2023 23:59:59", "2023-05-08T23:59")]
    [InlineData("31/12/2023 24:00", "2024-01-01T00:00")]
    public void Times_of_day(string text, string expected) =>
        Assert.Equal(expected, Parse(text, new(DateOrder.DayMonthYear), out _)?[..16]);

    [Theory]
    [InlineData("")]
    [InlineData("free")]
    [InlineData("2023-02-29")]
    [InlineData("31.04.2023")]
    [InlineData("2024-02-30")]
    [InlineData("00/00/0000")]
    [InlineData("2023-13-01")]
    [InlineData("13/13/2023")]
    [InlineData("2011-12-09T08:41:60")]
    [InlineData("2011-12-09T08:60:00")]
    [InlineData("2011-12-09T25:00:00")]
    [InlineData("2011-12-09T24:00:01")]
    [InlineData("2011-12-09 13:00 PM")]
    [InlineData("2011-12-09 0:10 AM")]
    [InlineData("2011-W49-5")]
    [InlineData("2011W495")]
    [InlineData("2011-343")]
    [InlineData("2011343")]
    [InlineData("2567-01-05")]
    [InlineData("5/1/2567")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2011-12-09 08:41 EST")]
    [InlineData("2011-12-09 08:41+15:00")]
    [InlineData("2011-12-09T08:41:00 tomorrow")]
    [InlineData("2011-12/09")]
    [InlineData("9/12-2011")]
    [InlineData("9/12/201")]
    [InlineData("44927")]
    [InlineData("1291190760")]
    [InlineData("12.05")]
    [InlineData("9 Foo 2011")]
    public void Refuses(string text)
    {
        foreach (var order in new[] { DateOrder.YearMonthDay, DateOrder.DayMonthYear, DateOrder.MonthDayYear }) Assert.Null(Parse(text, new(order), out _));
    }

    [Theory]
    [InlineData("13/1/2020", 1, 0, 1)]
    [InlineData("1/13/2020", 0, 1, 1)]
    [InlineData("1/12/2020", 0, 0, 1)]
    [InlineData("6/16/14", 0, 1, 1)]
    [InlineData("31/2/2020", 0, 0, 0)]
    [InlineData("2/30/2020", 0, 0, 0)]
    [InlineData("13/13/2020", 0, 0, 0)]
    [InlineData("2020-01-13", 0, 0, 0)]
    [InlineData("13 Jan 2020", 0, 0, 0)]
    [InlineData("free", 0, 0, 0)]
    public void Counts_what_a_date_proves(string text, int first, int second, int all)
    {
        foreach (var order in new[] { DateOrder.DayMonthYear, DateOrder.MonthDayYear, DateOrder.YearMonthDay })
        {
            Parse(text, new(order), out var evidence);
            Assert.Equal((first, second, all), (evidence.FirstAbove12, evidence.SecondAbove12, evidence.AmbiguousOrderDates));
        }
    }

    [Theory]
    [InlineData("1", "1900-01-01T00:00:00")]
    [InlineData("59", "1900-02-28T00:00:00")]
    [InlineData("61", "1900-03-01T00:00:00")]
    [InlineData("44927", "2023-01-01T00:00:00")]
    [InlineData("44927.5", "2023-01-01T12:00:00")]
    [InlineData("40513.351388888889", "2010-12-01T08:26:00")]
    [InlineData("2958465", "9999-12-31T00:00:00")]
    [InlineData("0", null)]
    [InlineData("0.5", null)]
    [InlineData("60", null)]
    [InlineData("60.25", null)]
    [InlineData("-1", null)]
    [InlineData("2958466", null)]
    [InlineData("20111209", null)]
    [InlineData("2011-12-09", "2011-12-09T00:00:00")]
    [InlineData("9/12/2011", null)]
    public void Spreadsheet_serials(string text, string? expected) => Assert.Equal(expected, Parse(text, new(DateOrder.ExcelSerial), out _)?[..19]);

    [Theory]
    [InlineData("43465", "2023-01-01T00:00:00")]
    [InlineData("1", "1904-01-02T00:00:00")]
    [InlineData("2957003", "9999-12-31T00:00:00")]
    [InlineData("2957004", null)]
    [InlineData("0", null)]
    public void Spreadsheet_serials_from_1904(string text, string? expected) =>
        Assert.Equal(expected, Parse(text, new(DateOrder.ExcelSerial1904), out _)?[..19]);

    [Fact]
    public void Zoned_dates_are_shown_at_the_offset_of_the_notation()
    {
        Assert.Equal("2011-12-10T01:30:00", Parse("2011-12-09T23:30:00Z", new(DateOrder.YearMonthDay, 120), out _)?[..19]);
        Assert.Equal("2011-12-09T23:30:00", Parse("2011-12-09T23:30:00", new(DateOrder.YearMonthDay, 120), out _)?[..19]);
    }

    [Theory]
    [InlineData("8:05", 8 * 60 + 5)]
    [InlineData("08:05:00", 8 * 60 + 5)]
    [InlineData("1:05 PM", 13 * 60 + 5)]
    [InlineData("24:00", 24 * 60)]
    [InlineData("0805", 8 * 60 + 5)]
    public void Times_alone(string text, int minutes)
    {
        Assert.True(DateParser.TryParseTime(Encoding.UTF8.GetBytes(text), out var ticks));
        Assert.Equal(minutes * TimeSpan.TicksPerMinute, ticks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("8:5")]
    [InlineData("8:05:60")]
    [InlineData("25:00")]
    [InlineData("8:05Z")]
    public void Times_alone_refused(string text) => Assert.False(DateParser.TryParseTime(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Reading_what_was_written_gives_it_back_in_every_notation()
    {
        string[] days = ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "dd.MM.yyyy", "d/M/yyyy", "M/d/yyyy", "MM-dd-yyyy", "d-MMM-yyyy", "MMM d, yyyy", "d MMMM yyyy", "dd/MM/yy", "M/d/yy"];
        string[] times = ["", " HH:mm", " HH:mm:ss", "THH:mm:ss.fff", " h:mm tt", " h:mm:ss tt"];
        var cases = from seconds in Gen.Choose(0, int.MaxValue)
                    from day in Gen.Elements(days)
                    from time in Gen.Elements(times)
                    select (Moment: new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(seconds), day, time);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var format = c.day + c.time;
            var text = c.Moment.ToString(format, CultureInfo.InvariantCulture);
            var order = c.day.StartsWith('y') ? DateOrder.YearMonthDay : c.day.StartsWith('d') ? DateOrder.DayMonthYear : DateOrder.MonthDayYear;
            var expected = DateTime.ParseExact(text, format, CultureInfo.InvariantCulture);
            LayoutEvidence evidence = default;
            Assert.True(DateParser.TryParse(Encoding.UTF8.GetBytes(text), new(order), out var ticks, ref evidence), text);
            Assert.Equal(expected, new DateTime(ticks, DateTimeKind.Unspecified));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_bytes_are_accepted_or_refused()
    {
        var alphabet = "0123456789012345678901234567890123456789/.-: TZ+,apmDecé\u00A0"u8.ToArray();
        Prop.ForAll(Gen.Elements(alphabet).ArrayOf().ToArbitrary(), b =>
        {
            LayoutEvidence evidence = default;
            foreach (var order in Enum.GetValues<DateOrder>())
            {
                if (DateParser.TryParse(b, new(order, -210), out var ticks, ref evidence)) Assert.InRange(ticks, 0, DateTime.MaxValue.Ticks);
            }

            if (DateParser.TryParseTime(b, out var time)) Assert.InRange(time, 0, TimeSpan.TicksPerDay);
        }).Check(Cases.Of(3000));
    }

    private static string? Parse(string text, DateNotation notation, out LayoutEvidence evidence)
    {
        evidence = default;
        return DateParser.TryParse(Encoding.UTF8.GetBytes(text), notation, out var ticks, ref evidence)
            ? new DateTime(ticks, DateTimeKind.Unspecified).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)
            : null;
    }
}
