using Clientele.Numerics.Scaling;
using Clientele.Numerics.Statistics;

namespace Clientele.People.Segments.Grouping;

/// <summary>Finds how each chosen column is treated.</summary>
internal static class FeatureFit
{
    // Beyond, a few large values outweigh all others.
    private const double HeavySkew = 1;

    // A category weighs as much as a number: two customers drawn at random lie 2 apart in a standardised column, squared. Rare levels no more than even halves.
    private const double MostWeight = 4;

    public static FittedFeature Of(Trait trait) => trait.IsNumber ? OfNumbers(trait) : (trait.Encoding ?? Encoded.ColumnEncodings.Usual(trait)).Fit(trait);

    private static FittedFeature OfNumbers(Trait trait)
    {
        var raw = Description.Of(trait.Completed, new() { Bins = 1 });
        var fill = raw.Count == 0 ? 0 : raw.Median;
        var (treatment, why, treated, known) = (FeatureColumn.Number, "standardised", trait.Completed, fill);
        if (raw.Skewness > HeavySkew && raw.Min > -1)
        {
            var logs = Array.ConvertAll(trait.Completed, v => double.IsNaN(v) ? v : Log1p.Apply(v));
            var after = Description.Of(logs, new() { Bins = 1 }).Skewness;
            if (Math.Abs(after) < raw.Skewness)
                (treatment, why, treated, known) = (FeatureColumn.Log, $"log(1 + x), then standardised: its skewness is {Figure.Value(raw.Skewness)}, afterwards {Figure.Value(after)}", logs, Log1p.Apply(fill));
        }

        treated = Array.ConvertAll(treated, v => double.IsNaN(v) ? known : v);
        return Scaled(trait, treatment, treated, fill, raw.Missing, [], why);
    }

    internal static FittedFeature OfOrder(Trait trait)
    {
        var known = Screening(trait);
        var fill = known.Length == 0 ? 0 : Math.Floor(Quantile.Median(known));
        return Scaled(trait, FeatureColumn.Order, Array.ConvertAll(trait.Codes, c => c < 0 ? fill : c), fill, trait.Codes.Length - known.Length, trait.Levels, "places in its order, standardised");
    }

    private static double[] Screening(Trait trait) => [.. trait.Codes.Where(c => c >= 0).Select(c => (double)c)];

    internal static FittedFeature OfCategory(Trait trait)
    {
        var counts = new long[trait.Levels.Count];
        var known = 0L;
        foreach (var code in trait.Codes)
        {
            if (code < 0) continue;
            counts[code]++;
            known++;
        }

        var same = counts.Sum(c => (double)c / Math.Max(known, 1) * c / Math.Max(known, 1));
        var weight = same < 1 ? Math.Min(MostWeight, 2 / (1 - same)) : MostWeight;
        return new(new(trait.Name, FeatureColumn.Category, 0, 1 / Math.Sqrt(weight / 2), Array.IndexOf(counts, counts.Max()), (int)(trait.Codes.Length - known), trait.Levels,
            $"a coordinate per level; customers of different levels lie {Figure.Value(Math.Sqrt(weight))} standard deviations apart"), null);
    }

    internal static FittedFeature Scaled(Trait trait, string treatment, double[] treated, double fill, int filled, IReadOnlyList<string> levels, string why)
    {
        var (centre, spread) = Moments.MeanAndPopulationSd(treated);
        if (!double.IsFinite(centre) || !double.IsFinite(spread)) throw SegmentProblems.TooLarge(trait.Name);
        return new(new(trait.Name, treatment, centre, double.IsNormal(spread) ? spread : 1, fill, filled, levels, why), treated);
    }
}
