using Clientele.Clusters;
using Clientele.Numerics.Statistics;

namespace Clientele.People.Segments.Profiling;

/// <summary>Means, medians and effects of a column of numbers by segment.</summary>
internal static class NumberProfile
{
    /// <summary>Adds what is known of one column.</summary>
    /// <returns>The values in the middle of each segment and of all.</returns>
    public static (double[] Lower, double[] Upper) AddTo(List<ProfileFact> facts, Trait trait, Members members)
    {
        var (k, values, labels) = (members.K, trait.Numbers, members.Labels);
        var (counts, means, squares) = (new long[k], new double[k], new double[k]);
        var (sums, all, known) = (new CarriedSum[k], default(CarriedSum), 0L);

        // Each segment's values come in the order of the customers, and so do all of them: the same bits as segment by segment.
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            sums[labels[i]].Add(values[i]);
            counts[labels[i]]++;
            all.Add(values[i]);
            known++;
        }

        for (var c = 0; c < k; c++) means[c] = counts[c] == 0 ? double.NaN : sums[c].Value / counts[c];
        var overall = known == 0 ? double.NaN : all.Value / known;
        Array.Clear(sums);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            var distance = values[i] - means[labels[i]];
            sums[labels[i]].Add(distance * distance);
        }

        for (var c = 0; c < k; c++) squares[c] = sums[c].Value;
        var (lower, upper) = GroupMedians.Middles(values, labels, k);
        for (var c = 0; c < k; c++)
        {
            var (others, effect) = Against(counts, means, squares, c);
            facts.Add(new(c, trait.Name, "", "mean", means[c], overall, others, effect, double.NaN));
            facts.Add(new(c, trait.Name, "", "median", GroupMedians.Between(lower[c], upper[c]), GroupMedians.Between(lower[k], upper[k]), double.NaN, double.NaN, double.NaN));
            facts.Add(new(c, trait.Name, "", "known", counts[c], known, double.NaN, double.NaN, double.NaN));
        }

        return (lower, upper);
    }

    // Mean of the others and Cohen's d [Coh88] from the sums of each segment.
    private static (double Others, double D) Against(long[] counts, double[] means, double[] squares, int segment)
    {
        var (count, sum) = (0L, default(CarriedSum));
        for (var c = 0; c < counts.Length; c++)
        {
            if (c == segment || counts[c] == 0) continue;
            count += counts[c];
            sum.Add(counts[c] * means[c]);
        }

        if (count == 0 || counts[segment] == 0) return (double.NaN, double.NaN);
        var (others, spread) = (sum.Value / count, default(CarriedSum));
        for (var c = 0; c < counts.Length; c++)
        {
            if (c == segment || counts[c] == 0) continue;
            spread.Add(squares[c]);
            spread.Add(counts[c] * (means[c] - others) * (means[c] - others));
        }

        var pooled = Math.Sqrt((squares[segment] + spread.Value) / (counts[segment] + count - 2));
        var d = (means[segment] - others) / pooled;
        return (others, counts[segment] + count > 2 && pooled > 0 && double.IsFinite(d) ? d : double.NaN);
    }
}
