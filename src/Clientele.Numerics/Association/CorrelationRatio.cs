using System.Numerics;
using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Association;

/// <summary>How much of the variation of numbers lies between groups: eta², from 0 to 1.</summary>
/// <param name="EtaSquared">Squares between the groups / all squares; NaN, not defined, for numbers that do not vary or fewer than 2.</param>
/// <param name="Groups">Groups that have rows.</param>
/// <param name="Count">Rows in which number and group are there.</param>
/// <remarks>[Fis25]. Sums are of whole numbers (<see cref="WholeUnit"/>) and exact: the order of rows changes no bit.</remarks>
public readonly record struct CorrelationRatio(double EtaSquared, int Groups, int Count)
{
    /// <summary>The correlation ratio η, the root.</summary>
    public double Eta => Math.Sqrt(EtaSquared);

    /// <summary>Of numbers and groups; costs n.</summary>
    /// <param name="values">Finite, or NaN for missing [n].</param>
    /// <param name="groups">From 0, or −1 for none [n].</param>
    public static CorrelationRatio Of(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        if (values.Length != groups.Length) throw new ArgumentException($"{values.Length} values and {groups.Length} groups do not make pairs.", nameof(groups));
        // Rows of no group must not decide how finely the others are rounded.
        var taken = values.ToArray();
        for (var i = 0; i < taken.Length; i++)
        {
            if (groups[i] < 0) taken[i] = double.NaN;
        }

        var whole = WholeColumn.Of(taken, nameof(values));
        return Of(whole, Squares(whole), groups, Most(groups) + 1);
    }

    /// <summary>Of the same numbers and several groupings, bit for bit as one by one; costs n each, and is quick where every row has a group.</summary>
    /// <param name="values">Finite, or NaN for missing [n].</param>
    /// <param name="groupings">From 0, or −1 for none [n] each.</param>
    public static CorrelationRatio[] Of(ReadOnlySpan<double> values, IReadOnlyList<int[]> groupings)
    {
        ArgumentNullException.ThrowIfNull(groupings);
        var (ratios, whole, squares) = (new CorrelationRatio[groupings.Count], (WholeColumn?)null, Int128.Zero);
        for (var g = 0; g < ratios.Length; g++)
        {
            if (groupings[g].Length != values.Length || groupings[g].AsSpan().Contains(-1))
            {
                ratios[g] = Of(values, groupings[g]);
                continue;
            }

            if (whole is null)
            {
                whole = WholeColumn.Of(values, nameof(values));
                squares = Squares(whole);
            }

            ratios[g] = Of(whole, squares, groupings[g], Most(groupings[g]) + 1);
        }

        return ratios;
    }

    private static Int128 Squares(WholeColumn whole)
    {
        var squares = Int128.Zero;
        foreach (var value in whole.Values)
        {
            var high = Math.BigMul(value, value, out var low);
            squares += new Int128((ulong)high, (ulong)low);
        }

        return squares;
    }

    private static CorrelationRatio Of(WholeColumn whole, Int128 squares, ReadOnlySpan<int> groups, int k)
    {
        var (counts, sums, n, total) = (new long[k], new Int128[k], 0L, Int128.Zero);
        for (var i = 0; i < groups.Length; i++)
        {
            if (!whole.Has(i)) continue;
            n++;
            counts[groups[i]]++;
            sums[groups[i]] += whole.Values[i];
        }

        foreach (var sum in sums) total += sum;
        var all = ((BigInteger)n * squares) - ((BigInteger)total * total);
        var used = counts.Count(count => count > 0);
        if (n < 2 || all.IsZero) return new(double.NaN, used, (int)n);

        // Differences of means are taken in whole numbers, where nothing cancels.
        var between = default(ExactSum);
        for (var c = 0; c < k; c++)
        {
            if (counts[c] == 0) continue;
            var apart = (double)(((BigInteger)n * sums[c]) - ((BigInteger)counts[c] * total)) / counts[c];
            between.Add(counts[c] * (apart / n) * apart);
        }

        return new(Math.Clamp(between.Value / (double)all, 0, 1), used, (int)n);
    }

    private static int Most(ReadOnlySpan<int> groups)
    {
        var most = -1;
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] is < -1 or >= 1 << 28) throw new ArgumentException($"Row {i} (counted from 0) has group {groups[i]}; groups run from 0, and -1 is none.", nameof(groups));
            most = Math.Max(most, groups[i]);
        }

        return most;
    }
}
