using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Neighbours;

/// <summary>The nearest of k centres for many rows by Euclidean or Manhattan distance, the lowest index on a tie.</summary>
internal static class NearestCentre
{
    private const int Piece = 4096;

    /// <summary>Index of the nearest centre for each row [n].</summary>
    /// <param name="values">[n × d], row-major, in the frame.</param>
    /// <param name="centres">[k × d], row-major, in the frame; k ≥ 1.</param>
    /// <param name="d">Columns.</param>
    /// <param name="manhattan">Sums of differences instead of squares.</param>
    public static int[] Of(double[] values, double[] centres, int d, bool manhattan, Crew crew, CancellationToken cancellation, IProgress<double>? progress)
    {
        var labels = new int[values.Length / d];
        var pieces = (labels.Length + Piece - 1) / Piece;
        var done = 0;
        crew.Run(pieces, (piece, _) =>
        {
            for (var i = piece * Piece; i < Math.Min(labels.Length, (piece + 1) * Piece); i++)
            {
                if ((i & 255) == 0) cancellation.ThrowIfCancellationRequested();
                labels[i] = Nearest(new(values, i * d, d), centres, manhattan);
            }

            progress?.Report((double)Interlocked.Increment(ref done) / pieces);
        }, cancellation);
        return labels;
    }

    private static int Nearest(ReadOnlySpan<double> row, ReadOnlySpan<double> centres, bool manhattan)
    {
        var (least, nearest) = (double.PositiveInfinity, 0);
        for (var (c, at) = (0, 0); at < centres.Length; c++, at += row.Length)
        {
            var sum = 0.0;
            for (var q = 0; q < row.Length; q++)
            {
                var step = row[q] - centres[at + q];
                sum += manhattan ? Math.Abs(step) : step * step;
            }

            if (sum < least) (least, nearest) = (sum, c);
        }

        return nearest;
    }
}
