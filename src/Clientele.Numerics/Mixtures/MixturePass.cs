using System.Runtime.Intrinsics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Mixtures;

/// <summary>
/// One look at all rows: what each component has in them. Chunks of rows are summed on their own and joined in their order, whoever
/// summed them.
/// </summary>
internal sealed unsafe class MixturePass
{
    private const int Block = MixtureRows.Block;

    private readonly MixtureRows _rows;
    private readonly Crew _crew;
    private readonly CancellationToken _cancellation;
    private readonly bool _triangular;
    private readonly int _size;
    private readonly Scratch[] _scratch;
    private readonly double[] _partials;
    private readonly double[] _likelihoods;

    public MixturePass(MixtureRows rows, int mostK, CovarianceShape shape, Crew crew, CancellationToken cancellation)
    {
        (_rows, _crew, _cancellation, _triangular) = (rows, crew, cancellation, Components.IsTriangular(shape));
        _size = 1 + rows.Columns + Components.Length(shape, rows.Columns);
        _scratch = new Scratch[crew.Threads];
        for (var w = 0; w < _scratch.Length; w++) _scratch[w] = new(mostK, rows.Columns, _triangular);
        _partials = new double[(long)rows.Chunks * mostK * _size];
        _likelihoods = new double[rows.Chunks];
    }

    /// <summary>Bytes for threads and chunks.</summary>
    public static double Bytes(int n, int d, int k, CovarianceShape shape, int threads)
    {
        var chunks = Math.Min(64.0, 1 + (n / 1024.0));
        return (chunks * k * (1 + d + Components.Length(shape, d)) * 8) + (threads * (32.0 * k * MomentKernel.Length(d, Components.IsTriangular(shape)) + (512.0 * k) + (1200.0 * (d + 4))));
    }

    /// <summary>Moments about the means, by memberships; and Σ weight · ln density.</summary>
    public (double Likelihood, double[] Moments) Expect(Components mixture) => Each(mixture, null);

    /// <summary>Moments about the means, every row a member of one component.</summary>
    public double[] Count(Components mixture, int[] labels) => Each(mixture, labels).Moments;

    /// <summary>Σ weight · ln density, and the most likely component of each row, the lowest of equals.</summary>
    public (double Likelihood, int[] Labels) Label(Components mixture)
    {
        var labels = new int[_rows.Count];
        _crew.Run(_rows.Chunks, (chunk, worker) =>
        {
            var (scratch, likelihood) = (_scratch[worker], Vector256<double>.Zero);
            fixed (double* values = _rows.Values, weights = _rows.Weights, means = mixture.Means, whitening = mixture.Whitening)
            fixed (double* differences = scratch.Differences, logs = scratch.Logs)
            {
                for (var block = chunk * _rows.ChunkBlocks; block < Math.Min(_rows.Blocks, (chunk + 1) * _rows.ChunkBlocks); block++)
                {
                    DensityKernel.Logs(values + ((nint)block * Block * _rows.Columns), mixture, means, whitening, differences, logs);
                    for (var r = 0; r < Math.Min(Block, _rows.Count - (block * Block)); r++) labels[(block * Block) + r] = Largest(logs + r, mixture.K);
                    likelihood += DensityKernel.Share(logs, mixture.K, weights + (block * Block));
                }
            }

            _likelihoods[chunk] = Sum(likelihood);
        }, _cancellation);
        return (Likelihood(), labels);
    }

    /// <summary>Memberships of each row [n × k], and ln density of each row [n]; weights are left out.</summary>
    public void Share(Components mixture, double[]? memberships, double[]? densities)
    {
        var k = mixture.K;
        _crew.Run(_rows.Chunks, (chunk, worker) =>
        {
            var scratch = _scratch[worker];
            var ones = stackalloc double[Block];
            new Span<double>(ones, Block).Fill(1);
            fixed (double* values = _rows.Values, means = mixture.Means, whitening = mixture.Whitening)
            fixed (double* differences = scratch.Differences, logs = scratch.Logs)
            {
                for (var block = chunk * _rows.ChunkBlocks; block < Math.Min(_rows.Blocks, (chunk + 1) * _rows.ChunkBlocks); block++)
                {
                    DensityKernel.Logs(values + ((nint)block * Block * _rows.Columns), mixture, means, whitening, differences, logs);
                    var count = Math.Min(Block, _rows.Count - (block * Block));
                    for (var r = 0; r < count && densities is not null; r++) densities[(block * Block) + r] = Density(logs + r, k);
                    if (memberships is null) continue;
                    DensityKernel.Share(logs, k, ones);
                    for (var r = 0; r < count; r++)
                    {
                        for (var c = 0; c < k; c++) memberships[((((long)block * Block) + r) * k) + c] = logs[(c * Block) + r];
                    }
                }
            }
        }, _cancellation);
    }

    private static int Largest(double* logs, int k)
    {
        var best = 0;
        for (var c = 1; c < k; c++)
        {
            if (logs[c * Block] > logs[best * Block]) best = c;
        }

        return best;
    }

    private static double Density(double* logs, int k)
    {
        var (largest, sum) = (logs[Largest(logs, k) * Block], 0.0);
        for (var c = 0; c < k; c++) sum += Exponential.Of(Vector256.Create(logs[c * Block] - largest))[0];
        return largest + Exponential.Log(sum);
    }

    private (double Likelihood, double[] Moments) Each(Components mixture, int[]? labels)
    {
        var (k, table) = (mixture.K, mixture.K * _size);
        _crew.Run(_rows.Chunks, (chunk, worker) =>
        {
            _cancellation.ThrowIfCancellationRequested();
            Chunk(mixture, labels, chunk, _scratch[worker]);
            _scratch[worker].Join(k, _rows.Columns, _triangular, new(_partials, chunk * table, table));
        }, _cancellation);
        var moments = new double[table];
        for (var chunk = 0; chunk < _rows.Chunks; chunk++)
        {
            for (var s = 0; s < table; s++) moments[s] += _partials[(chunk * table) + s];
        }

        return (Likelihood(), moments);
    }

    private void Chunk(Components mixture, int[]? labels, int chunk, Scratch scratch)
    {
        var (k, d, length, likelihood) = (mixture.K, _rows.Columns, 4 * scratch.Length, Vector256<double>.Zero);
        Array.Clear(scratch.Sums);
        fixed (double* values = _rows.Values, weights = _rows.Weights, means = mixture.Means, whitening = mixture.Whitening)
        fixed (double* differences = scratch.Differences, logs = scratch.Logs, moments = scratch.Moments, sums = scratch.Sums)
        {
            for (var block = chunk * _rows.ChunkBlocks; block < Math.Min(_rows.Blocks, (chunk + 1) * _rows.ChunkBlocks); block++)
            {
                var at = values + ((nint)block * Block * d);
                if (labels is null)
                {
                    DensityKernel.Logs(at, mixture, means, whitening, differences, logs);
                    likelihood += DensityKernel.Share(logs, k, weights + (block * Block));
                }
                else
                {
                    new Span<double>(logs, k * Block).Clear();
                    for (var r = 0; r < Math.Min(Block, _rows.Count - (block * Block)); r++)
                        logs[(labels[(block * Block) + r] * Block) + r] = weights[(block * Block) + r];
                }

                for (var c = 0; c < k; c++) MomentKernel.Add(at, d, means + (c * d), logs + (c * Block), _triangular, moments, sums + ((nint)c * length));
            }
        }

        _likelihoods[chunk] = Sum(likelihood);
    }

    private double Likelihood()
    {
        var sum = 0.0;
        foreach (var likelihood in _likelihoods) sum += likelihood;
        return sum;
    }

    private static double Sum(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);

    /// <summary>Room of one thread.</summary>
    private sealed class Scratch(int k, int d, bool triangular)
    {
        public int Length { get; } = MomentKernel.Length(d, triangular);

        public double[] Logs { get; } = new double[k * Block];

        public double[] Differences { get; } = new double[d * 16];

        public double[] Moments { get; } = new double[2 * MomentKernel.Pitch(d) * Block];

        public double[] Sums { get; } = new double[4L * k * MomentKernel.Length(d, triangular)];

        /// <summary>Adds the lanes: per component its weight, first moments [d] and second ones (triangle, or diagonal [d]).</summary>
        public void Join(int components, int columns, bool triangles, Span<double> to)
        {
            var (at, pitch) = (0, MomentKernel.Pitch(columns));
            for (var c = 0; c < components; c++)
            {
                var from = c * Length;
                for (var q = 0; q <= columns; q++) to[at++] = Lane(from + q);
                for (var i = 0; i < columns; i++)
                {
                    for (var j = triangles ? 0 : i; j <= i; j++) to[at++] = Lane(from + 1 + pitch + (triangles ? (i * pitch) + j : i));
                }
            }
        }

        private double Lane(int vector) => (Sums[4 * vector] + Sums[(4 * vector) + 1]) + (Sums[(4 * vector) + 2] + Sums[(4 * vector) + 3]);
    }
}
