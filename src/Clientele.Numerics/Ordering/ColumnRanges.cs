using System.Runtime.Intrinsics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Ordering;

/// <summary>The least and the largest value of each column of a matrix, found in one pass that also refuses what is not finite.</summary>
internal sealed unsafe class ColumnRanges
{
    private const int ChunkRows = 16_384;

    private ColumnRanges(double[] least, double[] most) => (Least, Most) = (least, most);

    /// <summary>[d]; 0, never −0.</summary>
    public double[] Least { get; }

    /// <summary>[d]; 0, never −0.</summary>
    public double[] Most { get; }

    /// <summary>The largest magnitude of all values.</summary>
    public double Largest
    {
        get
        {
            var largest = 0.0;
            for (var q = 0; q < Least.Length; q++) largest = Math.Max(largest, Math.Max(Math.Abs(Least[q]), Math.Abs(Most[q])));
            return largest;
        }
    }

    /// <summary>Looks at all values once.</summary>
    /// <exception cref="ArgumentException">A value is not finite; the message names its row and column.</exception>
    public static ColumnRanges Of(Matrix x, Crew? crew, CancellationToken ct)
    {
        Require.Shape(x);
        var (d, chunks) = (x.Columns, (x.Rows + ChunkRows - 1) / ChunkRows);
        var found = new double[chunks][];
        Crew.Share(crew, chunks, (chunk, _) => found[chunk] = Chunk(x, chunk * ChunkRows, Math.Min(x.Rows, (chunk + 1) * ChunkRows)), ct);
        var (least, most) = (new double[d], new double[d]);
        for (var q = 0; q < d; q++) (least[q], most[q]) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var ends in found)
        {
            if (ends.Length == 0) Require.Finite(x);
            for (var at = 0; at < 4 * d; at++)
            {
                least[at % d] = Math.Min(least[at % d], ends[at] + 0.0);
                most[at % d] = Math.Max(most[at % d], ends[(4 * d) + at] + 0.0);
            }
        }

        return new(least, most);
    }

    // Four rows fill d vectors; each of their lanes belongs to one column. Least values, then largest; empty when one is not finite.
    private static double[] Chunk(Matrix x, int from, int to)
    {
        var d = x.Columns;
        var ends = new double[8 * d];
        for (var at = 0; at < 4 * d; at++) (ends[at], ends[(4 * d) + at]) = (double.PositiveInfinity, double.NegativeInfinity);
        var finite = true;
        fixed (double* values = x.Values, low = ends)
        {
            var high = low + (4 * d);
            var value = values + ((long)from * d);
            var end = values + ((long)to * d);
            var (good, limit) = (Vector256<double>.AllBitsSet, Vector256.Create(double.MaxValue));
            for (; value + (4 * d) <= end; value += 4 * d)
            {
                for (var at = 0; at < 4 * d; at += 4)
                {
                    var now = Lanes.Load(value + at);
                    var (least, most) = (Lanes.Load(low + at), Lanes.Load(high + at));
                    good &= Vector256.LessThanOrEqual(Vector256.Abs(now), limit);
                    Lanes.Store(Vector256.ConditionalSelect(Vector256.LessThan(now, least), now, least), low + at);
                    Lanes.Store(Vector256.ConditionalSelect(Vector256.GreaterThan(now, most), now, most), high + at);
                }
            }

            finite = Vector256.ExtractMostSignificantBits(good) == 15;
            for (var at = 0; value < end; value++, at++)
            {
                finite &= double.IsFinite(*value);
                low[at] = Math.Min(low[at], *value);
                high[at] = Math.Max(high[at], *value);
            }
        }

        return finite ? ends : Room.None;
    }
}
