using System.Numerics;
using System.Runtime.Intrinsics;
using Clientele.Numerics.Statistics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Association;

/// <summary>
/// For each ordered pair of columns the exact sum and sum of squares of the first over the rows in which the second is there. Where the
/// second has no gap these are the first's own.
/// </summary>
internal sealed unsafe class MaskedSums
{
    private const int Block = 512;
    private const int Low = PairSums.NarrowBits;
    private const long Half = 1L << (Low - 1);

    private readonly WholeColumn[] _columns;

    private MaskedSums(WholeColumn[] columns)
    {
        var d = columns.Length;
        (_columns, Sums, Squares) = (columns, new Int128[d * d], new Int128[d * d]);
    }

    /// <summary>Sum of column a over the rows of b at [a · d + b].</summary>
    public Int128[] Sums { get; }

    /// <summary>Sum of squares of column a over the rows of b at [a · d + b].</summary>
    public Int128[] Squares { get; }

    /// <summary>Sums up; costs d · n for each column with gaps.</summary>
    /// <param name="columns">[d].</param>
    /// <param name="squares">Each column's own sum of squares [d].</param>
    /// <param name="crew">Who works.</param>
    /// <param name="done">Hears the share that is done.</param>
    /// <param name="cancellation">Looked at between columns.</param>
    public static MaskedSums Of(WholeColumn[] columns, ReadOnlySpan<Int128> squares, Crew crew, Action<double> done, CancellationToken cancellation)
    {
        var (sums, d, own) = (new MaskedSums(columns), columns.Length, squares.ToArray());
        var gaps = Enumerable.Range(0, d).Where(q => columns[q].Count < columns[q].Values.Length).ToArray();
        var finished = 0;
        crew.Run(d, (a, _) =>
        {
            var total = columns[a].Sum();
            for (var b = 0; b < d; b++) (sums.Sums[(a * d) + b], sums.Squares[(a * d) + b]) = (total, own[a]);
            sums.Fill(a, gaps, cancellation);
            done((double)Interlocked.Increment(ref finished) / d);
        }, cancellation);
        return sums;
    }

    /// <summary>Rows in which both are there.</summary>
    public static int Pairs(WholeColumn a, WholeColumn b)
    {
        var count = 0;
        for (var w = 0; w < a.Present.Length; w++) count += BitOperations.PopCount(a.Present[w] & b.Present[w]);
        return count;
    }

    private void Fill(int a, int[] gaps, CancellationToken cancellation)
    {
        if (gaps.Length == 0) return;
        var (d, values) = (_columns.Length, _columns[a].Values);
        var (sums, squares) = (new Int128[gaps.Length], new Int128[gaps.Length]);
        var products = stackalloc long[3 * Block];
        for (var start = 0; start < values.Length; start += Block)
        {
            if ((start & 0xFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(Block, values.Length - start);
            for (var i = 0; i < count; i++)
            {
                var high = (values[start + i] + Half) >> Low;
                var low = values[start + i] - (high << Low);
                (products[i], products[Block + i], products[(2 * Block) + i]) = (high * high, 2 * high * low, low * low);
            }

            fixed (long* from = values)
            {
                for (var g = 0; g < gaps.Length; g++) Add(from + start, products, _columns[gaps[g]].Present, start, count, ref sums[g], ref squares[g]);
            }
        }

        for (var g = 0; g < gaps.Length; g++) (Sums[(a * d) + gaps[g]], Squares[(a * d) + gaps[g]]) = (sums[g], squares[g]);
    }

    private static void Add(long* values, long* products, ulong[] present, int start, int count, ref Int128 sum, ref Int128 square)
    {
        var (s, hh, hl, ll) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
        var (bits, i) = (Vector256.Create(1L, 2, 4, 8), 0);
        for (; i + 4 <= count; i += 4)
        {
            var row = start + i;
            var here = Vector256.Create((long)(present[row >> 6] >> (row & 63))) & bits;
            var mask = Vector256.Equals(here, bits);
            s += *(Vector256<long>*)(values + i) & mask;
            hh += *(Vector256<long>*)(products + i) & mask;
            hl += *(Vector256<long>*)(products + Block + i) & mask;
            ll += *(Vector256<long>*)(products + (2 * Block) + i) & mask;
        }

        var (s1, hh1, hl1, ll1) = (Vector256.Sum(s), Vector256.Sum(hh), Vector256.Sum(hl), Vector256.Sum(ll));
        for (; i < count; i++)
        {
            var row = start + i;
            if (((present[row >> 6] >> (row & 63)) & 1) == 0) continue;
            s1 += values[i];
            hh1 += products[i];
            hl1 += products[Block + i];
            ll1 += products[(2 * Block) + i];
        }

        sum += s1;
        square += ((Int128)hh1 << (2 * Low)) + ((Int128)hl1 << Low) + ll1;
    }
}
