using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Testing;

/// <summary>
/// Fisher's exact test of a 2 × 2 table with its margins held: the way for small counts. Probabilities are built from their ratios, without
/// factorials; costs the smallest margin, which may be 2^26.
/// </summary>
/// <remarks>[Fis25]. Two-sided: all tables at most as likely as this one (within 1e-7 of it), as R and scipy have it.</remarks>
public static class FisherExact
{
    private const double AsLikely = 1 + 1e-7;
    private const long MostTables = 1 << 26;

    /// <summary>Probability of a table as unlikely as (a b / c d) or more so; 1 for an empty one.</summary>
    public static double TwoSided(long a, long b, long c, long d)
    {
        var (weights, here) = Weights(a, b, c, d);
        var (sum, all) = (default(ExactSum), default(ExactSum));
        foreach (var weight in weights)
        {
            all.Add(weight);
            if (weight <= weights[here] * AsLikely) sum.Add(weight);
        }

        return Math.Min(sum.Value / all.Value, 1);
    }

    /// <summary>Probability of as large a first cell or a larger one.</summary>
    public static double Greater(long a, long b, long c, long d)
    {
        var (weights, here) = Weights(a, b, c, d);
        var (sum, all) = (default(ExactSum), default(ExactSum));
        for (var i = 0; i < weights.Length; i++)
        {
            all.Add(weights[i]);
            if (i >= here) sum.Add(weights[i]);
        }

        return Math.Min(sum.Value / all.Value, 1);
    }

    // Of each first cell that the margins allow, against the likeliest; and which is the one given.
    private static (double[] Weights, int Here) Weights(long a, long b, long c, long d)
    {
        foreach (var count in (ReadOnlySpan<long>)[a, b, c, d])
        {
            if (count is < 0 or > 1L << 40) throw new ArgumentOutOfRangeException(nameof(a), count, "Counts must lie between 0 and 2^40.");
        }

        var (row, column, all) = (a + b, a + c, a + b + c + d);
        var (least, most) = (Math.Max(0, row + column - all), Math.Min(row, column));
        if (most - least > MostTables) throw new ArgumentException($"{most - least:#,0} tables have these margins; for such counts take chi-squared.", nameof(a));
        var weights = new double[most - least + 1];
        var mode = Math.Clamp((long)(((double)row + 1) * (column + 1) / (all + 2.0)), least, most);
        weights[mode - least] = 1;
        for (var x = mode; x < most; x++)
            weights[x + 1 - least] = weights[x - least] * ((double)(row - x) * (column - x)) / ((double)(x + 1) * (all - row - column + x + 1));
        for (var x = mode; x > least; x--)
            weights[x - 1 - least] = weights[x - least] * ((double)x * (all - row - column + x)) / ((double)(row - x + 1) * (column - x + 1));
        return (weights, (int)(a - least));
    }
}
