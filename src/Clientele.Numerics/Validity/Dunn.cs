using System.Runtime.Intrinsics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>
/// Dunn's index: the least distance between rows of different clusters against the largest distance between rows of one cluster. Above 1
/// every cluster is farther from the others than it is wide. One stray row decides it: read it beside a silhouette.
/// </summary>
/// <remarks>[Dunn74]: single-link separation over complete diameter. Rows labelled −1 (noise) are left out. Exact: n² / 2 · d steps, shared
/// among threads, memory n · d.</remarks>
public static class Dunn
{
    private const int Tile = 16;

    /// <summary>NaN, not defined, for fewer than two clusters; infinite when no cluster has two different rows.</summary>
    /// <param name="x">Finite values [n × d].</param>
    /// <param name="labels">Cluster of each row [n], 0 and up; −1 is noise.</param>
    /// <param name="context">Threads, cancellation, progress; null: the defaults.</param>
    public static double Of(Matrix x, int[] labels, FitContext? context = null)
    {
        Require.Finite(x);
        context ??= FitContext.Default;
        var clusters = ClusterSums.Numbering(labels, x.Rows, null, out var k);
        if (k < 2) return double.NaN;
        var (columns, count, tiles, ends) = Layout(new Points(x), clusters, k);
        var (least, most) = (new double[tiles.Length], new double[tiles.Length]);
        var done = 0;
        using (var crew = new Crew(context.Threads))
        {
            crew.Run(tiles.Length, (tile, _) =>
            {
                (least[tile], most[tile]) = Sweep(columns, x.Columns, count, tiles[tile].From, tiles[tile].Cluster, ends);
                context.Progress?.Report((double)Interlocked.Increment(ref done) / tiles.Length);
            }, context.Cancellation);
        }

        var (gap, width) = (Math.Sqrt(least.Min()), Math.Sqrt(most.Max()));
        return gap == 0 ? 0 : gap / width;
    }

    // Rows cluster by cluster, each filled up to whole tiles by copies of its last row, which change neither least nor most.
    private static (double[] Columns, int Count, (int From, int Cluster)[] Tiles, int[] Ends) Layout(Points points, int[] clusters, int k)
    {
        var members = new List<int>[k];
        for (var c = 0; c < k; c++) members[c] = [];
        foreach (var row in points.Order)
        {
            if (clusters[row] < 0) continue;
            var own = members[clusters[row]];
            if (own.Count == 0 || own[^1] != points.Group[row]) own.Add(points.Group[row]);
        }

        var (ends, tiles, count) = (new int[k], new List<(int, int)>(), 0);
        for (var c = 0; c < k; c++)
        {
            for (var from = 0; from < members[c].Count; from += Tile, count += Tile) tiles.Add((count, c));
            ends[c] = count;
        }

        var columns = new double[(long)count * points.Dimensions];
        for (var (c, at) = (0, 0); c < k; c++)
        {
            for (var i = 0; at < ends[c]; i++, at++)
            {
                var point = members[c][Math.Min(i, members[c].Count - 1)];
                for (var q = 0; q < points.Dimensions; q++) columns[((long)q * count) + at] = points[point, q];
            }
        }

        return (columns, count, [.. tiles], ends);
    }

    // All rows from the tile's first one on, against the tile.
    private static unsafe (double Least, double Most) Sweep(double[] columns, int d, int count, int from, int cluster, int[] ends)
    {
        var (least, most) = (Vector256.Create(double.PositiveInfinity), Vector256<double>.Zero);
        fixed (double* values = columns)
        {
            var j = from;
            for (var c = cluster; c < ends.Length; c++)
            {
                for (; j < ends[c]; j++)
                {
                    var (square0, square1, square2, square3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
                    var column = values;
                    for (var q = 0; q < d; q++, column += count)
                    {
                        var at = Vector256.Create(column[j]);
                        var step0 = at - Lanes.Load(column + from);
                        var step1 = at - Lanes.Load(column + from + 4);
                        var step2 = at - Lanes.Load(column + from + 8);
                        var step3 = at - Lanes.Load(column + from + 12);
                        square0 += step0 * step0;
                        square1 += step1 * step1;
                        square2 += step2 * step2;
                        square3 += step3 * step3;
                    }

                    if (c == cluster) most = Vector256.Max(most, Vector256.Max(Vector256.Max(square0, square1), Vector256.Max(square2, square3)));
                    else least = Vector256.Min(least, Vector256.Min(Vector256.Min(square0, square1), Vector256.Min(square2, square3)));
                }
            }
        }

        return (
            Math.Min(Math.Min(least[0], least[1]), Math.Min(least[2], least[3])),
            Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3])));
    }
}
