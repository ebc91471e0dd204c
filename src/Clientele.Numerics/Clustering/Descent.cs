using System.Numerics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// One start of K-Means and its way down: Lloyd rounds until no point changes its cluster, then single points that lower the inertia by
/// changing the cluster (moving both centres), then Lloyd again, until neither moves anything.
/// </summary>
/// <remarks>[Llo82]; [HW79] for the single moves; [AV07] and [BMV12] for the draws. <see cref="PlainKMeans"/> is the same without vectors,
/// threads and bounds.</remarks>
internal sealed unsafe partial class Descent
{
    // Of a block whose sums are not those of its labels: a bit per cluster, of the last six bits of its number.
    private const ulong All = ulong.MaxValue;

    private readonly Points _points;
    private readonly Crew? _crew;
    private readonly CancellationToken _cancellation;
    private readonly KMeansForm _form;
    private readonly int[] _labels;
    private readonly double[] _nearest;
    private readonly double[] _blockSums;
    private readonly double[][] _scratch;
    private readonly BoxFilter[] _filters;
    private readonly int[] _turned;
    private readonly double[][] _some;
    private readonly int[][] _list;
    private readonly double[] _partials;
    private readonly double[] _sums;
    private readonly bool[] _changed;
    private readonly ulong[] _stale;
    private readonly double[]? _tables;
    private readonly Bounds? _bounds;
    private readonly Work _assign;
    private readonly Work _sum;
    private double[] _centres = Room.None;
    private int _k;
    private int _round;

    /// <summary>Room for starts of up to <paramref name="mostK"/> centres, one after the other.</summary>
    /// <param name="points">What to cluster.</param>
    /// <param name="mostK">Largest k of any start.</param>
    /// <param name="crew">Shares the chunks of each round among its threads; null when whole starts are shared instead. Same bits.</param>
    /// <param name="cancellation">Looked at once a round and chunk.</param>
    /// <param name="form">How distances are saved. Same bits.</param>
    public Descent(Points points, int mostK, Crew? crew, CancellationToken cancellation, KMeansForm form = KMeansForm.Auto)
    {
        (_points, _crew, _cancellation) = (points, crew, cancellation);
        _form = form;
        var table = mostK * points.Stride;
        _labels = new int[points.Padded];
        _nearest = new double[points.Padded];
        _marks = new byte[points.Padded / 4];
        _blockSums = new double[points.Blocks];
        _farthest = new double[points.Blocks];
        _candidateSums = new double[points.Blocks * SeedPlan.MostCandidates];
        _candidates = new double[SeedPlan.MostCandidates * points.Dimensions];
        var workers = crew?.Threads ?? 1;
        (_scratch, _filters, _turned) = (new double[workers][], new BoxFilter[workers], new int[workers]);
        (_some, _list) = (new double[workers][], new int[workers][]);
        for (var w = 0; w < workers; w++)
        {
            _scratch[w] = new double[SumKernel.Scratch(mostK, points.Stride)];
            _filters[w] = new BoxFilter(points.Dimensions, mostK);
            (_some[w], _list[w]) = (new double[(points.Dimensions + 2) * Points.BlockRows], new int[Points.BlockRows + 8]);
        }

        _partials = new double[points.Chunks * table];
        _sums = new double[table];
        _changed = new bool[points.Chunks];
        _stale = new ulong[points.Blocks];
        _tables = KeepsTables(points, table) ? new double[points.Blocks * table] : null;
        _bounds = _form is KMeansForm.Bounded or KMeansForm.Auto ? new Bounds(points, mostK, workers) : null;
        (_assign, _sum, _evaluate, _try, _keep, _mark) = (AssignChunk, SumChunk, EvaluateChunk, TryChunk, KeepChunk, MarkChunk);
    }

    /// <summary>The sums of each block are kept from round to round where that takes no more room than the points.</summary>
    public static bool KeepsTables(Points points, int table) => table <= Points.BlockRows * points.Dimensions;

    /// <summary>Goes down from given centres [k × d], which are not changed.</summary>
    /// <param name="trace">Receives the inertia after each round; may be null.</param>
    public Outcome From(double[] centres, int k, int mostIterations, List<double>? trace = null)
    {
        Take(centres, k);
        for (var i = 0; i < _labels.Length; i++) _labels[i] = -1;
        for (var block = 0; block < _stale.Length; block++) _stale[block] = All;
        _bounds?.Forget();
        var (iterations, converged) = (0, false);
        while (iterations < mostIterations && !converged)
        {
            iterations++;
            Each(_assign);
            var moved = Changed();
            if (moved)
            {
                Join();
                if (Relocate()) Join();
                moved = MoveCentres();
            }

            if (!moved) converged = !Polish();
            if (trace is not null) Trace(trace);
        }

        var inertia = Evaluate();
        var (kept, keptK) = WithoutEmpty();
        return new(kept, keptK, inertia, iterations, converged);
    }

    /// <summary>Inertia with given centres [k × d].</summary>
    public double InertiaOf(double[] centres, int k)
    {
        Take(centres, k);
        return Evaluate();
    }

    private void Take(double[] centres, int k)
    {
        (_k, _centres) = (k, new double[k * _points.Dimensions]);
        Array.Copy(centres, _centres, _centres.Length);
        _round++;
    }

    private bool Changed()
    {
        foreach (var changed in _changed)
        {
            if (changed) return true;
        }

        return false;
    }

    private void Trace(List<double> trace)
    {
        var labels = (int[])_labels.Clone();
        trace.Add(Evaluate());
        labels.CopyTo(_labels, 0);
    }

    private void Each(Work work)
    {
        _cancellation.ThrowIfCancellationRequested();
        Crew.Share(_crew, _points.Chunks, work, _cancellation);
    }

    // The worker's filter with the present centres.
    private BoxFilter Filter(int worker)
    {
        if (_turned[worker] == _round) return _filters[worker];
        _filters[worker].Turn(_centres, _k);
        _turned[worker] = _round;
        return _filters[worker];
    }

    private int Left(BoxFilter filter, double* lows, double* highs, int block, double slack = 0)
    {
        var at = (long)block * _points.Dimensions;
        return _form == KMeansForm.Lloyd ? filter.All() : filter.Left(lows + at, highs + at, slack, 0);
    }

    private void AssignChunk(int chunk, int worker)
    {
        var (points, filter, anyChanged) = (_points, Filter(worker), false);
        var d = points.Dimensions;
        var (first, end) = points.ChunkOfBlocks(chunk);
        fixed (double* columns = points.Columns, lows = points.Low, highs = points.High, centres = filter.Centres)
        fixed (int* labels = _labels, names = filter.Names)
        {
            for (var block = first; block < end; block++)
            {
                var own = labels + ((long)block * Points.BlockRows);
                var count = points.RowsOf(block);
                if (_bounds is not null && _bounds.Rest(block)) continue;
                var m = Left(filter, lows, highs, block);
                var at = columns + ((long)block * d * Points.BlockRows);
                ulong changed;
                if (_bounds is not null) changed = _bounds.Assign(block, at, centres, names, m, own, count, filter.Gap, worker);
                else changed = (m == 1 ? AssignKernel.Same(names[0], own, count) : AssignKernel.Assign(at, d, centres, names, m, own, null, count)) ? All : 0;
                _stale[block] |= changed;
                anyChanged |= changed != 0;
            }
        }

        // Where no label changed, the sums of the round before stand.
        _changed[chunk] = anyChanged;
        if (anyChanged) SumChunk(chunk, worker);
    }

    private void SumChunk(int chunk, int worker)
    {
        var points = _points;
        var table = _k * points.Stride;
        var (first, end) = points.ChunkOfBlocks(chunk);
        new Span<double>(_partials, chunk * table, table).Clear();
        fixed (double* partials = &_partials[chunk * table], tables = _tables)
        {
            for (var block = first; block < end; block++)
            {
                if (tables == null)
                {
                    SumBlock(block, worker, All, partials);
                    continue;
                }

                var own = tables + ((long)block * table);
                if (_stale[block] != 0)
                {
                    SumBlock(block, worker, _stale[block], own);
                    _stale[block] = 0;
                }

                for (var q = 0; q < table; q += 4) Lanes.Store(Lanes.Load(partials + q) + Lanes.Load(own + q), partials + q);
            }
        }
    }

    // Of some clusters, which begin at 0; or of all, on top of what is there.
    private void SumBlock(int block, int worker, ulong clusters, double* sums)
    {
        var (points, from) = (_points, (long)block * Points.BlockRows);
        var (d, stride, rows) = (points.Dimensions, points.Stride, (points.RowsOf(block) + 3) & ~3);
        var some = _k <= 64 && BitOperations.PopCount(clusters) <= SumKernel.MostMasked;
        fixed (double* columns = points.Columns, weights = points.Weights, scratch = _scratch[worker])
        fixed (int* labels = _labels)
        {
            if (_tables is not null && !some) new Span<double>(sums, _k * stride).Clear();
            if (!some) SumKernel.AddBlock(columns + (from * d), weights + from, d, labels + from, _k, stride, scratch, sums, rows);
            for (var left = some ? clusters : 0; left != 0; left &= left - 1)
            {
                var c = BitOperations.TrailingZeroCount(left);
                new Span<double>(sums + (c * stride), stride).Clear();
                SumKernel.AddOne(columns + (from * d), weights + from, d, labels + from, c, scratch, sums + (c * stride), rows);
            }
        }
    }

    private void Join()
    {
        var table = _k * _points.Stride;
        var sums = new Span<double>(_sums, 0, table);
        sums.Clear();
        for (var chunk = 0; chunk < _points.Chunks; chunk++)
        {
            var partial = new Span<double>(_partials, chunk * table, table);
            for (var q = 0; q < sums.Length; q++) sums[q] += partial[q];
        }
    }

    private double Weight(int c) => _sums[(c * _points.Stride) + _points.Dimensions];

    // Means of the clusters; an empty one stays where it is. False when no centre changed by a bit.
    private bool MoveCentres()
    {
        var (d, moved) = (_points.Dimensions, false);
        var before = _bounds is null ? [] : (double[])_centres.Clone();
        for (var c = 0; c < _k; c++)
        {
            var weight = Weight(c);
            if (weight == 0) continue;
            for (var q = 0; q < d; q++)
            {
                var mean = _sums[(c * _points.Stride) + q] / weight;
                ref var centre = ref _centres[(c * d) + q];
                moved |= centre != mean;
                centre = mean;
            }
        }

        _round++;
        _bounds?.Moved(before, _centres, _k);
        return moved;
    }

    // An empty cluster takes the point farthest from its own centre, out of a cluster that has others. True when labels changed.
    private bool Relocate()
    {
        var relocated = false;
        for (var c = 0; c < _k; c++)
        {
            if (Weight(c) != 0) continue;
            if (!relocated) Each(_evaluate);
            var (farthest, at) = (0.0, -1);
            for (var i = 0; i < _points.Count; i++)
            {
                if (_nearest[i] > farthest && Weight(_labels[i]) > _points.Weights[i]) (farthest, at) = (_nearest[i], i);
            }

            if (at < 0) return relocated;
            _labels[at] = c;
            _stale[at / Points.BlockRows] = All;
            _nearest[at] = 0;
            relocated = true;
            _bounds?.Forget();
            Each(_sum);
            Join();
        }

        return relocated;
    }

    // Labels and squared distances for the present centres, and the inertia.
    private double Evaluate()
    {
        Each(_evaluate);
        var sum = 0.0;
        foreach (var block in _blockSums) sum += block;
        return sum;
    }

    private void EvaluateChunk(int chunk, int worker)
    {
        var (points, filter) = (_points, Filter(worker));
        var d = points.Dimensions;
        var (first, end) = points.ChunkOfBlocks(chunk);
        fixed (double* columns = points.Columns, weights = points.Weights, nearest = _nearest, lows = points.Low, highs = points.High, centres = filter.Centres)
        fixed (int* labels = _labels, names = filter.Names)
        {
            for (var block = first; block < end; block++)
            {
                var (from, count) = ((long)block * Points.BlockRows, points.RowsOf(block));
                var m = Left(filter, lows, highs, block);
                if (AssignKernel.Assign(columns + (from * d), d, centres, names, m, labels + from, nearest + from, count)) _stale[block] = All;
                _blockSums[block] = SeedKernel.Weighted(weights + from, nearest + from, count);
                _farthest[block] = SeedKernel.Most(nearest + from, count);
            }
        }
    }

    private (double[] Centres, int K) WithoutEmpty()
    {
        var (used, d) = (new bool[_k], _points.Dimensions);
        for (var i = 0; i < _points.Count; i++) used[_labels[i]] = true;
        var kept = new double[_k * d];
        var k = 0;
        for (var c = 0; c < _k; c++)
        {
            if (!used[c]) continue;
            new Span<double>(_centres, c * d, d).CopyTo(new Span<double>(kept, k * d, d));
            k++;
        }

        var centres = new double[k * d];
        Array.Copy(kept, centres, centres.Length);
        return (centres, k);
    }
}
