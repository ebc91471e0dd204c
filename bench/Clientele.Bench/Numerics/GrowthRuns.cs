using System.Diagnostics;
using System.Globalization;
using Clientele.Clusters;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;

namespace Clientele.Bench.Numerics;

/// <summary>How the cost of every method grows with rows, columns and clusters: lines <c>method,axis,value,seconds</c>.</summary>
internal static class GrowthRuns
{
    private const int Rows = 4_000;
    private const int Columns = 8;
    private const int Clusters = 8;
    private const int Repeats = 3;

    private static readonly int[] s_rows = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 512_000];
    private static readonly int[] s_columns = [1, 2, 4, 8, 16, 32, 64];
    private static readonly int[] s_clusters = [2, 4, 8, 16, 32, 64];

    /// <summary>Runs and prints.</summary>
    /// <param name="args">Most seconds of one fit, after which a method gets no larger data [10]; then names of methods [all].</param>
    /// <param name="output">Receives the lines.</param>
    public static void Run(string[] args, TextWriter output)
    {
        var most = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        foreach (var choice in Clusterers.Catalog)
        {
            if (args.Length > 1 && Array.IndexOf(args, choice.Name, 1) < 0) continue;
            var method = choice.Create(Settings.Defaults);
            Sweep(choice.Name, "n", s_rows, n => Data(n, Columns, Clusters), _ => Clusters);
            Sweep(choice.Name, "d", s_columns, d => Data(Rows, d, Clusters), _ => Clusters);
            if (method.FindsK is null) Sweep(choice.Name, "k", s_clusters, _ => Data(Rows, Columns, Clusters), k => k);

            void Sweep(string name, string axis, int[] values, Func<int, Matrix> data, Func<int, int> k)
            {
                foreach (var value in values)
                {
                    if (Seconds(method.Create(new ClusterAim(k(value), 1)), data(value), most) is not { } seconds) break;
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name},{axis},{value},{seconds:G6}"));
                    output.Flush();
                    if (seconds > most) break;
                }
            }
        }
    }

    // The best of a few; null where memory does not suffice.
    private static double? Seconds(IClusterer clusterer, Matrix x, double most)
    {
        var best = double.PositiveInfinity;
        try
        {
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var start = Stopwatch.GetTimestamp();
                clusterer.Fit(x);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
                if (best > most / Repeats) break;
            }
        }
        catch (MemoryLimitException)
        {
            return null;
        }

        return best;
    }

    // Groups that overlap: as many centres as clusters, spread 1 in a box of 10.
    private static Matrix Data(int rows, int columns, int clusters)
    {
        var draws = new Draws(1, columns, 0);
        var values = new double[rows * columns];
        for (var i = 0; i < values.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            values[i] = 10 * draws.Uniform(row % clusters, 1_000_000 + column);

            // Twelve uniform draws less six are near enough to a normal one.
            for (var t = 0; t < 12; t++) values[i] += draws.Uniform(i, t) - 0.5;
        }

        return new(values, rows, columns);
    }
}
