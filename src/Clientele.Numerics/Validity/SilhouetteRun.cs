using System.Runtime.Intrinsics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>Distances from 16 members at a time to all members, summed by cell and then by cluster of each partition.</summary>
internal sealed unsafe class SilhouetteRun
{
    private const int Tile = 16;

    private readonly Cells _cells;
    private readonly int _d;
    private readonly int[] _targets;
    private readonly double[] _counts;
    private readonly double[] _rows;
    private readonly double[] _values;
    private readonly double[] _tileSums;
    private readonly SilhouettePairs? _pairs;
    private double[][] _scratch = [];

    /// <summary>Lays the members out.</summary>
    /// <param name="cells">All members.</param>
    /// <param name="sample">Places in canonical row order whose silhouettes are wanted; null for all.</param>
    public SilhouetteRun(Cells cells, bool[]? sample)
    {
        (_cells, _d) = (cells, cells.Points.Dimensions);
        (_targets, _counts) = Targets(cells, sample);
        Tiles = (_targets.Length + Tile - 1) / Tile;
        _tileSums = new double[Tiles * cells.Partitions];
        _pairs = sample is null && SilhouettePairs.Suits(cells) ? new SilhouettePairs(cells) : null;
        _values = new double[cells.Partitions == 1 ? _targets.Length : _pairs is null ? 0 : _targets.Length * cells.Partitions];
        _rows = _pairs is null ? new double[cells.MemberPoints.Length * (_d + 1)] : Room.None;
        if (_pairs is not null) return;
        for (var m = 0; m < cells.MemberPoints.Length; m++)
        {
            var row = new Span<double>(_rows, m * (_d + 1), _d + 1);
            for (var q = 0; q < _d; q++) row[q] = cells.Points[cells.MemberPoints[m], q];
            row[_d] = cells.Weights[m];
        }
    }

    public int Tiles { get; }

    public void Go(Crew crew, FitContext context)
    {
        if (_pairs is not null)
        {
            _pairs.Go(crew, Take, context);
            AddUp();
            return;
        }

        _scratch = new double[crew.Threads][];
        var room = (_d + _cells.Sizes.Length) * Tile;
        for (var w = 0; w < _scratch.Length; w++) _scratch[w] = new double[room];
        var meter = new Meter(context.Progress, Tiles);
        crew.Run(Tiles, (tile, worker) =>
        {
            Sum(tile, worker);
            meter.Done();
        }, context.Cancellation);
    }

    // Every member is a target here, and has its own number.
    private void Take(int member, ReadOnlySpan<double> cells)
    {
        Span<double> sums = stackalloc double[_cells.Sizes.Length];
        sums.Clear();
        var partitions = _cells.Partitions;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            for (var p = 0; p < partitions; p++) sums[_cells.Slots[(cell * partitions) + p]] += cells[cell];
        }

        for (var p = 0; p < partitions; p++)
        {
            var own = _cells.Slots[(_cells.MemberCells[member] * partitions) + p];
            _values[(member * partitions) + p] = One(sums, 1, 0, own, _cells.Offsets[p], _cells.Offsets[p + 1]);
        }
    }

    private void AddUp()
    {
        var partitions = _cells.Partitions;
        for (var m = 0; m < _targets.Length; m++)
        {
            for (var p = 0; p < partitions; p++) _tileSums[(m / Tile * partitions) + p] += _counts[m] * _values[(m * partitions) + p];
        }
    }

    /// <summary>Per partition.</summary>
    public double[] Means()
    {
        var means = new double[_cells.Partitions];
        var rows = 0.0;
        foreach (var count in _counts) rows += count;
        for (var p = 0; p < means.Length; p++)
        {
            for (var tile = 0; tile < Tiles; tile++) means[p] += _tileSums[(tile * means.Length) + p];
            means[p] = UsedClusters(p) < 2 ? double.NaN : means[p] / rows;
        }

        return means;
    }

    /// <summary>Of the only partition, all members being targets.</summary>
    public SilhouetteScores Scores()
    {
        var defined = UsedClusters(0) >= 2;
        var perPoint = new double[_cells.Member.Length];
        for (var row = 0; row < perPoint.Length; row++) perPoint[row] = defined ? _values[_cells.Member[row]] : double.NaN;

        var perCluster = new double[_cells.Clusters[0]];
        for (var m = 0; m < _targets.Length; m++) perCluster[_cells.Slots[_cells.MemberCells[m]]] += _counts[m] * _values[m];
        for (var c = 0; c < perCluster.Length; c++) perCluster[c] = defined && _cells.Sizes[c] > 0 ? perCluster[c] / _cells.Sizes[c] : double.NaN;
        return new(Means()[0], perCluster, perPoint);
    }

    private static (int[] Targets, double[] Counts) Targets(Cells cells, bool[]? sample)
    {
        var members = cells.MemberPoints.Length;
        var counts = new double[members];
        if (sample is null) cells.Weights.CopyTo(counts, 0);
        for (var at = 0; sample is not null && at < sample.Length; at++)
        {
            if (sample[at]) counts[cells.Member[cells.Points.Order[at]]]++;
        }

        var (targets, kept, used) = (new int[members], new double[members], 0);
        for (var m = 0; m < members; m++)
        {
            if (counts[m] == 0) continue;
            targets[used] = m;
            kept[used++] = counts[m];
        }

        Array.Resize(ref targets, used);
        var left = new double[used];
        Array.Copy(kept, left, used);
        return (targets, left);
    }

    private int UsedClusters(int p)
    {
        var used = 0;
        for (var slot = _cells.Offsets[p]; slot < _cells.Offsets[p + 1]; slot++) used += _cells.Sizes[slot] > 0 ? 1 : 0;
        return used;
    }

    private void Sum(int tile, int worker)
    {
        var (first, count) = (tile * Tile, Math.Min(Tile, _targets.Length - (tile * Tile)));
        var scratch = _scratch[worker];
        Array.Clear(scratch);
        for (var lane = 0; lane < Tile; lane++)
        {
            // Lanes beyond the end repeat the last target; nobody reads them.
            var point = _cells.MemberPoints[_targets[first + Math.Min(lane, count - 1)]];
            for (var q = 0; q < _d; q++) scratch[(q * Tile) + lane] = _cells.Points[point, q];
        }

        var partitions = _cells.Partitions;
        fixed (double* targets = scratch, rows = _rows)
        fixed (int* slots = _cells.Slots, cells = _cells.MemberCells)
        {
            var sums = targets + (_d * Tile);
            var row = rows;
            var from = 0;
            foreach (var end in _cells.Pieces)
            {
                var (sum0, sum1, sum2, sum3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
                for (var m = from; m < end; m++)
                {
                    var (square0, square1, square2, square3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
                    var target = targets;
                    for (var q = 0; q < _d; q++)
                    {
                        var at = Vector256.Create(*row);
                        var step0 = at - Lanes.Load(target);
                        var step1 = at - Lanes.Load(target + 4);
                        var step2 = at - Lanes.Load(target + 8);
                        var step3 = at - Lanes.Load(target + 12);
                        square0 += step0 * step0;
                        square1 += step1 * step1;
                        square2 += step2 * step2;
                        square3 += step3 * step3;
                        target += Tile;
                        row++;
                    }

                    var weight = Vector256.Create(*row);
                    row++;
                    sum0 += weight * Vector256.Sqrt(square0);
                    sum1 += weight * Vector256.Sqrt(square1);
                    sum2 += weight * Vector256.Sqrt(square2);
                    sum3 += weight * Vector256.Sqrt(square3);
                }

                var slot = slots + (cells[from] * partitions);
                for (var p = 0; p < partitions; p++)
                {
                    var sum = sums + (slot[p] * Tile);
                    Lanes.Store(Lanes.Load(sum) + sum0, sum);
                    Lanes.Store(Lanes.Load(sum + 4) + sum1, sum + 4);
                    Lanes.Store(Lanes.Load(sum + 8) + sum2, sum + 8);
                    Lanes.Store(Lanes.Load(sum + 12) + sum3, sum + 12);
                }

                from = end;
            }
        }

        Score(tile, new ReadOnlySpan<double>(scratch, _d * Tile, scratch.Length - (_d * Tile)), first, count);
    }

    private void Score(int tile, ReadOnlySpan<double> sums, int first, int count)
    {
        for (var p = 0; p < _cells.Partitions; p++)
        {
            var total = 0.0;
            for (var lane = 0; lane < count; lane++)
            {
                var own = _cells.Slots[(_cells.MemberCells[_targets[first + lane]] * _cells.Partitions) + p];
                var value = One(sums, Tile, lane, own, _cells.Offsets[p], _cells.Offsets[p + 1]);
                if (_values.Length > 0) _values[first + lane] = value;
                total += _counts[first + lane] * value;
            }

            _tileSums[(tile * _cells.Partitions) + p] = total;
        }
    }

    // (b − a) / max(a, b) with a the mean distance to the others of the own cluster, b to the nearest other cluster.
    private double One(ReadOnlySpan<double> sums, int wide, int lane, int own, int from, int end)
    {
        var sizes = _cells.Sizes;
        if (sizes[own] <= 1) return 0;
        var a = sums[(own * wide) + lane] / (sizes[own] - 1);
        var b = double.PositiveInfinity;
        for (var slot = from; slot < end; slot++)
        {
            if (slot != own && sizes[slot] > 0) b = Math.Min(b, sums[(slot * wide) + lane] / sizes[slot]);
        }

        var larger = Math.Max(a, b);
        return larger == 0 || double.IsInfinity(b) ? 0 : (b - a) / larger;
    }
}
