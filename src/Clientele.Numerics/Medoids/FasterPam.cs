using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Medoids;

/// <summary>
/// Goes through the rows in their order, over and over, and swaps a medoid with a row as soon as that lowers the total distance, until no
/// swap does. Threads look at several rows ahead; the first that helps is taken, so they decide nothing.
/// </summary>
/// <remarks>[SR21] FasterPAM. Distances are worked out anew each time instead of kept as n² numbers: O(n · d) memory, O(n² · d) a round.</remarks>
internal static class FasterPam
{
    // A swap must win more than what rounding could make up.
    private const double LeastGain = 1e-12;
    private const int MostAhead = 256;

    // Candidates of less work than this are looked at by one thread.
    private const int Shared = 20_000;

    /// <summary>Medoids from which no swap helps.</summary>
    /// <param name="rows">Distinct rows, more of them than medoids.</param>
    /// <param name="medoids">Where to begin [k]; not changed.</param>
    /// <param name="most">Most rounds.</param>
    /// <param name="crew">Looks at candidates.</param>
    /// <param name="cancellation">Looked at between candidates.</param>
    /// <param name="round">Hears of each round that is done; may be null.</param>
    public static MedoidChoice Improve(MedoidRows rows, int[] medoids, int most, Crew crew, CancellationToken cancellation, Action<int>? round = null)
    {
        var (n, near) = (rows.Count, new Neighbourhood(rows, medoids));
        var swaps = new (double Change, int Medoid)[MostAhead];
        var shared = crew.Threads > 1 && (long)n * rows.Columns >= Shared;
        var (at, idle, looked, ahead) = (0, 0, 0L, 1);
        while (idle < n)
        {
            if (looked >= (long)n * most) return new(near.Medoids, near.Total, (int)(looked / n), false);
            var (first, count) = (at, Math.Min(ahead, n - idle));
            void Look(int item, int worker)
            {
                var row = (first + item) % n;
                swaps[item] = near.IsMedoid(row) ? (0, -1) : near.BestSwap(row);
            }

            if (shared) crew.Run(count, Look, cancellation);
            for (var item = 0; item < count && !shared; item++)
            {
                if ((item & 15) == 0) cancellation.ThrowIfCancellationRequested();
                Look(item, 0);
            }

            var taken = 0;
            while (taken < count && !(swaps[taken].Change < -LeastGain * near.Total)) taken++;
            var done = Math.Min(taken + 1, count);
            if (round is not null && (looked + done) / n > looked / n) round((int)((looked + done) / n));
            looked += done;
            at = (at + done) % n;
            if (taken < count)
            {
                near.Swap(swaps[taken].Medoid, (first + taken) % n);
                (idle, ahead) = (0, Math.Max(crew.Threads, ahead / 2));
            }
            else
            {
                (idle, ahead) = (idle + count, Math.Min(2 * ahead, MostAhead));
            }
        }

        return new(near.Medoids, near.Total, (int)((looked + n - 1) / n), true);
    }
}
