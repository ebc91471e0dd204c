using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Testing;

/// <summary>Whether numbers lie higher in some groups than in others, by ranks alone: nothing is asked of their distribution.</summary>
/// <remarks>[KW52], corrected for ties; chi-squared with groups − 1 degrees, good from about 5 values a group. Rank sums are exact.</remarks>
public static class KruskalWallis
{
    /// <summary>H and its probability; NaN below two groups or where no value differs.</summary>
    /// <param name="values">Finite, or NaN for missing [n].</param>
    /// <param name="groups">From 0, or −1 for none [n].</param>
    public static TestResult Test(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        if (values.Length != groups.Length) throw new ArgumentException($"{values.Length} values and {groups.Length} groups do not make pairs.", nameof(groups));
        var (taken, most) = (values.ToArray(), -1);
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] is < -1 or >= 1 << 28) throw new ArgumentException($"Row {i} (counted from 0) has group {groups[i]}; groups run from 0, and -1 is none.", nameof(groups));
            if (groups[i] < 0) taken[i] = double.NaN;
            most = Math.Max(most, groups[i]);
        }

        var ranked = RankedColumn.Of(taken, nameof(values));
        var (n, ranks, sums, counts) = ((double)ranked.Order.Length, ranked.Ranks(), new long[most + 1], new long[most + 1]);
        foreach (var row in ranked.Order)
        {
            sums[groups[row]] += ranks[row];
            counts[groups[row]]++;
        }

        var (used, squares, ties, start) = (0, default(ExactSum), default(ExactSum), 0);
        for (var g = 0; g < sums.Length; g++)
        {
            if (counts[g] == 0) continue;
            used++;
            squares.Add((double)sums[g] * sums[g] / counts[g]);
        }

        foreach (var end in ranked.Ends)
        {
            double t = end - start;
            ties.Add(t * (t - 1) * (t + 1));
            start = end;
        }

        var free = (n * (n - 1) * (n + 1)) - ties.Value;
        if (used < 2 || free <= 0) return new(double.NaN, double.NaN, double.NaN);
        var h = 3 * (n - 1) * squares.Value / free;
        return new(h, used - 1, Tails.ChiSquareUpper(h, used - 1));
    }
}
