using Clientele.Numerics.Clustering;
using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Medoids;

/// <summary>
/// K-Medoids: k rows with little sum of distances from all rows to the nearest of them. Ends where no swap of a medoid with another row
/// lowers the sum (by more than 1e-12 of it).
/// </summary>
/// <remarks>[SR21] FasterPAM; with <see cref="KMedoidsOptions.SampleRows"/> FastCLARA. Time O(n² · d) a round without sampling, O(n · k · d) with;
/// memory O(n · d), because distances are worked out instead of kept.</remarks>
public sealed class KMedoids(KMedoidsOptions options) : IClusterer
{
    public const string Name = "kmedoids";

    private const int Piece = 4096;
    private const int MostRounds = 8;

    private readonly KMedoidsOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    public string Method => Name;

    public double Bytes(int rows, int columns) => (rows * ((40.0 * columns) + 100)) + (160.0 * Math.Min(rows, _options.K) * (columns + 1));

    public ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        context ??= FitContext.Default;
        Require.Finite(x);
        context.Reserve($"K-Medoids of {x.Rows:#,0} rows", Bytes(x.Rows, x.Columns), "Cluster a sample of the rows and assign the others to it.");
        var distinct = DistinctRows.Of(x, weights);
        var frame = Frame.Of(distinct.Rows);
        var values = frame.Of(distinct.Rows.Values);
        var rows = new MedoidRows(values, distinct.Weights, x.Columns, _options.Distance);
        using var crew = new Crew(context.Threads);
        var choice = rows.Count <= _options.K ? new([.. Enumerable.Range(0, rows.Count)], 0, 0, true)
            : _options.SampleRows > 0 && rows.Count > Sample(rows) ? OfSamples(rows, values, crew, context)
            : OfAll(rows, 0, crew, context);
        var (medoids, labels) = Canonically(choice.Rows, values, distinct.Weights, crew, context.Cancellation);
        var (first, at) = (new int[rows.Count], new double[(long)medoids.Length * x.Columns]);
        for (var i = x.Rows - 1; i >= 0; i--)
        {
            if (distinct.Group[i] >= 0) first[distinct.Group[i]] = i;
        }

        for (var c = 0; c < medoids.Length; c++) Array.Copy(distinct.Rows.Values, (long)medoids[c] * x.Columns, at, (long)c * x.Columns, x.Columns);
        var model = new KMedoidsModel(_options.Distance, frame, new(at, medoids.Length, x.Columns))
        {
            K = medoids.Length,
            Columns = x.Columns,
            Labels = distinct.Spread(labels, static _ => 0),
            Converged = choice.Converged,
            MedoidRows = Array.ConvertAll(medoids, i => first[i]),
            TotalDistance = _options.Distance == MedoidDistance.SquaredEuclidean ? frame.OriginalSquare(choice.Total) : frame.OriginalLength(choice.Total),
            Rounds = choice.Rounds,
        };
        context.Progress?.Report(1);
        return AbsentRows.Labelled(model, x, distinct, context);
    }

    // The heaviest cluster first, then by values. The order can shift a tie between medoids, and that the order; it settles at once
    // except in contrived data.
    private (int[] Medoids, int[] Labels) Canonically(int[] rows, double[] values, double[] weights, Crew crew, CancellationToken cancellation)
    {
        var (medoids, labels, d) = ((int[])rows.Clone(), Array.Empty<int>(), values.Length / weights.Length);
        Array.Sort(medoids);
        for (var round = 0; round < MostRounds; round++)
        {
            var at = new double[(long)medoids.Length * d];
            for (var c = 0; c < medoids.Length; c++) Array.Copy(values, (long)medoids[c] * d, at, (long)c * d, d);
            labels = NearestCentre.Of(values, at, d, _options.Distance == MedoidDistance.Manhattan, crew, cancellation, null);
            var (totals, order) = (new double[medoids.Length], new int[medoids.Length]);
            for (var i = 0; i < labels.Length; i++) totals[labels[i]] += weights[i];
            for (var c = 0; c < order.Length; c++) order[c] = c;
            Array.Sort(order, (a, b) => totals[a] != totals[b] ? totals[b].CompareTo(totals[a]) : medoids[a].CompareTo(medoids[b]));
            if (IsSorted(order)) break;
            if (round < MostRounds - 1) medoids = Array.ConvertAll(order, c => medoids[c]);
        }

        return (medoids, labels);
    }

    private static bool IsSorted(int[] order)
    {
        for (var c = 0; c < order.Length; c++)
        {
            if (order[c] != c) return false;
        }

        return true;
    }

    // Sampled or not, a search needs more rows than medoids.
    private int Sample(MedoidRows rows) => Math.Min(rows.Count, Math.Max(_options.SampleRows, (2 * _options.K) + 1));

    private MedoidChoice OfAll(MedoidRows rows, int draw, Crew crew, FitContext context)
    {
        MedoidChoice? best = null;
        var starts = _options.Start == MedoidStart.Build ? 1 : _options.Starts;
        for (var start = 0; start < starts; start++)
        {
            var number = start;
            var first = FirstMedoids.Of(rows, _options.K, _options.Start, new(_options.Seed, _options.K, (draw * starts) + start), crew, context.Cancellation);
            var choice = FasterPam.Improve(rows, first, _options.MaxIterations, crew, context.Cancellation, round =>
            {
                // Rounds are few, but nobody knows how few.
                if (draw == 0) context.Progress?.Report(0.95 * (number + 1 - (1.0 / (1 + round))) / starts);
            });
            if (best is null || choice.Total < best.Total) best = choice;
        }

        return best!;
    }

    private MedoidChoice OfSamples(MedoidRows rows, double[] values, Crew crew, FitContext context)
    {
        MedoidChoice? best = null;
        var d = rows.Columns;
        for (var s = 0; s < _options.Samples; s++)
        {
            var drawn = FirstMedoids.Drawn(rows.Count, Sample(rows), new(_options.Seed, -1, s), 0);
            var members = new SortedSet<int>(drawn);
            if (best is not null) members.UnionWith(best.Rows);
            int[] all = [.. members];
            var sample = new double[(long)all.Length * d];
            for (var i = 0; i < all.Length; i++) Array.Copy(values, (long)all[i] * d, sample, (long)i * d, d);
            var choice = OfAll(new(sample, Array.ConvertAll(all, i => rows.Weights[i]), d, rows.Distance), s + 1, crew, context with { Progress = null });
            var medoids = Array.ConvertAll(choice.Rows, i => all[i]);
            choice = choice with { Rows = medoids, Total = Total(rows, medoids, crew, context.Cancellation) };
            if (best is null || choice.Total < best.Total) best = choice;
            context.Progress?.Report(0.95 * (s + 1) / _options.Samples);
        }

        return best!;
    }

    private static double Total(MedoidRows rows, int[] medoids, Crew crew, CancellationToken cancellation)
    {
        var sums = new double[(rows.Count + Piece - 1) / Piece];
        crew.Run(sums.Length, (piece, _) =>
        {
            for (var i = piece * Piece; i < Math.Min(rows.Count, (piece + 1) * Piece); i++)
            {
                var least = double.PositiveInfinity;
                foreach (var medoid in medoids) least = Math.Min(least, rows.Between(i, medoid));
                sums[piece] += rows.Weights[i] * least;
            }
        }, cancellation);
        var total = 0.0;
        foreach (var sum in sums) total += sum;
        return total;
    }
}
