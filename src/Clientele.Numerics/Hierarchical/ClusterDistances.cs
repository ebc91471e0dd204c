using System.Runtime.Intrinsics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Hierarchical;

/// <summary>The matrix of distances between clusters, from those of all pairs of their rows, none of which is kept.</summary>
/// <remarks>O(n²·d) time. A pair is summed row by row of the one, along the rows of the other.</remarks>
internal static unsafe class ClusterDistances
{
    private const int Tile = 256;
    private const int Batch = 4;

    /// <summary>Works them out.</summary>
    /// <param name="members">Rows of the clusters and their shares.</param>
    /// <param name="names">Clusters, rising.</param>
    /// <param name="context">Cancellation is looked at all along.</param>
    /// <param name="crew">Shares the rows.</param>
    public static DistanceMatrix Of(Members members, ReadOnlySpan<int> names, FitContext context, Crew crew)
    {
        var (m, d, rows) = (names.Length, members.Rows.Dimensions, members.Rows);
        var padded = (rows.Count + Tile - 1) / Tile * Tile;
        var (columns, shares) = (new double[(long)d * padded], new double[padded]);
        var (starts, sums) = (new int[m + 1], new double[m]);
        var at = 0;
        for (var c = 0; c < m; c++)
        {
            sums[c] = members.Sum(names[c]);
            for (var row = names[c]; row >= 0; row = members.Next(row))
            {
                shares[at] = members.Shares[row];
                for (var q = 0; q < d; q++) columns[((long)q * padded) + at] = rows.Values[((long)row * d) + q];
                at++;
            }

            starts[c + 1] = at;
        }

        var distances = new DistanceMatrix(m);
        try
        {
            crew.Run((m + Batch - 1) / Batch, (item, _) =>
            {
                fixed (double* values = columns, parts = shares)
                {
                    for (var c = item * Batch; c < Math.Min(m - 1, (item + 1) * Batch); c++)
                    {
                        context.Cancellation.ThrowIfCancellationRequested();
                        Fill(values, padded, d, parts, starts, sums, c, distances.Row(c), members.Linkage == Linkage.Complete);
                    }
                }
            }, context.Cancellation);
            return distances;
        }
        catch
        {
            distances.Dispose();
            throw;
        }
    }

    private static void Fill(double* columns, nint pitch, int d, double* shares, int[] starts, double[] sums, int c, double* row, bool largest)
    {
        var (from, to, end) = (starts[c], starts[c + 1], starts[^1]);
        var other = c + 1;
        var sum = 0.0;
        var along = stackalloc double[Tile];
        for (var tile = to / Tile * Tile; tile < end; tile += Tile)
        {
            for (var j = 0; j < Tile; j += 4) Lanes.Store(Vector256<double>.Zero, along + j);
            for (var i = from; i < to; i++)
            {
                if (largest) Largest(columns, pitch, d, i, tile, along);
                else Sum(columns, pitch, d, i, tile, shares[i], along);
            }

            for (var j = Math.Max(tile, to); j < Math.Min(end, tile + Tile); j++)
            {
                sum = largest ? Math.Max(sum, along[j - tile]) : sum + (shares[j] * along[j - tile]);
                if (j + 1 < starts[other + 1]) continue;
                row[other] = largest ? Math.Sqrt(sum) : sum / (sums[c] * sums[other]);
                (sum, other) = (0, other + 1);
            }
        }
    }

    private static void Sum(double* columns, nint pitch, int d, int i, int tile, double share, double* along)
    {
        var weight = Vector256.Create(share);
        for (var j = 0; j < Tile; j += 8)
        {
            var (sum0, sum1) = Squares(columns, pitch, d, i, tile + j);
            Lanes.Store(Lanes.Load(along + j) + (weight * Vector256.Sqrt(sum0)), along + j);
            Lanes.Store(Lanes.Load(along + j + 4) + (weight * Vector256.Sqrt(sum1)), along + j + 4);
        }
    }

    private static void Largest(double* columns, nint pitch, int d, int i, int tile, double* along)
    {
        for (var j = 0; j < Tile; j += 8)
        {
            var (sum0, sum1) = Squares(columns, pitch, d, i, tile + j);
            Lanes.Store(Vector256.Max(Lanes.Load(along + j), sum0), along + j);
            Lanes.Store(Vector256.Max(Lanes.Load(along + j + 4), sum1), along + j + 4);
        }
    }

    private static (Vector256<double> Low, Vector256<double> High) Squares(double* columns, nint pitch, int d, int i, int j)
    {
        var (sum0, sum1) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var q = 0; q < d; q++)
        {
            var x = Vector256.Create(columns[i]);
            var step0 = x - Lanes.Load(columns + j);
            var step1 = x - Lanes.Load(columns + j + 4);
            sum0 += step0 * step0;
            sum1 += step1 * step1;
            columns += pitch;
        }

        return (sum0, sum1);
    }
}
