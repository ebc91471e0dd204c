using Clientele.Clusters;
using Clientele.Numerics.Statistics;

namespace Clientele.People.Segments.Profiling;

/// <summary>Means, medians and effects of a column of numbers by segment.</summary>
internal static class NumberProfile
{
    public static void AddTo(List<ProfileFact> facts, Trait trait, Members members)
    {
        var (k, values) = (members.K, trait.Numbers);
        var (counts, means, squares) = (new long[k], new double[k], new double[k]);
        var medians = new double[k];
        for (var c = 0; c < k; c++)
        {
            double[] known = Known(values, members.Of(c));
            counts[c] = known.Length;
            (means[c], squares[c]) = Moments(known);
            medians[c] = known.Length == 0 ? double.NaN : Quantile.Median(known);
        }

        double[] all = [.. values.Where(v => !double.IsNaN(v))];
        var overall = Moments(all).Mean;
        var median = all.Length == 0 ? double.NaN : Quantile.Median(all);
        for (var c = 0; c < k; c++)
        {
            var (others, effect) = Against(counts, means, squares, c);
            facts.Add(new(c, trait.Name, "", "mean", means[c], overall, others, effect, double.NaN));
            facts.Add(new(c, trait.Name, "", "median", medians[c], median, double.NaN, double.NaN, double.NaN));
            facts.Add(new(c, trait.Name, "", "known", counts[c], all.Length, double.NaN, double.NaN, double.NaN));
        }
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

    private static double[] Known(double[] values, ReadOnlySpan<int> customers)
    {
        var known = new double[customers.Length];
        var count = 0;
        foreach (var i in customers)
        {
            if (!double.IsNaN(values[i])) known[count++] = values[i];
        }

        return known[..count];
    }

    private static (double Mean, double Squares) Moments(double[] values)
    {
        if (values.Length == 0) return (double.NaN, 0);
        var sum = default(CarriedSum);
        foreach (var value in values) sum.Add(value);
        var (mean, squares) = (sum.Value / values.Length, default(CarriedSum));
        foreach (var value in values) squares.Add((value - mean) * (value - mean));
        return (mean, squares.Value);
    }
}
