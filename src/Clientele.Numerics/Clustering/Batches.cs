using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>The batches of mini-batch K-Means, one after the other: each is drawn by weight, numbered by batch and place.</summary>
/// <remarks>[Scu10]; a batch is small, so one thread does it.</remarks>
internal sealed class Batches
{
    private const int SampleBatches = 3;
    private const int RowsPerCentre = 30;

    // Centres are looked after every so many rows per cluster, in the first half of the batches.
    private const int RowsBetweenMoves = 10;

    // Numbers of draws apart from each other: batches count from 1.
    private const int SampleStart = -2;
    private const int BatchStart = -3;
    private const int MoveStart = -4;

    private readonly Points _points;
    private readonly MiniBatchOptions _options;
    private readonly double[] _running;
    private readonly double[] _counts;
    private readonly double[] _sums;
    private readonly double[] _weights;
    private readonly double[] _row;
    private double _sinceMove;

    /// <summary>Draws first centres on a sample.</summary>
    public Batches(Points points, MiniBatchOptions options, Crew crew, CancellationToken ct)
    {
        (_points, _options) = (points, options);
        _running = new double[points.Count];
        var sum = 0.0;
        for (var i = 0; i < _running.Length; i++) _running[i] = sum += points.Weights[i];
        var sample = Sample(points, options);
        var descent = new Descent(sample, options.K, crew, ct);
        Outcome? best = null;
        for (var start = 0; start < options.Starts; start++)
        {
            var outcome = descent.FromDraws(options.K, new Draws(options.Seed, options.K, start), 1);
            if (best is null || outcome.K > best.K || (outcome.K == best.K && outcome.Inertia < best.Inertia)) best = outcome;
        }

        (Centres, K) = (best!.Centres, best.K);
        (_counts, _sums, _weights, _row) = (new double[K], new double[K * points.Dimensions], new double[K], new double[points.Dimensions]);
    }

    /// <summary>[K × d], in the scaled space.</summary>
    public double[] Centres { get; }

    public int K { get; }

    /// <summary>Batches done.</summary>
    public int Done { get; private set; }

    public static int SampleRows(MiniBatchOptions options) => (int)Math.Min(int.MaxValue / 2, Math.Max((long)SampleBatches * options.BatchRows, (long)RowsPerCentre * options.K));

    /// <summary>Goes on until the centres settle (true) or the batches are used up (false).</summary>
    public bool Run(Meter meter, CancellationToken ct)
    {
        var (draws, smoothed, least, waited) = (new Draws(_options.Seed, _options.K, BatchStart), double.NaN, double.PositiveInfinity, 0);

        // Older batches fade as if about two times all the rows were remembered.
        var share = Math.Min(1, 2.0 * _options.BatchRows / (_points.Count + 1.0));
        while (Done < _options.MaxBatches)
        {
            ct.ThrowIfCancellationRequested();
            Done++;
            var inertia = Step(draws);
            meter.Done();
            if (LookAfter()) (smoothed, least, waited) = (double.NaN, double.PositiveInfinity, 0);

            // The first batch still has the centres of the sample.
            if (Done == 1) continue;
            smoothed = double.IsNaN(smoothed) ? inertia : (smoothed * (1 - share)) + (inertia * share);
            if (smoothed < least) (least, waited) = (smoothed, 0);
            else if (++waited >= _options.Patience) return true;
        }

        return false;
    }

    // Gives the rows of a batch to their centres, then moves each centre to the mean of all rows it was ever given.
    private double Step(Draws draws)
    {
        var (d, inertia) = (_points.Dimensions, 0.0);
        Array.Clear(_sums);
        Array.Clear(_weights);
        for (var b = 0; b < _options.BatchRows; b++)
        {
            var i = Row(draws.Uniform(Done, b));
            for (var q = 0; q < d; q++) _row[q] = _points[i, q];
            var (near, square) = Nearest(_row);
            inertia += square;
            _weights[near]++;
            for (var q = 0; q < d; q++) _sums[(near * d) + q] += _row[q];
        }

        for (var c = 0; c < K; c++)
        {
            if (_weights[c] == 0) continue;
            _counts[c] += _weights[c];
            for (var q = 0; q < d; q++)
            {
                // [Scu10] with one rate, 1 / count, for all rows of the batch together.
                ref var centre = ref Centres[(c * d) + q];
                centre += (_sums[(c * d) + q] - (_weights[c] * centre)) / _counts[c];
            }
        }

        return inertia / _options.BatchRows;
    }

    // Moves centres that hardly any row goes to; they begin anew with the least count of the others.
    private bool LookAfter()
    {
        _sinceMove += _options.BatchRows;
        if (_options.LeastShare == 0 || Done > _options.MaxBatches / 2 || _sinceMove < RowsBetweenMoves * K) return false;
        _sinceMove = 0;
        var most = 0.0;
        foreach (var count in _counts) most = Math.Max(most, count);
        var (draws, floor, moved) = (new Draws(_options.Seed, _options.K, MoveStart), double.PositiveInfinity, false);
        foreach (var count in _counts)
        {
            if (count >= _options.LeastShare * most) floor = Math.Min(floor, count);
        }

        for (var c = 0; c < K; c++)
        {
            if (_counts[c] >= _options.LeastShare * most) continue;
            var i = Row(draws.Uniform(Done, c));
            for (var q = 0; q < _points.Dimensions; q++) Centres[(c * _points.Dimensions) + q] = _points[i, q];
            _counts[c] = floor;
            moved = true;
        }

        return moved;
    }

    // By weight.
    private int Row(double uniform)
    {
        var target = uniform * _running[^1];
        var (low, high) = (0, _running.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_running[middle] > target) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private (int Near, double Square) Nearest(ReadOnlySpan<double> row)
    {
        var (near, least) = (0, double.PositiveInfinity);
        for (var c = 0; c < K; c++)
        {
            var sum = 0.0;
            var centre = new ReadOnlySpan<double>(Centres, c * row.Length, row.Length);
            for (var q = 0; q < row.Length; q++)
            {
                var step = centre[q] - row[q];
                sum += step * step;
            }

            if (sum < least) (least, near) = (sum, c);
        }

        return (near, least);
    }

    // Distinct rows drawn by weight; all of them when there are no more than wanted.
    private Points Sample(Points points, MiniBatchOptions options)
    {
        var wanted = SampleRows(options);
        if (points.Count <= wanted) return points;
        var (draws, taken, rows) = (new Draws(options.Seed, options.K, SampleStart), new bool[points.Count], new List<int>());
        for (var s = 0; s < wanted; s++) taken[Row(draws.Uniform(s, 0))] = true;
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i]) rows.Add(i);
        }

        return rows.Count > options.K ? points.Some([.. rows]) : points;
    }
}
