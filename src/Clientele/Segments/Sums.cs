namespace Clientele.Segments;

/// <summary>Sums of doubles that lose no digit to the length of the column (Neumaier).</summary>
internal static class Sums
{
    public static double Of(ReadOnlySpan<double> values)
    {
        var (sum, lost) = (0.0, 0.0);
        foreach (var value in values)
        {
            Add(ref sum, ref lost, value);
        }

        return sum + lost;
    }

    /// <summary>One more value; the sum so far is that of both parts.</summary>
    public static void Add(ref double sum, ref double lost, double value)
    {
        var next = sum + value;
        lost += Math.Abs(sum) >= Math.Abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }
}
