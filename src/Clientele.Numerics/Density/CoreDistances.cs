using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Density;

/// <summary>How far each row has to reach until the rows within weigh enough, itself included.</summary>
internal static unsafe class CoreDistances
{
    private const int Piece = 512;

    /// <summary>Squared core distances by index [n]; all infinite when all rows together weigh too little.</summary>
    public static double[] Of(KdTree tree, double[] weights, int enough, Crew crew, FitContext context)
    {
        var squares = new double[tree.Count];
        var pieces = (tree.Count + Piece - 1) / Piece;
        var lists = new NearestList?[crew.Threads];
        var done = 0;
        crew.Run(pieces, (piece, worker) =>
        {
            var list = lists[worker] ??= new(tree, weights, enough);
            for (var p = piece * Piece; p < Math.Min(tree.Count, (piece + 1) * Piece); p++)
            {
                if ((p & 63) == 0) context.Cancellation.ThrowIfCancellationRequested();
                var i = tree.Order[p];
                if (weights[i] >= enough) continue;
                list.Find(tree.At + ((nint)p * tree.Columns));
                squares[i] = list.Reach;
            }

            context.Progress?.Report(0.3 * Interlocked.Increment(ref done) / pieces);
        }, context.Cancellation);
        return squares;
    }
}
