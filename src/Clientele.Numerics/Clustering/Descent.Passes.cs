namespace Clientele.Numerics.Clustering;

internal sealed unsafe partial class Descent
{
    private const int Passes = 5;
    private const double PerPass = 2;

    /// <summary>Draws centres in five passes over all points, each point for itself, and lets k-means++ choose k of them by what they stand for.</summary>
    /// <remarks>[BMV12] with oversampling ℓ = 2 k. A point's draw is numbered by pass and point.</remarks>
    public Outcome FromPasses(int k, Draws draws, int mostIterations)
    {
        var d = _points.Dimensions;
        Room.Fill(_nearest, double.PositiveInfinity);
        Room.Fill(_farthest, double.PositiveInfinity);
        var owner = new int[_points.Padded];
        List<int> drawn = [SeedPlan.First(_points, draws.Uniform(0, 0))];
        Own(drawn, 0, owner);
        for (var pass = 1; pass <= Passes; pass++)
        {
            var potential = 0.0;
            foreach (var sum in _blockSums) potential += sum;
            if (potential == 0) break;
            var (before, rate) = (drawn.Count, PerPass * k / potential);
            for (var i = 0; i < _points.Count; i++)
            {
                // [BMV12] step 4: with probability ℓ · w · d² / φ.
                if (draws.Uniform(pass, i) < rate * _points.Weights[i] * _nearest[i]) drawn.Add(i);
            }

            Own(drawn, before, owner);
        }

        if (drawn.Count <= k) return FromFew(drawn, k, draws, mostIterations);
        var weights = new double[drawn.Count];
        for (var i = 0; i < _points.Count; i++) weights[owner[i]] += _points.Weights[i];
        var chosen = CandidateDraw.Choose(_points, drawn, weights, k, draws);
        var centres = new double[chosen.Count * d];
        for (var c = 0; c < chosen.Count; c++) Copy(chosen[c], new Span<double>(centres, c * d, d));
        return From(centres, chosen.Count, mostIterations);
    }

    // The passes drew too few: k-means++ goes on from there.
    private Outcome FromFew(List<int> drawn, int k, Draws draws, int mostIterations)
    {
        var (d, centres) = (_points.Dimensions, new double[k * _points.Dimensions]);
        for (var c = 0; c < drawn.Count; c++) Copy(drawn[c], new Span<double>(centres, c * d, d));
        var count = drawn.Count;
        while (count < k && AddBest(new Span<double>(centres, count * d, d), draws, Passes + count, SeedPlan.Candidates(k))) count++;
        return From(centres, count, mostIterations);
    }

    // Nearest of the drawn points, and the squared distance to it, the earlier one on a tie.
    private void Own(List<int> drawn, int from, int[] owner)
    {
        var d = _points.Dimensions;
        var centres = new double[(drawn.Count - from) * d];
        for (var c = from; c < drawn.Count; c++) Copy(drawn[c], new Span<double>(centres, (c - from) * d, d));
        Each((chunk, _) =>
        {
            var (first, end) = _points.ChunkOfBlocks(chunk);
            fixed (double* columns = _points.Columns, weights = _points.Weights, at = centres, nearest = _nearest, lows = _points.Low, highs = _points.High)
            fixed (int* owners = owner)
            {
                for (var block = first; block < end; block++)
                {
                    var (row, count, box) = ((long)block * Points.BlockRows, _points.RowsOf(block), (long)block * d);
                    for (var c = from; c < drawn.Count; c++)
                    {
                        var centre = at + ((c - from) * d);
                        if (!Near(centre, lows + box, highs + box, block)) continue;
                        SeedKernel.Own(columns + (row * d), d, centre, c, nearest + row, owners + row, count);
                        _farthest[block] = SeedKernel.Most(nearest + row, count);
                    }

                    _blockSums[block] = SeedKernel.Weighted(weights + row, nearest + row, count);
                }
            }
        });
    }
}
