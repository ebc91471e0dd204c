using Clientele.Reports.Writing;

namespace Clientele.Handover.Star.Sheets;

/// <summary>Cells that several files of the star have.</summary>
internal static class StarCells
{
    private static readonly Int128 s_fourDecimals = Money.Pow10(Money.Scale - 4);

    /// <summary>Far below what a fixed decimal of Power BI holds, so that sums fit, too.</summary>
    private static readonly Money s_most = Money.Of(90_000_000_000_000, 0);

    /// <summary>Fixed when every amount, and whatever they add up to, has all its digits in four decimals.</summary>
    public static StarType TypeOf(params ReadOnlySpan<Money[]> amounts)
    {
        var sum = Money.Zero;
        foreach (var some in amounts)
        {
            foreach (ref readonly var amount in some.AsSpan())
            {
                if (amount.Units % s_fourDecimals != 0) return StarType.Number;
                sum += amount.Sign < 0 ? -amount : amount;
                if (sum.CompareTo(s_most) > 0) return StarType.Number;
            }
        }

        return StarType.Fixed;
    }

    public static void Header(this Utf8Text text, StarTable table)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (i > 0) text.Byte((byte)',');
            text.Cell(table.Columns[i].Name);
        }

        text.Byte((byte)'\n');
    }

    /// <summary>Millionths as a number with as many decimals as it needs.</summary>
    public static void Millionths(this Utf8Text text, long units)
    {
        if (units < 0) text.Byte((byte)'-');
        var size = units < 0 ? 0UL - (ulong)units : (ulong)units;
        text.Unsigned(size / 1_000_000);
        var rest = (int)(size % 1_000_000);
        if (rest == 0) return;
        text.Byte((byte)'.');
        for (var place = 100_000; rest > 0; place /= 10)
        {
            text.Byte((byte)('0' + (rest / place)));
            rest %= place;
        }
    }

    /// <summary><c>08:26:00</c>.</summary>
    public static void Time(this Utf8Text text, long ticks)
    {
        var second = (int)(ticks / TimeSpan.TicksPerSecond % 86_400);
        Two(text, second / 3600);
        text.Byte((byte)':');
        Two(text, second / 60 % 60);
        text.Byte((byte)':');
        Two(text, second % 60);
    }

    public static void Two(this Utf8Text text, int value)
    {
        text.Byte((byte)('0' + (value / 10)));
        text.Byte((byte)('0' + (value % 10)));
    }

    /// <summary>Whether every number that is there is whole and exact as a whole number.</summary>
    public static bool AllWhole(double[] numbers)
    {
        foreach (var number in numbers)
        {
            if (!double.IsNaN(number) && !(Math.Abs(number) < 1e15 && Math.Floor(number) == number)) return false;
        }

        return true;
    }
}
