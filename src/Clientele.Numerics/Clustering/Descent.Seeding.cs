using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

internal sealed unsafe partial class Descent
{
    private readonly double[] _candidateSums;
    private readonly double[] _candidates;
    private readonly Work _evaluate;
    private readonly Work _try;
    private readonly Work _keep;
    private int _candidateCount;

    /// <summary>Draws k centres, fewer when no point is left at a distance from them.</summary>
    public Outcome FromDraws(int k, Draws draws, int mostIterations, List<double>? trace = null)
    {
        var (d, centres) = (_points.Dimensions, new double[k * _points.Dimensions]);
        for (var i = 0; i < _nearest.Length; i++) _nearest[i] = double.PositiveInfinity;
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
        (_k, _centres) = (smaller.K, smaller.Centres);
        Evaluate();
        var grown = AddBest(new Span<double>(centres, smaller.K * d, d), draws, smaller.K, SeedPlan.WarmCandidates);
        var k = smaller.K + (grown ? 1 : 0);
        var end = From(centres, k, mostIterations);

        // Roundings on the way down may take back a gain of the last digit; the beginning is not worse, term by term.
        return end.Inertia <= smaller.Inertia ? end : At(centres, k, end);
    }

    private Outcome At(double[] centres, int k, Outcome end)
    {
        (_k, _centres) = (k, centres);
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

    private void TryChunk(int chunk, int worker)
    {
        var points = _points;
        var (first, end) = points.Chunk(chunk);
        fixed (double* columns = points.Columns, weights = points.Weights, candidates = _candidates, nearest = _nearest)
        {
            for (var from = first; from < end; from += Points.BlockRows)
            {
                var (block, to) = (from / Points.BlockRows, Math.Min(from + Points.BlockRows, end));
                for (var t = 0; t < _candidateCount; t++)
                {
                    _candidateSums[(block * SeedPlan.MostCandidates) + t] = SeedKernel.Potential(
                        columns, points.Padded, points.Dimensions, candidates + (t * points.Dimensions), weights, nearest, keep: false, from, to);
                }
            }
        }
    }

    private void KeepChunk(int chunk, int worker)
    {
        var points = _points;
        var (first, end) = points.Chunk(chunk);
        fixed (double* columns = points.Columns, weights = points.Weights, candidates = _candidates, nearest = _nearest)
        {
            for (var from = first; from < end; from += Points.BlockRows)
            {
                var (block, to) = (from / Points.BlockRows, Math.Min(from + Points.BlockRows, end));
                _blockSums[block] = SeedKernel.Potential(
                    columns, points.Padded, points.Dimensions, candidates, weights, nearest, keep: true, from, to);
            }
        }
    }
}
