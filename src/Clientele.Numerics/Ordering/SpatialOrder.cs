using System.Numerics;
using System.Runtime.CompilerServices;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Ordering;

/// <summary>
/// A canonical order of rows in which neighbours lie near each other: each column is cut at quantiles of a sample, the cells of that grid are
/// walked along a Gray code, and rows within a cell stand by a hash of their values. It depends on the distinct rows alone, not on their
/// copies, and neither moving them nor scaling by a power of two changes it. Equal rows stand together.
/// </summary>
/// <remarks>Time O(n · d), 24 bytes a row. Rows whose keys are equal by chance fall back to <see cref="RowOrder"/>.</remarks>
internal sealed unsafe class SpatialOrder
{
    private const int ChunkRows = 16_384;
    private const int MostGridColumns = 16;
    private const int MostColumnBits = 5;
    private const int BucketBits = 11;

    // Values above the least are told apart by the top bits of their floating-point form: 32 steps per octave, 32 octaves below 2.
    private const int Levels = 1024;
    private const int LevelShift = 47;
    private const int LowestLevel = (1023 - 31) << 5;

    private readonly Matrix _x;
    private readonly int[] _columns;
    private readonly double[] _least;
    private readonly double _scale;
    private readonly int _grid;
    private readonly int _bits;
    private readonly int _chunks;
    private readonly ulong[] _places;
    private readonly ulong[] _keys;
    private readonly int[][] _counts;

    private SpatialOrder(Matrix x, int[] columns, ColumnRanges ranges, double scale, Crew? crew, CancellationToken ct)
    {
        (_x, _columns, _scale) = (x, columns, scale);
        _least = new double[columns.Length];
        for (var q = 0; q < columns.Length; q++) _least[q] = ranges.Least[columns[q]];
        _grid = Math.Min(columns.Length, MostGridColumns);
        _chunks = (x.Rows + ChunkRows - 1) / ChunkRows;
        _counts = new int[_chunks][];
        _keys = Room.Words(x.Rows);
        Crew.Share(crew, _chunks, Hash, ct);
        var sample = LeastHashes.Of(_keys, out var distinct);
        _bits = Math.Min(_grid * MostColumnBits, Math.Max(0, BitOperations.Log2(distinct) - 3));
        _places = Places(sample);
        Crew.Share(crew, _chunks, Key, ct);
        (Order, Fresh) = Sort(crew, ct);
    }

    /// <summary>Rows of the matrix in canonical order [n].</summary>
    public int[] Order { get; }

    /// <summary>Whether the row at a place differs from the one before it [n].</summary>
    public bool[] Fresh { get; }

    /// <summary>Orders the rows.</summary>
    /// <param name="x">Finite; magnitudes such that differences neither overflow nor vanish.</param>
    /// <param name="columns">Columns in canonical order.</param>
    /// <param name="ranges">Of the columns as they stand in the matrix.</param>
    /// <param name="scale">The power of two that brings the widest range to [1, 2); 1 when all ranges are 0.</param>
    /// <param name="crew">Shares the work; may be null. Same order.</param>
    /// <param name="ct">Looked at all along.</param>
    public static SpatialOrder Of(Matrix x, int[] columns, ColumnRanges ranges, double scale, Crew? crew, CancellationToken ct) =>
        new(x, columns, ranges, scale, crew, ct);

    // For each grid column and level the bits that it gives to the place of a row along the Gray code.
    private ulong[] Places(int[] sample)
    {
        var places = new ulong[_grid * Levels];
        Span<int> counts = stackalloc int[Levels];
        for (var g = 0; g < _grid; g++)
        {
            // Bit b of the column's quantile has its place in round b of all columns; the last round may not have room for all.
            var depth = 0;
            while ((depth * _grid) + g < _bits) depth++;
            counts.Clear();
            foreach (var row in sample) counts[Level((_x.Row(row)[_columns[g]] - _least[g]) * _scale)]++;
            var below = 0L;
            for (var level = 0; level < Levels; level++)
            {
                var quantile = (int)((((2 * below) + counts[level]) << depth) / (2L * sample.Length));
                below += counts[level];
                for (var bit = 0; bit < depth; bit++)
                {
                    if ((quantile >> (depth - 1 - bit) & 1) != 0) places[(g * Levels) + level] |= 1UL << (_bits - 1 - (bit * _grid) - g);
                }
            }
        }

        return places;
    }

    private void Hash(int chunk, int worker)
    {
        var d = _x.Columns;
        var (from, to, scale) = (chunk * ChunkRows, Math.Min(_x.Rows, (chunk + 1) * ChunkRows), _scale);
        fixed (double* values = _x.Values, least = _least)
        fixed (int* columns = _columns)
        {
            var row = values + ((long)from * d);
            for (var i = from; i < to; i++, row += d)
            {
                var hash = 0UL;
                for (var q = 0; q < d; q++)
                    hash = (BitOperations.RotateLeft(hash, 29) ^ BitConverter.DoubleToUInt64Bits(((row[columns[q]] - least[q]) * scale) + 0.0)) * 0x9E3779B97F4A7C15;
                hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
                _keys[i] = hash ^ (hash >> 32);
            }
        }
    }

    private void Key(int chunk, int worker)
    {
        var d = _x.Columns;
        var (from, to, scale, grid) = (chunk * ChunkRows, Math.Min(_x.Rows, (chunk + 1) * ChunkRows), _scale, _grid);
        var counts = _counts[chunk] = new int[1 << BucketBits];
        fixed (double* values = _x.Values, least = _least)
        fixed (int* columns = _columns, count = counts)
        fixed (ulong* places = _places, keys = _keys)
        {
            var row = values + ((long)from * d);
            for (var i = from; i < to; i++, row += d)
            {
                var place = 0UL;
                var levels = places;
                for (var q = 0; q < grid; q++, levels += Levels) place |= levels[Level((row[columns[q]] - least[q]) * scale)];
                place ^= place >> 1;
                place ^= place >> 2;
                place ^= place >> 4;
                place ^= place >> 8;
                place ^= place >> 16;
                place ^= place >> 32;
                var key = _bits == 0 ? keys[i] : (place << (64 - _bits)) | (keys[i] >> _bits);
                keys[i] = key;
                count[key >> (64 - BucketBits)]++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Level(double above)
    {
        var level = (int)(BitConverter.DoubleToInt64Bits(above) >> LevelShift) - LowestLevel;
        return Math.Min(Math.Max(level, 0), Levels - 1);
    }

    // Into buckets by the top bits, chunk by chunk, then each bucket by itself.
    private (int[] Order, bool[] Fresh) Sort(Crew? crew, CancellationToken ct)
    {
        var n = _x.Rows;
        var starts = new int[(1 << BucketBits) + 1];
        var sum = 0;
        for (var bucket = 0; bucket < 1 << BucketBits; bucket++)
        {
            starts[bucket] = sum;
            foreach (var counts in _counts)
            {
                var count = counts[bucket];
                counts[bucket] = sum;
                sum += count;
            }
        }

        starts[^1] = sum;
        var (keys, order, fresh) = (Room.Words(n), GC.AllocateUninitializedArray<int>(n), GC.AllocateUninitializedArray<bool>(n));
        Crew.Share(crew, _chunks, (chunk, _) =>
        {
            var (places, to) = (_counts[chunk], Math.Min(n, (chunk + 1) * ChunkRows));
            for (var i = chunk * ChunkRows; i < to; i++)
            {
                var place = places[(int)(_keys[i] >> (64 - BucketBits))]++;
                (keys[place], order[place]) = (_keys[i], i);
            }
        }, ct);

        var spare = GC.AllocateUninitializedArray<int>(n);
        Crew.Share(crew, 1 << BucketBits, (bucket, _) =>
        {
            var (from, count) = (starts[bucket], starts[bucket + 1] - starts[bucket]);
            RadixSort.SortSpread(new(keys, from, count), new(order, from, count), new(_keys, from, count), new(spare, from, count), 64 - BucketBits);
            Settle(keys, order, fresh, from, from + count);
        }, ct);
        if (n > 0) fresh[0] = true;
        return (order, fresh);
    }

    // Marks where rows differ, and orders those that share a key without being equal.
    private void Settle(ulong[] keys, int[] order, bool[] fresh, int from, int to)
    {
        var d = _x.Columns;
        for (var start = from; start < to;)
        {
            fresh[start] = true;
            var (stop, mixed) = (start + 1, false);
            for (; stop < to && keys[stop] == keys[start]; stop++)
            {
                fresh[stop] = !RowOrder.Same(_x.Values, d, order[start], order[stop]);
                mixed |= fresh[stop];
            }

            if (mixed)
            {
                RowOrder.Sort(_x, _columns, new Span<int>(order, start, stop - start));
                for (var i = start + 1; i < stop; i++) fresh[i] = !RowOrder.Same(_x.Values, d, order[i - 1], order[i]);
            }

            start = stop;
        }
    }
}
