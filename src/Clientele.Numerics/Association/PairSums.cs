using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Association;

/// <summary>
/// Sums of products Σ a · b of all pairs of columns of whole numbers, exact: 32-bit products in 64-bit sums over a few rows, joined with
/// 128 bits. Columns within ± 2^25 take one product a row and pair. Others, within ± 2^50, take three: of their high halves, of their low
/// halves, and of the sums of both, which holds the crossed ones besides. Costs d² · n / 2 products.
/// </summary>
/// <remarks>[KO62] for three products instead of four.</remarks>
internal sealed unsafe class PairSums
{
    /// <summary>Columns within ± 2 to this are narrow.</summary>
    public const int NarrowBits = 25;

    // Sums of 2^54 a row stay within a long for 2^9 rows; so many keep a thread's share of the columns in its cache.
    private const int Block = 512;
    private const int BlocksPerItem = 16;

    private readonly IWholeColumns _columns;
    private readonly bool _narrow;
    private readonly int _planes;

    private PairSums(IWholeColumns columns, bool narrow) => (_columns, _narrow, _planes) = (columns, narrow, narrow ? 1 : 3);

    /// <summary>All sums [d × d], symmetric.</summary>
    /// <param name="columns">[d], each [n], within ± 2^50, which is not checked.</param>
    /// <param name="narrow">Whether all are within ± 2^25.</param>
    /// <param name="crew">Who works.</param>
    /// <param name="done">Hears the share that is done.</param>
    /// <param name="cancellation">Looked at every few thousand rows.</param>
    public static Int128[] Of(IWholeColumns columns, bool narrow, Crew crew, Action<double> done, CancellationToken cancellation) =>
        new PairSums(columns, narrow).Run(crew, done, cancellation);

    /// <summary>High halves of whole numbers within ± 2^50, rounded to nearest, so that low ones lie within ± 2^24.</summary>
    public static Vector256<long> High(Vector256<long> values)
    {
        // Moved above 0, where a shift without sign will do.
        const long Half = 1L << (NarrowBits - 1), Above = 1L << 51;
        return ((values + Vector256.Create(Half + Above)) >>> NarrowBits) - Vector256.Create(Above >> NarrowBits);
    }

    /// <summary>Products of the low 32 bits of each lane, with their sign.</summary>
    public static Vector256<long> Product(Vector256<long> a, Vector256<long> b) =>
        Avx2.IsSupported ? Avx2.Multiply(a.AsInt32(), b.AsInt32()) : a * b;

    private Int128[] Run(Crew crew, Action<double> done, CancellationToken cancellation)
    {
        var (d, rows) = (_columns.Count, _columns.Rows);
        // The columns come in fours; those that fill up are 0.
        var padded = (d + 3) / 4 * 4;
        var (totals, scratch, finished) = (new Int128[crew.Threads][], new long[crew.Threads][], 0);
        var items = (rows + (Block * BlocksPerItem) - 1) / (Block * BlocksPerItem);
        crew.Run(items, (item, worker) =>
        {
            var sums = totals[worker] ??= new Int128[d * d];
            var space = scratch[worker] ??= new long[padded * _planes * Block];
            fixed (long* parts = space)
            {
                for (var b = 0; b < BlocksPerItem; b++)
                {
                    var start = ((item * BlocksPerItem) + b) * Block;
                    if (start >= rows) break;
                    for (var q = 0; q < d; q++) Fill(parts + ((long)q * _planes * Block), q, start, Math.Min(Block, rows - start));
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

    // The numbers; or their high halves, their low ones, and the sums of both.
    private void Fill(long* to, int q, int start, int count)
    {
        _columns.Read(q, start, new(to, count));
        if (count < Block) new Span<long>(to + count, Block - count).Clear();
        for (var i = 0; !_narrow && i < Block; i += 4)
        {
            var value = Load(to + i);
            var high = High(value);
            var low = value - (high << NarrowBits);
            *(Vector256<long>*)(to + i) = high;
            *(Vector256<long>*)(to + Block + i) = low;
            *(Vector256<long>*)(to + (2 * Block) + i) = high + low;
        }
    }

    private void Narrow(long* parts, int padded, Int128[] sums)
    {
        var d = _columns.Count;
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
        var d = _columns.Count;
        for (var a = 0; a < padded; a += 2)
        {
            var first = parts + (a * 3 * Block);
            var second = first + (3 * Block);
            for (var b = 0; b < Math.Min(a + 2, d); b++)
            {
                var other = parts + (b * 3 * Block);
                var (h0, l0, s0) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
                var (h1, l1, s1) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<long>.Zero);
                for (var i = 0; i < Block; i += 4)
                {
                    var (high, low, both) = (Load(other + i), Load(other + Block + i), Load(other + (2 * Block) + i));
                    h0 += Product(Load(first + i), high);
                    l0 += Product(Load(first + Block + i), low);
                    s0 += Product(Load(first + (2 * Block) + i), both);
                    h1 += Product(Load(second + i), high);
                    l1 += Product(Load(second + Block + i), low);
                    s1 += Product(Load(second + (2 * Block) + i), both);
                }

                Keep(sums, a, b, Joined(Vector256.Sum(h0), Vector256.Sum(l0), Vector256.Sum(s0)));
                Keep(sums, a + 1, b, Joined(Vector256.Sum(h1), Vector256.Sum(l1), Vector256.Sum(s1)));
            }
        }
    }

    private void Keep(Int128[] sums, int a, int b, Int128 sum)
    {
        if (b <= a && a < _columns.Count) sums[(a * _columns.Count) + b] += sum;
    }

    private static Int128 Joined(long highs, long lows, long both) => ((Int128)highs << (2 * NarrowBits)) + ((Int128)(both - highs - lows) << NarrowBits) + lows;

    private static Vector256<long> Load(long* from) => *(Vector256<long>*)from;
}
