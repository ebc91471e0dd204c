using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Medoids;

/// <summary>The nearest of k points for many rows, the lowest index on a tie; squares are compared for both Euclidean distances.</summary>
internal static class NearestMedoid
{
    private const int Piece = 4096;

    /// <summary>Index of the nearest point for each row [n].</summary>
    /// <param name="values">[n × d], row-major, in the frame.</param>
    /// <param name="medoids">[k × d], row-major, in the frame; k ≥ 1.</param>
    /// <param name="d">Columns.</param>
    /// <param name="distance">What lies between two rows.</param>
    public static int[] Of(double[] values, double[] medoids, int d, MedoidDistance distance, Crew crew, CancellationToken cancellation, IProgress<double>? progress)
    {
        var labels = new int[values.Length / d];
        var pieces = (labels.Length + Piece - 1) / Piece;
        var done = 0;
        crew.Run(pieces, (piece, _) =>
        {
            for (var i = piece * Piece; i < Math.Min(labels.Length, (piece + 1) * Piece); i++)
            {
                if ((i & 255) == 0) cancellation.ThrowIfCancellationRequested();
                labels[i] = Nearest(new(values, i * d, d), medoids, distance);
            }

            progress?.Report((double)Interlocked.Increment(ref done) / pieces);
        }, cancellation);
        return labels;
    }

    private static int Nearest(ReadOnlySpan<double> row, ReadOnlySpan<double> medoids, MedoidDistance distance)
    {
        var (least, nearest) = (double.PositiveInfinity, 0);
        for (var (c, at) = (0, 0); at < medoids.Length; c++, at += row.Length)
        {
            var sum = 0.0;
            for (var q = 0; q < row.Length; q++)
            {
                var step = row[q] - medoids[at + q];
                sum += distance == MedoidDistance.Manhattan ? Math.Abs(step) : step * step;
            }

            if (sum < least) (least, nearest) = (sum, c);
        }

        return nearest;
    }
}
