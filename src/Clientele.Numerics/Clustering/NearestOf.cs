using System.Runtime.Intrinsics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>Nearest centres of many points at once, the same as <see cref="KMeans.Nearest"/> finds one by one.</summary>
internal static unsafe class NearestOf
{
    // Squares beyond these have lost digits or all; there each row asks KMeans.Nearest, which copes.
    private const double Tiny = 1e-280;
    private const double Huge = 1e300;

    /// <summary>Labels of all rows in their own units.</summary>
    /// <param name="x">Finite.</param>
    /// <param name="centres">[k × d], finite.</param>
    /// <param name="k">At least 1.</param>
    /// <param name="context">Threads, progress, cancellation.</param>
    public static int[] Rows(Matrix x, double[] centres, int k, FitContext context)
    {
        var labels = new int[x.Rows];
        var blocks = (x.Rows + Points.BlockRows - 1) / Points.BlockRows;
        using var crew = new Crew(blocks < 16 ? 1 : context.Threads);
        var (scratch, names, meter) = (new double[crew.Threads][], new int[k], new Meter(context.Progress, blocks));
        for (var c = 0; c < k; c++) names[c] = c;
        crew.Run(blocks, (block, worker) =>
        {
            Block(x, centres, names, labels, block * Points.BlockRows, scratch[worker] ??= new double[(x.Columns + 1) * Points.BlockRows]);
            meter.Done();
        }, context.Cancellation);
        return labels;
    }

    private static void Block(Matrix x, double[] centres, int[] names, int[] labels, int from, double[] scratch)
    {
        var (d, count) = (x.Columns, Math.Min(Points.BlockRows, x.Rows - from));
        for (var i = 0; i < count; i++)
        {
            var row = x.Row(from + i);
            for (var q = 0; q < d; q++) scratch[(q * Points.BlockRows) + i] = row[q];
        }

        var own = stackalloc int[Points.BlockRows];
        fixed (double* columns = scratch, at = centres)
        fixed (int* all = names)
        {
            var nearest = columns + (d * Points.BlockRows);
            AssignKernel.Assign(columns, d, at, all, names.Length, own, nearest, count);
            for (var i = 0; i < count; i++)
                labels[from + i] = nearest[i] is >= Tiny and <= Huge ? own[i] : KMeans.Nearest(x.Row(from + i), centres, names.Length);
        }
    }

    /// <summary>
    /// Labels of all points in the scaled space, and by chunk the points whose two nearest centres lie so close to each other that the
    /// roundings on the way back to the units of the data could turn them round.
    /// </summary>
    public static (int[] Labels, List<int>[] Doubtful) Scaled(Points points, double[] centres, int k, Crew? crew, CancellationToken ct)
    {
        var (d, labels, doubtful) = (points.Dimensions, new int[points.Padded], new List<int>[points.Chunks]);
        var blur = Blur(points);
        var filters = new BoxFilter[crew?.Threads ?? 1];
        Crew.Share(crew, points.Chunks, (chunk, worker) =>
        {
            var filter = filters[worker];
            if (filter is null)
            {
                filter = filters[worker] = new BoxFilter(d, k);
                filter.Turn(centres, k);
            }

            var found = doubtful[chunk] = [];
            var (first, end) = points.ChunkOfBlocks(chunk);
            fixed (double* columns = points.Columns, low = points.Low, high = points.High, left = filter.Centres)
            fixed (int* all = labels, names = filter.Names)
            {
                for (var block = first; block < end; block++)
                {
                    var (from, count) = (block * Points.BlockRows, points.RowsOf(block));
                    var m = filter.Left(low + ((long)block * d), high + ((long)block * d), 0, blur);
                    if (m == 1) AssignKernel.Same(names[0], all + from, count);
                    else Doubts(columns + ((long)from * d), d, left, names, m, all + from, count, blur, from, found);
                }
            }
        }, ct);
        return (labels, doubtful);
    }

    // Twice the most by which a distance between a point and a centre can differ between the two spaces, apart from its own last digits.
    private static double Blur(Points points)
    {
        var unit = Math.ScaleB(1, -52);
        var largest = Math.ScaleB(points.LargestMagnitude, -points.Exponent);
        var step = (unit * (largest + 2)) + Math.ScaleB(1, Math.Max(-1074 - points.Exponent, -1074));
        return 16 * Math.Sqrt(points.Dimensions) * step;
    }

    private static void Doubts(double* columns, int d, double* centres, int* names, int m, int* labels, int count, double blur, int number, List<int> found)
    {
        var (share, blurs) = (Vector256.Create(8 * (d + 8) * Math.ScaleB(1, -52)), Vector256.Create(blur));
        for (var j = 0; j < count; j += 4)
        {
            var far = Vector256.Create(double.PositiveInfinity);
            var (least, second, label) = (far, far, Vector256<long>.Zero);
            var centre = centres;
            for (var c = 0; c < m; c++)
            {
                var sum = Vector256<double>.Zero;
                var values = columns + j;
                for (var q = 0; q < d; q++, centre++, values += Points.BlockRows)
                {
                    var step = Vector256.Create(*centre) - Lanes.Load(values);
                    sum += step * step;
                }

                var nearer = Vector256.LessThan(sum, least);
                var rest = Vector256.ConditionalSelect(nearer, least, sum);
                second = Vector256.ConditionalSelect(Vector256.LessThan(rest, second), rest, second);
                least = Vector256.ConditionalSelect(nearer, sum, least);
                label = Vector256.ConditionalSelect(nearer.AsInt64(), Vector256.Create((long)names[c]), label);
            }

            for (var lane = 0; lane < 4; lane++) labels[j + lane] = (int)label[lane];

            // Sure when second² − least² > share · second² + blur · second; not so for anything that is not a number.
            var sure = Vector256.GreaterThan(second - least, (share * second) + (blurs * Vector256.Sqrt(second)));
            var doubts = ~Vector256.ExtractMostSignificantBits(sure) & 15;
            for (var lane = 0; lane < 4 && doubts != 0; lane++)
            {
                if ((doubts >> lane & 1) != 0 && j + lane < count) found.Add(number + j + lane);
            }
        }
    }
}
