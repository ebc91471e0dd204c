using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// One start of K-Means and its way down: Lloyd rounds until no point changes its cluster, then single points that lower the inertia by
/// changing the cluster (moving both centres), then Lloyd again, until neither moves anything.
/// </summary>
/// <remarks>[Llo82]; [HW79] for the single moves; [AV07] for the draws. <see cref="PlainKMeans"/> is the same without vectors and threads.</remarks>
internal sealed unsafe partial class Descent
{
    private readonly Points _points;
    private readonly Crew? _crew;
    private readonly CancellationToken _cancellation;
    private readonly int[] _labels;
    private readonly double[] _nearest;
    private readonly double[] _blockSums;
    private readonly double[][] _scratch;
    private readonly double[] _partials;
    private readonly double[] _sums;
    private readonly bool[] _changed;
    private readonly Work _assign;
    private readonly Work _sum;
    private double[] _centres = [];
    private int _k;

    /// <summary>Room for starts of up to <paramref name="mostK"/> centres, one after the other.</summary>
    /// <param name="points">What to cluster.</param>
    /// <param name="mostK">Largest k of any start.</param>
    /// <param name="crew">Shares the chunks of each round among its threads; null when whole starts are shared instead. Same bits.</param>
    /// <param name="cancellation">Looked at once a round.</param>
    public Descent(Points points, int mostK, Crew? crew, CancellationToken cancellation)
    {
        (_points, _crew, _cancellation) = (points, crew, cancellation);
        var table = mostK * points.Stride;
        _labels = new int[points.Padded];
        _nearest = new double[points.Padded];
        _marks = new byte[points.Padded / 4];
        _blockSums = new double[points.Blocks];
        _candidateSums = new double[points.Blocks * SeedPlan.MostCandidates];
        _candidates = new double[SeedPlan.MostCandidates * points.Dimensions];
        _scratch = new double[crew?.Threads ?? 1][];
        for (var w = 0; w < _scratch.Length; w++) _scratch[w] = new double[4 * table];
        _partials = new double[points.Chunks * table];
        _sums = new double[table];
        _changed = new bool[points.Chunks];
        (_assign, _sum, _evaluate, _try, _keep, _mark) = (AssignChunk, SumChunk, EvaluateChunk, TryChunk, KeepChunk, MarkChunk);
    }

    /// <summary>Goes down from given centres [k × d], which are not changed.</summary>
    /// <param name="trace">Receives the inertia after each round; may be null.</param>
    public Outcome From(double[] centres, int k, int mostIterations, List<double>? trace = null)
    {
        (_k, _centres) = (k, new double[k * _points.Dimensions]);
        Array.Copy(centres, _centres, _centres.Length);
        for (var i = 0; i < _labels.Length; i++) _labels[i] = -1;
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
        if (_crew is not null)
        {
            _crew.Run(_points.Chunks, work, _cancellation);
            return;
        }

        for (var chunk = 0; chunk < _points.Chunks; chunk++) work(chunk, 0);
    }

    private void AssignChunk(int chunk, int worker)
    {
        var points = _points;
        var table = _k * points.Stride;
        var (first, end) = points.Chunk(chunk);
        bool changed;
        fixed (double* columns = points.Columns, rows = points.Rows, centres = _centres, scratch = _scratch[worker], partials = _partials)
        fixed (int* labels = _labels)
        {
            // The blocks of a chunk stand one behind the other.
            changed = AssignKernel.Assign(columns, points.Padded, points.Dimensions, centres, _k, labels, null, first, end);
            if (changed) SumBlocks(points, rows, labels, scratch, partials + (chunk * table), first, end);
        }

        // Where no label changed, the sums of the round before stand.
        _changed[chunk] = changed;
    }

    private void SumChunk(int chunk, int worker)
    {
        var points = _points;
        var table = _k * points.Stride;
        var (first, end) = points.Chunk(chunk);
        fixed (double* rows = points.Rows, scratch = _scratch[worker], partials = _partials)
        fixed (int* labels = _labels)
        {
            SumBlocks(points, rows, labels, scratch, partials + (chunk * table), first, end);
        }
    }

    private void SumBlocks(Points points, double* rows, int* labels, double* scratch, double* sums, int first, int end)
    {
        new Span<double>(sums, _k * points.Stride).Clear();
        for (var from = first; from < end; from += Points.BlockRows)
        {
            var to = Math.Min(from + Points.BlockRows, end);
            SumKernel.AddBlock(rows, points.Stride, labels, _k, scratch, sums, from, (to + 3) & ~3);
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
            _nearest[at] = 0;
            relocated = true;
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
        var points = _points;
        var (first, end) = points.Chunk(chunk);
        fixed (double* columns = points.Columns, weights = points.Weights, centres = _centres, nearest = _nearest)
        fixed (int* labels = _labels)
        {
            for (var from = first; from < end; from += Points.BlockRows)
            {
                var to = Math.Min(from + Points.BlockRows, end);
                AssignKernel.Assign(columns, points.Padded, points.Dimensions, centres, _k, labels, nearest, from, to);
                _blockSums[from / Points.BlockRows] = SeedKernel.Weighted(weights, nearest, from, to);
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
