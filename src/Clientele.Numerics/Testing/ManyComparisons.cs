namespace Clientele.Numerics.Testing;

/// <summary>
/// p-values of many comparisons, adjusted so that each can be held against the level of one. NaN (no test) stays NaN and does not count.
/// Equal p-values get equal adjusted ones; the order does not matter.
/// </summary>
public static class ManyComparisons
{
    /// <summary>Holm's: the chance of even one false finding stays below the level.</summary>
    /// <param name="p">0 … 1, or NaN.</param>
    /// <remarks>[Hol79].</remarks>
    public static double[] Holm(ReadOnlySpan<double> p)
    {
        var (adjusted, order) = (p.ToArray(), Order(p));
        var highest = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            highest = Math.Max(highest, Math.Min((order.Length - i) * p[order[i]], 1));
            adjusted[order[i]] = highest;
        }

        return adjusted;
    }

    /// <summary>Benjamini and Hochberg's: of the findings, the share of false ones stays below the level on average.</summary>
    /// <param name="p">0 … 1, or NaN.</param>
    /// <remarks>[BH95].</remarks>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> p)
    {
        var (adjusted, order) = (p.ToArray(), Order(p));
        var lowest = 1.0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            // The factor first, as R has it: no rounding takes the product below p.
            lowest = Math.Min(lowest, (double)order.Length / (i + 1) * p[order[i]]);
            adjusted[order[i]] = lowest;
        }

        return adjusted;
    }

    private static int[] Order(ReadOnlySpan<double> p)
    {
        var order = new List<int>(p.Length);
        for (var i = 0; i < p.Length; i++)
        {
            if (double.IsNaN(p[i])) continue;
            if (p[i] is < 0 or > 1) throw new ArgumentException($"p-value {i} (counted from 0) is {p[i]}; must lie between 0 and 1.", nameof(p));
            order.Add(i);
        }

        var values = p.ToArray();
        order.Sort((a, b) => values[a] != values[b] ? values[a].CompareTo(values[b]) : a.CompareTo(b));
        return [.. order];
    }
}
