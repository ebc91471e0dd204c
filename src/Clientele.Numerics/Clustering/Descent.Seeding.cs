using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

internal sealed unsafe partial class Descent
{
    private readonly double[] _candidateSums;
    private readonly double[] _farthest;
    private readonly double[] _candidates;
    private readonly Work _evaluate;
    private readonly Work _try;
    private readonly Work _keep;
    private int _candidateCount;

    /// <summary>One of the starts that the options ask for, and the way down.</summary>
    /// <param name="k">Centres.</param>
    /// <param name="options">Kind of start, seed and rounds.</param>
    /// <param name="start">Number of the start.</param>
    public Outcome FromStart(int k, KMeansOptions options, int start)
    {
        var draws = new Draws(options.Seed, k, start);
        return options.Start == KMeansStart.Parallel
            ? FromPasses(k, draws, options.MaxIterations)
            : FromDraws(k, draws, options.MaxIterations);
    }

    /// <summary>Draws k centres, fewer when no point is left at a distance from them.</summary>
    public Outcome FromDraws(int k, Draws draws, int mostIterations, List<double>? trace = null)
    {
        var (d, centres) = (_points.Dimensions, new double[k * _points.Dimensions]);
        Room.Fill(_nearest, double.PositiveInfinity);
        Room.Fill(_farthest, double.PositiveInfinity);
        Copy(SeedPlan.First(_points, draws.Uniform(0, 0)), new Span<double>(centres, 0, d));
        Keep(new Span<double>(centres, 0, d));
        var drawn = 1;
        while (drawn < k && AddBest(new Span<double>(centres, drawn * d, d), draws, drawn, SeedPlan.Candidates(k))) drawn++;
        return From(centres, drawn, mostIterations, trace);
    }

    /// <summary>Goes down from the end of a smaller k and one drawn centre more. Its inertia is at most that of the smaller k.</summary>
    public Outcome FromSmaller(Outcome smaller, Draws draws, int mostIterations)
    {
        var d = _points.Dimensions;
        var centres = new double[(smaller.K + 1) * d];
        smaller.Centres.CopyTo(centres, 0);
        Take(smaller.Centres, smaller.K);
        Evaluate();
        var grown = AddBest(new Span<double>(centres, smaller.K * d, d), draws, smaller.K, SeedPlan.WarmCandidates);
        var k = smaller.K + (grown ? 1 : 0);
        var end = From(centres, k, mostIterations);

        // Roundings on the way down may take back a gain of the last digit; the beginning is not worse, term by term.
        return end.Inertia <= smaller.Inertia ? end : At(centres, k, end);
    }

    /// <summary>Given centres [k × d] as they are; one without points takes the farthest point of all instead.</summary>
    public Outcome Only(double[] centres, int k)
    {
        var d = _points.Dimensions;
        Take(centres, k);
        for (var filled = 0; filled < k; filled++)
        {
            Evaluate();
            var sizes = new int[k];
            for (var i = 0; i < _points.Count; i++) sizes[_labels[i]]++;
            var (empty, farthest, at) = (Array.IndexOf(sizes, 0), 0.0, -1);
            for (var i = 0; i < _points.Count && empty >= 0; i++)
            {
                if (_nearest[i] > farthest && sizes[_labels[i]] > 1) (farthest, at) = (_nearest[i], i);
            }

            if (at < 0) break;
            Copy(at, new Span<double>(_centres, empty * d, d));
            _round++;
        }

        return At(_centres, k, new(_centres, k, 0, 0, Converged: true));
    }

    private Outcome At(double[] centres, int k, Outcome end)
    {
        Take(centres, k);
        var inertia = Evaluate();
        var (kept, keptK) = WithoutEmpty();
        return end with { Centres = kept, K = keptK, Inertia = inertia };
    }

    // The drawn candidate that lowers the potential most, the first of equals; false when every point has distance 0.
    private bool AddBest(Span<double> centre, Draws draws, int step, int candidates)
    {
        var (d, potential) = (_points.Dimensions, 0.0);
        foreach (var sum in _blockSums) potential += sum;
        if (potential == 0) return false;

        _candidateCount = candidates;
        for (var t = 0; t < candidates; t++)
            Copy(SeedPlan.Next(_points, _nearest, _blockSums, draws.Uniform(step, t)), new Span<double>(_candidates, t * d, d));
        Each(_try);

        var (least, best) = (double.PositiveInfinity, 0);
        for (var t = 0; t < candidates; t++)
        {
            var sum = 0.0;
            for (var b = 0; b < _points.Blocks; b++) sum += _candidateSums[(b * SeedPlan.MostCandidates) + t];
            if (sum < least) (least, best) = (sum, t);
        }

        new Span<double>(_candidates, best * d, d).CopyTo(centre);
        Keep(centre);
        return true;
    }

    private void Keep(ReadOnlySpan<double> centre)
    {
        centre.CopyTo(_candidates);
        Each(_keep);
    }

    private void Copy(int point, Span<double> to)
    {
        for (var q = 0; q < to.Length; q++) to[q] = _points[point, q];
    }

    // A candidate that is nearer to no point of a block than the centres so far leaves its sum as it is.
    private bool Near(double* candidate, double* low, double* high, int block)
    {
        var square = 0.0;
        for (var q = 0; q < _points.Dimensions; q++)
        {
            var step = Math.Max(Math.Max(low[q] - candidate[q], candidate[q] - high[q]), 0);
            square += step * step;
        }

        return _form == KMeansForm.Lloyd || !(square * (1 - 1e-12 - (1e-15 * _points.Dimensions)) >= _farthest[block]);
    }

    private void TryChunk(int chunk, int worker)
    {
        var points = _points;
        var d = points.Dimensions;
        var (first, end) = points.ChunkOfBlocks(chunk);
        fixed (double* columns = points.Columns, weights = points.Weights, candidates = _candidates, nearest = _nearest, lows = points.Low, highs = points.High)
        {
            for (var block = first; block < end; block++)
            {
                var (from, count, box) = ((long)block * Points.BlockRows, points.RowsOf(block), (long)block * d);
                for (var t = 0; t < _candidateCount; t++)
                {
                    var candidate = candidates + (t * d);
                    _candidateSums[(block * SeedPlan.MostCandidates) + t] = Near(candidate, lows + box, highs + box, block)
                        ? SeedKernel.Potential(columns + (from * d), d, candidate, weights + from, nearest + from, keep: false, count)
                        : _blockSums[block];
                }
            }
        }
    }

    private void KeepChunk(int chunk, int worker)
    {
        var points = _points;
        var d = points.Dimensions;
        var (first, end) = points.ChunkOfBlocks(chunk);
        fixed (double* columns = points.Columns, weights = points.Weights, candidates = _candidates, nearest = _nearest, lows = points.Low, highs = points.High)
        {
            for (var block = first; block < end; block++)
            {
                var (from, count, box) = ((long)block * Points.BlockRows, points.RowsOf(block), (long)block * d);
                if (!Near(candidates, lows + box, highs + box, block)) continue;
                _blockSums[block] = SeedKernel.Potential(columns + (from * d), d, candidates, weights + from, nearest + from, keep: true, count);
                _farthest[block] = SeedKernel.Most(nearest + from, count);
            }
        }
    }
}
