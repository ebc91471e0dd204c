using Clientele.Numerics.Statistics;
using Clientele.Numerics.Testing;

namespace Clientele.Numerics.Association;

/// <summary>Kendall's τ-b: of the pairs of rows, how many more go the same way in both columns than opposite ways, ties put right.</summary>
/// <param name="Value">From −1 to 1; NaN where one of the two does not vary.</param>
/// <param name="Pairs">Rows in which both are there.</param>
/// <param name="PValue">Two-sided, by the normal approximation with ties; NaN below 2 rows.</param>
/// <remarks>[Kni66]; [Ken75] for the variance. As scipy's kendalltau with method "asymptotic". Costs n log n.</remarks>
public readonly record struct Kendall(double Value, int Pairs, double PValue)
{
    /// <summary>Of two columns.</summary>
    /// <param name="a">[n], finite, or NaN for missing.</param>
    /// <param name="b">[n], finite, or NaN for missing.</param>
    public static Kendall Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"{a.Length} and {b.Length} values do not make pairs.", nameof(b));
        var both = new List<(double A, double B)>(a.Length);
        for (var i = 0; i < a.Length; i++)
        {
            if (double.IsInfinity(a[i]) || double.IsInfinity(b[i])) throw ColumnCheck.Infinite(i, double.IsInfinity(a[i]) ? a[i] : b[i], double.IsInfinity(a[i]) ? nameof(a) : nameof(b));
            if (!double.IsNaN(a[i]) && !double.IsNaN(b[i])) both.Add((a[i] + 0.0, b[i] + 0.0));
        }

        both.Sort();
        var second = both.ConvertAll(pair => pair.B).ToArray();
        var (ties1, joint) = (Ties.Of(both.Select(pair => pair.A)), Ties.Of(both));
        var swaps = Swaps(second, new double[second.Length]);
        var ties2 = Ties.Of(second);
        var n = (double)both.Count;
        var all = n * (n - 1) / 2;
        var score = all - ties1.Pairs - ties2.Pairs + joint.Pairs - (2 * (double)swaps);
        var value = score / (Math.Sqrt(all - ties1.Pairs) * Math.Sqrt(all - ties2.Pairs));
        if (!double.IsFinite(value)) return new(double.NaN, both.Count, double.NaN);
        var variance = (((n * (n - 1) * ((2 * n) + 5)) - ties1.Fives - ties2.Fives) / 18)
            + (2 * ties1.Pairs * ties2.Pairs / (n * (n - 1))) + (n > 2 ? ties1.Triples * ties2.Triples / (9 * n * (n - 1) * (n - 2)) : 0);
        return new(Math.Clamp(value, -1, 1), both.Count, Tails.NormalTwoSided(score / Math.Sqrt(variance)));
    }

    // Exchanges that a merge sort makes; the values end sorted.
    private static long Swaps(Span<double> values, Span<double> space)
    {
        if (values.Length < 2) return 0;
        var half = values.Length / 2;
        var swaps = Swaps(values[..half], space[..half]) + Swaps(values[half..], space[half..]);
        var (i, j) = (0, half);
        for (var at = 0; at < values.Length; at++)
        {
            if (j == values.Length || (i < half && values[i] <= values[j])) space[at] = values[i++];
            else
            {
                swaps += half - i;
                space[at] = values[j++];
            }
        }

        space.CopyTo(values);
        return swaps;
    }

    private readonly record struct Ties(double Pairs, double Triples, double Fives)
    {
        // Of runs of equal neighbours.
        public static Ties Of<T>(IEnumerable<T> sorted)
        {
            var (ties, run, last) = (default(Ties), 0L, default(T));
            foreach (var value in sorted)
            {
                if (run > 0 && EqualityComparer<T>.Default.Equals(value, last))
                {
                    run++;
                    continue;
                }

                (ties, run, last) = (ties.With(run), 1, value);
            }

            return ties.With(run);
        }

        private Ties With(double t) => new(Pairs + (t * (t - 1) / 2), Triples + (t * (t - 1) * (t - 2)), Fives + (t * (t - 1) * ((2 * t) + 5)));
    }
}
