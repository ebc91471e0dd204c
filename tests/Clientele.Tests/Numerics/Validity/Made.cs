using Clientele.Numerics;

namespace Clientele.Tests.Numerics.Validity;

/// <summary>Made-up rows whose clusters are known.</summary>
internal static class Made
{
    public static Matrix Even(int n, int d, int seed)
    {
        var random = new Random(seed);
        return new([.. Enumerable.Range(0, n * d).Select(_ => random.NextDouble())], n, d);
    }

    /// <summary>One Gaussian hump, oblique.</summary>
    public static Matrix Hump(int n, int d, int seed)
    {
        var random = new Random(seed);
        double[] turn = [.. Enumerable.Range(0, d * d).Select(_ => Case.Noise(random))];
        var values = new double[n * d];
        for (var i = 0; i < n; i++)
        {
            double[] z = [.. Enumerable.Range(0, d).Select(_ => Case.Noise(random))];
            for (var q = 0; q < d; q++) values[(i * d) + q] = Enumerable.Range(0, d).Sum(p => turn[(q * d) + p] * z[p]);
        }

        return new(values, n, d);
    }

    /// <summary>Round Gaussian blobs of deviation 1 whose middles are at least so far apart.</summary>
    public static (Matrix X, int[] Labels) Blobs(int[] sizes, int d, double apart, int seed)
    {
        var (random, middles, side) = (new Random(seed), new List<double[]>(), 1.5 * apart * Math.Pow(sizes.Length, 1.0 / d));
        while (middles.Count < sizes.Length)
        {
            double[] middle = [.. Enumerable.Range(0, d).Select(_ => ((random.NextDouble() * 2) - 1) * side)];
            if (middles.TrueForAll(m => Oracle.Square(m, middle) >= apart * apart)) middles.Add(middle);
        }

        var (values, labels) = (new List<double>(), new List<int>());
        for (var c = 0; c < sizes.Length; c++)
        {
            for (var i = 0; i < sizes[c]; i++)
            {
                labels.Add(c);
                values.AddRange(middles[c].Select(at => at + Case.Noise(random)));
            }
        }

        return (new([.. values], labels.Count, d), [.. labels]);
    }
}
