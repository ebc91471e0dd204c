using System.Numerics;
using System.Runtime.Intrinsics;
using Clientele.Numerics.Statistics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Association;

/// <summary>
/// For each ordered pair of columns the exact sum and sum of squares of the first over the rows in which the second is there. Where the
/// second has no gap these are the first's own; where it has few in a block of rows, what these hold is taken off.
/// </summary>
internal sealed unsafe class MaskedSums
{
    private const int Block = 512;
    private const int FewGaps = 64;
    private const int Low = PairSums.NarrowBits;

    private readonly IWholeColumns _columns;
    private readonly ulong[][] _present;

    private MaskedSums(IWholeColumns columns, ulong[][] present)
    {
        var d = columns.Count;
        (_columns, _present, Sums, Squares) = (columns, present, new Int128[d * d], new Int128[d * d]);
    }

    /// <summary>Sum of column a over the rows of b at [a · d + b].</summary>
    public Int128[] Sums { get; }

    /// <summary>Sum of squares of column a over the rows of b at [a · d + b].</summary>
    public Int128[] Squares { get; }

    /// <summary>Sums up; costs d · n, and as much for each column with many gaps.</summary>
    /// <param name="columns">[d], 0 where missing.</param>
    /// <param name="units">[d].</param>
    /// <param name="crew">Who works.</param>
    /// <param name="done">Hears the share that is done.</param>
    /// <param name="cancellation">Looked at every few thousand rows.</param>
    public static MaskedSums Of(IWholeColumns columns, WholeUnit[] units, Crew crew, Action<double> done, CancellationToken cancellation)
    {
        var (sums, finished) = (new MaskedSums(columns, [.. units.Select(unit => unit.Present)]), 0);
        var gaps = Enumerable.Range(0, units.Length).Where(q => units[q].Count < columns.Rows).ToArray();
        crew.Run(units.Length, (a, _) =>
        {
            sums.Fill(a, gaps, cancellation);
            done((double)Interlocked.Increment(ref finished) / units.Length);
        }, cancellation);
        return sums;
    }

    /// <summary>Rows in which both are there.</summary>
    public static int Pairs(WholeUnit a, WholeUnit b)
    {
        var count = 0;
        for (var w = 0; w < a.Present.Length; w++) count += BitOperations.PopCount(a.Present[w] & b.Present[w]);
        return count;
    }

    private void Fill(int a, int[] gaps, CancellationToken cancellation)
    {
        var (d, rows) = (_columns.Count, _columns.Rows);
        var (sums, squares, all, allSquares) = (new Int128[gaps.Length], new Int128[gaps.Length], Int128.Zero, Int128.Zero);
        // Values, and of their squares those of the high halves, twice the crossed ones, those of the low halves.
        var parts = stackalloc long[4 * Block];
        for (var start = 0; start < rows; start += Block)
        {
            if ((start & 0xFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(Block, rows - start);
            _columns.Read(a, start, new(parts, count));
            new Span<long>(parts + count, Block - count).Clear();
            var own = Squared(parts);
            (all, allSquares) = (all + own.Sum, allSquares + own.Square);
            for (var g = 0; g < gaps.Length; g++)
            {
                var present = _present[gaps[g]].AsSpan(start >> 6, (count + 63) >> 6);
                var missing = count;
                foreach (var word in present) missing -= BitOperations.PopCount(word);
                var (sum, square) = missing == 0 ? default : missing <= FewGaps ? Picked(parts, present, count) : Masked(parts, present);
                (sums[g], squares[g]) = missing <= FewGaps
                    ? (sums[g] + own.Sum - sum, squares[g] + own.Square - square)
                    : (sums[g] + sum, squares[g] + square);
            }
        }

        for (var b = 0; b < d; b++) (Sums[(a * d) + b], Squares[(a * d) + b]) = (all, allSquares);
        for (var g = 0; g < gaps.Length; g++) (Sums[(a * d) + gaps[g]], Squares[(a * d) + gaps[g]]) = (sums[g], squares[g]);
    }

    private static (Int128 Sum, Int128 Square) Squared(long* parts)
    {
        var (s, hh, hl, ll) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
        for (var i = 0; i < Block; i += 4)
        {
            var value = Load(parts + i);
            var high = PairSums.High(value);
            var low = value - (high << Low);
            var (highs, crossed, lows) = (PairSums.Product(high, high), PairSums.Product(high, low) << 1, PairSums.Product(low, low));
            *(Vector256<long>*)(parts + Block + i) = highs;
            *(Vector256<long>*)(parts + (2 * Block) + i) = crossed;
            *(Vector256<long>*)(parts + (3 * Block) + i) = lows;
            (s, hh, hl, ll) = (s + value, hh + highs, hl + crossed, ll + lows);
        }

        return Joined(Vector256.Sum(s), Vector256.Sum(hh), Vector256.Sum(hl), Vector256.Sum(ll));
    }

    // Over the rows that are missing.
    private static (Int128 Sum, Int128 Square) Picked(long* parts, ReadOnlySpan<ulong> present, int count)
    {
        var (s, hh, hl, ll) = (0L, 0L, 0L, 0L);
        for (var w = 0; w < present.Length; w++)
        {
            var rows = Math.Min(count - (w << 6), 64);
            for (var word = ~present[w] & (ulong.MaxValue >> (64 - rows)); word != 0; word &= word - 1)
            {
                var from = parts + (w << 6) + BitOperations.TrailingZeroCount(word);
                (s, hh, hl, ll) = (s + *from, hh + from[Block], hl + from[2 * Block], ll + from[3 * Block]);
            }
        }

        return Joined(s, hh, hl, ll);
    }

    // Over the rows that are there.
    private static (Int128 Sum, Int128 Square) Masked(long* parts, ReadOnlySpan<ulong> present)
    {
        var (s, hh, hl, ll) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
        var bits = Vector256.Create(1L, 2, 4, 8);
        for (var i = 0; i < present.Length << 6; i += 4)
        {
            var mask = Vector256.Equals(Vector256.Create((long)(present[i >> 6] >> (i & 63))) & bits, bits);
            s += Load(parts + i) & mask;
            hh += Load(parts + Block + i) & mask;
            hl += Load(parts + (2 * Block) + i) & mask;
            ll += Load(parts + (3 * Block) + i) & mask;
        }

        return Joined(Vector256.Sum(s), Vector256.Sum(hh), Vector256.Sum(hl), Vector256.Sum(ll));
    }

    private static (Int128 Sum, Int128 Square) Joined(long sum, long highs, long crossed, long lows) =>
        (sum, ((Int128)highs << (2 * Low)) + ((Int128)crossed << Low) + lows);

    private static Vector256<long> Load(long* from) => *(Vector256<long>*)from;
}
