using Clientele.Numerics.Patterns;
using Clientele.Numerics.Testing;

namespace Clientele.Products;

/// <summary>Two products that are bought beside the same others, but seldom with each other.</summary>
/// <param name="One">Index in the sales' products.</param>
/// <param name="Other">The other.</param>
public sealed record SubstitutePair(int One, int Other)
{
    /// <summary>Orders that hold both, and how many chance would give.</summary>
    public int Together { get; init; }

    public double Expected { get; init; }

    /// <summary>Together ÷ expected, below 1.</summary>
    public double Lift => Together / Expected;

    /// <summary>How alike what is bought beside them is: 0 nothing in common … 1 the same.</summary>
    public double Similarity { get; init; }

    /// <summary>Probability of meeting as seldom by chance, corrected for all pairs looked at (false discoveries).</summary>
    public double P { get; init; }
}

/// <summary>
/// Finds substitutes among the products with the most orders. Similar: the cosine of how much more often than by chance each is bought with
/// every other product (logarithm of the lift, chance and below as 0). Seldom together: lift below 1 at a false discovery rate of 5 %.
/// </summary>
internal static class Substitutes
{
    public const double LeastSimilarity = 0.3;

    private const int MostProducts = 1000;
    private const double LeastExpected = 5;
    private const double Level = 0.05;

    public static IReadOnlyList<SubstitutePair> Find(Transactions orders, CancellationToken cancellation)
    {
        var (products, place, counts) = Common(orders);
        var m = products.Length;
        var together = new int[m * m];
        var held = new int[m];
        for (var t = 0; t < orders.Count; t++)
        {
            if ((t & 4095) == 0) cancellation.ThrowIfCancellationRequested();
            var n = 0;
            foreach (var product in orders[t])
            {
                if (place[product] >= 0) held[n++] = place[product];
            }

            Array.Sort(held, 0, n);
            for (var i = 0; i < n; i++)
            {
                var row = together.AsSpan(held[i] * m, m);
                for (var j = i + 1; j < n; j++) row[held[j]]++;
            }
        }

        var pairs = Seldom(products, counts, together, orders.Count);
        var contexts = new Dictionary<int, double[]>();
        var found = new List<SubstitutePair>();
        foreach (var (i, j, p) in pairs)
        {
            var similarity = Cosine(Context(i), Context(j), i, j);
            if (similarity < LeastSimilarity) continue;
            found.Add(new SubstitutePair(Math.Min(products[i], products[j]), Math.Max(products[i], products[j]))
            {
                Together = together[(i * m) + j],
                Expected = (double)counts[products[i]] * counts[products[j]] / orders.Count,
                Similarity = similarity,
                P = p,
            });
        }

        found.Sort((a, b) => a.Similarity != b.Similarity ? b.Similarity.CompareTo(a.Similarity) : a.One != b.One ? a.One.CompareTo(b.One) : a.Other.CompareTo(b.Other));
        return found;

        double[] Context(int i)
        {
            if (contexts.TryGetValue(i, out var known)) return known;
            var context = new double[m];
            for (var k = 0; k < m; k++)
            {
                if (k == i) continue;
                double both = i < k ? together[(i * m) + k] : together[(k * m) + i];
                context[k] = both == 0 ? 0 : Math.Max(0, Math.Log(both * orders.Count / ((double)counts[products[i]] * counts[products[k]])));
            }

            return contexts[i] = context;
        }
    }

    // The products with the most orders, and the place of each among them.
    private static (int[] Products, int[] Place, int[] Counts) Common(Transactions orders)
    {
        var (counts, place) = (new int[orders.ItemCount], new int[orders.ItemCount]);
        for (var t = 0; t < orders.Count; t++)
        {
            foreach (var product in orders[t]) counts[product]++;
        }

        var most = counts.Length == 0 ? 0 : counts.Max();
        var products = Enumerable.Range(0, counts.Length).Where(p => (double)counts[p] * most / Math.Max(1, orders.Count) >= LeastExpected)
            .OrderByDescending(p => counts[p]).ThenBy(p => p).Take(MostProducts).ToArray();
        Array.Fill(place, -1);
        for (var i = 0; i < products.Length; i++) place[products[i]] = i;
        return (products, place, counts);
    }

    // Pairs that meet less often than chance would have them.
    private static List<(int One, int Other, double P)> Seldom(int[] products, int[] counts, int[] together, int orders)
    {
        var (pairs, p, m) = (new List<(int, int)>(), new List<double>(), products.Length);
        for (var i = 0; i < m; i++)
        {
            for (var j = i + 1; j < m; j++)
            {
                var expected = (double)counts[products[i]] * counts[products[j]] / orders;
                if (expected < LeastExpected) break;
                pairs.Add((i, j));
                // No test where it is clear beforehand: at and above chance, and within two standard deviations below.
                var met = together[(i * m) + j];
                p.Add(met >= expected - (2 * Math.Sqrt(expected)) ? 1 : Hypergeometric.AtMost(met, counts[products[i]], counts[products[j]], orders));
            }
        }

        var adjusted = ManyComparisons.BenjaminiHochberg(p.ToArray());
        var found = new List<(int, int, double)>();
        for (var k = 0; k < adjusted.Length; k++)
        {
            if (adjusted[k] <= Level) found.Add((pairs[k].Item1, pairs[k].Item2, adjusted[k]));
        }

        return found;
    }

    private static double Cosine(double[] a, double[] b, int i, int j)
    {
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var k = 0; k < a.Length; k++)
        {
            if (k == i || k == j) continue;
            ab += a[k] * b[k];
            aa += a[k] * a[k];
            bb += b[k] * b[k];
        }

        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }
}
