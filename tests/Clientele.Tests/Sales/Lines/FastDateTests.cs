using System.Globalization;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Tests.Sales.Lines;

/// <summary>Where the fast date answers, the thorough one gives the same instant and the same evidence.</summary>
public sealed class FastDateTests
{
    private static readonly string[] s_forms =
        ["yyyy-MM-dd", "yyyy/MM/dd HH:mm:ss", "yyyy.MM.dd H:mm", "yyyy-MM-ddTHH:mm:ss", "d/M/yyyy", "dd.MM.yyyy HH:mm", "M/d/yyyy H:mm", "MM-dd-yyyy H:mm:ss", "yyyyMMdd", "d MMM yyyy"];

    [Theory]
    [InlineData(DateOrder.YearMonthDay)]
    [InlineData(DateOrder.DayMonthYear)]
    [InlineData(DateOrder.MonthDayYear)]
    public void Agrees_with_the_thorough_parser(DateOrder order)
    {
        var chance = new Random((int)order);
        var answered = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var date = new DateTime(chance.Next(1850, 2250), 1, 1).AddDays(chance.Next(365)).AddSeconds(chance.Next(86_400));
            var text = Encoding.ASCII.GetBytes(date.ToString(s_forms[chance.Next(s_forms.Length)], CultureInfo.InvariantCulture));
            for (var changes = chance.Next(3); changes > 0; changes--) text[chance.Next(text.Length)] = (byte)"0123456789/.-: T"[chance.Next(16)];
            answered += Check(text, order) ? 1 : 0;
        }

        Assert.True(answered > 5_000, $"{answered} answers prove too little.");
    }

    [Fact]
    public void Every_day_of_the_calendar_and_no_other()
    {
        for (var year = 1895; year <= 2205; year++)
        {
            for (var month = 0; month <= 13; month++)
            {
                for (var day = 0; day <= 32; day += day is > 3 and < 27 ? 23 : 1)
                {
                    var text = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"));
                    LayoutEvidence evidence = default;
                    var fast = FastDate.TryParse(ref text[0], text.Length, DateOrder.YearMonthDay, out var ticks, ref evidence);
                    var thorough = DateParser.TryParse(text, new DateNotation(DateOrder.YearMonthDay), out var expected, ref evidence);
                    Assert.True((fast, fast ? ticks : 0) == (thorough, thorough ? expected : 0), Encoding.ASCII.GetString(text));
                }
            }
        }
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("1899-12-31 00:00:00")]
    [InlineData("2200-01-01")]
    [InlineData("31/12/9999")]
    [InlineData("12/31/9999 23:59")]
    public void Placeholders_are_no_dates(string text)
    {
        foreach (var order in new[] { DateOrder.YearMonthDay, DateOrder.DayMonthYear, DateOrder.MonthDayYear })
        {
            LayoutEvidence evidence = default;
            Assert.False(FastDate.TryParse(ref Encoding.ASCII.GetBytes(text)[0], text.Length, order, out _, ref evidence));
            Assert.Equal(0, evidence.AmbiguousOrderDates);
        }
    }

    private static bool Check(byte[] text, DateOrder order)
    {
        LayoutEvidence evidence = default, expected = default;
        if (!FastDate.TryParse(ref text[0], text.Length, order, out var ticks, ref evidence)) return false;
        var shown = Encoding.ASCII.GetString(text);
        Assert.True(DateParser.TryParse(text, new DateNotation(order), out var thorough, ref expected), $"'{shown}' is no date in order {order}");
        Assert.True(thorough == ticks, $"'{shown}': {new DateTime(ticks)}, not {new DateTime(thorough)}");
        Assert.Equal(
            (shown, expected.AmbiguousOrderDates, expected.FirstAbove12, expected.SecondAbove12),
            (shown, evidence.AmbiguousOrderDates, evidence.FirstAbove12, evidence.SecondAbove12));
        return true;
    }
}
