using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Association;

/// <summary>
/// Sums of products Σ a · b of all pairs of columns of whole numbers, exact: 32-bit products in 64-bit sums over a few rows, joined with
/// 128 bits. Columns within ± 2^25 take one product a row and pair, others (within ± 2^50) four of their halves. Costs d² · n / 2 products.
/// </summary>
internal sealed unsafe class PairSums
{
    /// <summary>Columns within ± 2 to this are narrow.</summary>
    public const int NarrowBits = 25;

    // Sums of 2^51 a row stay within a long for 2^12 rows; so many keep a thread's share of the columns in its cache.
    private const int Block = 512;
    private const int BlocksPerItem = 16;
    private const long Half = 1L << (NarrowBits - 1);

    private readonly long[][] _columns;
    private readonly bool _narrow;
    private readonly int _rows;

    private PairSums(long[][] columns, bool narrow) => (_columns, _narrow, _rows) = (columns, narrow, columns[0].Length);

    /// <summary>All sums [d × d], symmetric.</summary>
    /// <param name="columns">[d], each [n], within ± 2^50, which is not checked.</param>
    /// <param name="narrow">Whether all are within ± 2^25.</param>
    /// <param name="crew">Who works.</param>
    /// <param name="done">Hears the share that is done.</param>
    /// <param name="cancellation">Looked at every few thousand rows.</param>
    public static Int128[] Of(long[][] columns, bool narrow, Crew crew, Action<double> done, CancellationToken cancellation) =>
        new PairSums(columns, narrow).Run(crew, done, cancellation);

    private Int128[] Run(Crew crew, Action<double> done, CancellationToken cancellation)
    {
        var d = _columns.Length;
        // The columns come in fours; those that fill up are 0.
        var (padded, halves) = ((d + 3) / 4 * 4, _narrow ? 1 : 2);
        var (totals, scratch, finished) = (new Int128[crew.Threads][], new long[crew.Threads][], 0);
        var items = (_rows + (Block * BlocksPerItem) - 1) / (Block * BlocksPerItem);
        crew.Run(items, (item, worker) =>
        {
            var sums = totals[worker] ??= new Int128[d * d];
            var space = scratch[worker] ??= new long[padded * halves * Block];
            fixed (long* parts = space)
            {
                for (var b = 0; b < BlocksPerItem; b++)
                {
                    var start = ((item * BlocksPerItem) + b) * Block;
                    if (start >= _rows) break;
                    Fill(parts, start, Math.Min(Block, _rows - start), padded * halves);
                    if (_narrow) Narrow(parts, padded, sums);
                    else Wide(parts, padded, sums);
                }
            }

            done((double)Interlocked.Increment(ref finished) / items);
        }, cancellation);

        var all = new Int128[d * d];
        foreach (var sums in totals)
        {
            for (var i = 0; sums is not null && i < all.Length; i++) all[i] += sums[i];
        }

        for (var a = 0; a < d; a++)
        {
            for (var b = 0; b < a; b++) all[(b * d) + a] = all[(a * d) + b];
        }

        return all;
    }

    // Low halves, within ± 2^24, follow their high ones.
    private void Fill(long* parts, int start, int count, int width)
    {
        for (var q = 0; q < _columns.Length; q++)
        {
            var from = _columns[q].AsSpan(start, count);
            var to = parts + ((long)q * (_narrow ? 1 : 2) * Block);
            if (_narrow)
            {
                from.CopyTo(new(to, count));
                if (count < Block) new Span<long>(to + count, Block - count).Clear();
                continue;
            }

            for (var i = 0; i < count; i++)
            {
                var high = (from[i] + Half) >> NarrowBits;
                to[i] = high;
                to[Block + i] = from[i] - (high << NarrowBits);
            }

            if (count == Block) continue;
            new Span<long>(to + count, Block - count).Clear();
            new Span<long>(to + Block + count, Block - count).Clear();
        }

        var used = _columns.Length * (_narrow ? 1 : 2);
        new Span<long>(parts + ((long)used * Block), (width - used) * Block).Clear();
    }

    private void Narrow(long* parts, int padded, Int128[] sums)
    {
        var d = _columns.Length;
        for (var a = 0; a < padded; a += 4)
        {
            var a0 = parts + (a * Block);
            for (var b = 0; b < Math.Min(a + 4, d); b++)
            {
                var other = parts + (b * Block);
                var (s0, s1, s2, s3) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
                for (var i = 0; i < Block; i += 4)
                {
                    var o = Load(other + i);
                    s0 += Product(Load(a0 + i), o);
                    s1 += Product(Load(a0 + Block + i), o);
                    s2 += Product(Load(a0 + (2 * Block) + i), o);
                    s3 += Product(Load(a0 + (3 * Block) + i), o);
                }

                Keep(sums, a, b, Vector256.Sum(s0));
                Keep(sums, a + 1, b, Vector256.Sum(s1));
                Keep(sums, a + 2, b, Vector256.Sum(s2));
                Keep(sums, a + 3, b, Vector256.Sum(s3));
            }
        }
    }

    private void Wide(long* parts, int padded, Int128[] sums)
    {
        var d = _columns.Length;
        for (var a = 0; a < padded; a += 2)
        {
            var first = parts + (a * 2 * Block);
            for (var b = 0; b < Math.Min(a + 2, d); b++)
            {
                var other = parts + (b * 2 * Block);
                var (hh0, hl0, ll0) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
                var (hh1, hl1, ll1) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
                for (var i = 0; i < Block; i += 4)
                {
                    var (h, l) = (Load(other + i), Load(other + Block + i));
                    var (ah, al) = (Load(first + i), Load(first + Block + i));
                    hh0 += Product(ah, h);
                    hl0 += Product(ah, l);
                    hl0 += Product(al, h);
                    ll0 += Product(al, l);
                    (ah, al) = (Load(first + (2 * Block) + i), Load(first + (3 * Block) + i));
                    hh1 += Product(ah, h);
                    hl1 += Product(ah, l);
                    hl1 += Product(al, h);
                    ll1 += Product(al, l);
                }

                Keep(sums, a, b, Joined(Vector256.Sum(hh0), Vector256.Sum(hl0), Vector256.Sum(ll0)));
                Keep(sums, a + 1, b, Joined(Vector256.Sum(hh1), Vector256.Sum(hl1), Vector256.Sum(ll1)));
            }
        }
    }

    private void Keep(Int128[] sums, int a, int b, Int128 sum)
    {
        if (b <= a && a < _columns.Length) sums[(a * _columns.Length) + b] += sum;
    }

    private static Int128 Joined(long highs, long crossed, long lows) => ((Int128)highs << (2 * NarrowBits)) + ((Int128)crossed << NarrowBits) + lows;

    private static Vector256<long> Load(long* from) => *(Vector256<long>*)from;

    // Of the low 32 bits of each lane, with their sign.
    private static Vector256<long> Product(Vector256<long> a, Vector256<long> b) =>
        Avx2.IsSupported ? Avx2.Multiply(a.AsInt32(), b.AsInt32()) : a * b;
}
