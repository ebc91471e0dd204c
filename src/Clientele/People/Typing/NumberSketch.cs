namespace Clientele.People.Typing;

/// <summary>A column of numbers at a glance.</summary>
/// <param name="Count">Values that are there.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="Whole">All are whole numbers.</param>
/// <param name="Different">No value comes twice; only looked at where the range equals the count.</param>
internal sealed record NumberSketch(long Count, double Least, double Most, bool Whole, bool Different)
{
    /// <summary>Fewer rows may count up by chance.</summary>
    private const int LeastRun = 10;

    public static NumberSketch Of(double[] values)
    {
        var (count, least, most, whole) = (0L, double.PositiveInfinity, double.NegativeInfinity, true);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            count++;
            least = Math.Min(least, value);
            most = Math.Max(most, value);
            whole &= Math.Floor(value) == value;
        }

        return new(count, least, most, whole, whole && count >= LeastRun && most - least + 1 == count && AllDiffer(values, least, count));
    }

    /// <summary>1 … n or 0 … n − 1 in any order.</summary>
    public bool CountsRows(int rows) => Different && Count == rows && Least is 0 or 1;

    private static bool AllDiffer(double[] values, double least, long count)
    {
        var seen = new System.Collections.BitArray((int)count);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            if (seen[(int)(value - least)]) return false;
            seen[(int)(value - least)] = true;
        }

        return true;
    }
}
