using Clientele.Numerics.Clustering;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Mixed;

/// <summary>
/// K-Prototypes: K-Means for rows with numbers and categories. A cluster's centre holds the means of its numbers and the most frequent of
/// its categories; a row costs its squared distance in the numbers plus gamma for each category that differs.
/// </summary>
/// <remarks>[Hua98]. Scale the numbers first, as for K-Means. Costs starts · rounds · n · k · d; memory 3 · n · d doubles.</remarks>
/// <param name="options">Where to look.</param>
public sealed class KPrototypes(KPrototypesOptions options) : IClusterer
{
    // Order by weight can shift a tie between centres, and that the order; it settles at once except in contrived data.
    private const int MostRounds = 8;

    private readonly KPrototypesOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    public string Method => "kprototypes";

    public double Bytes(int rows, int columns) =>
        (24.0 * rows * columns) + (64.0 * rows) + (Environment.ProcessorCount * ((12.0 * rows) + (56.0 * rows * Math.Min(1, _options.Categorical.Count))));

    public ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        Require.Finite(x);
        context ??= FitContext.Default;
        context.Reserve($"K-Prototypes of {x.Rows:#,0} rows", Bytes(x.Rows, x.Columns), "Fit a sample of the rows and assign the others.");
        var rows = DistinctRows.Of(x, weights);
        var (m, d) = (rows.Rows.Rows, x.Columns);
        var space = MixedSpace.Of(rows, _options);
        var places = new double[(long)m * d];
        for (var i = 0; i < m; i++) space.Place(rows.Rows.Row(i), places.AsSpan(i * d, d));
        var best = Best(space, places, rows.Weights, Math.Min(_options.K, m), context);
        context.Progress?.Report(1);
        return Model(x, rows, space, places, best, context);
    }

    private PrototypeOutcome Best(MixedSpace space, double[] places, double[] weights, int k, FitContext context)
    {
        var (outcomes, done, told) = (new PrototypeOutcome[_options.Starts], 0, new Lock());
        using var crew = new Crew(context.Threads);
        crew.Run(outcomes.Length, (start, _) =>
        {
            outcomes[start] = new PrototypeDescent(space, places, weights, context.Cancellation).From(k, new Draws(_options.Seed, k, start), _options.MaxIterations);
            lock (told) context.Progress?.Report((double)++done / (_options.Starts + 1));
        }, context.Cancellation);
        var best = outcomes[0];
        foreach (var outcome in outcomes)
        {
            if (outcome.Cost < best.Cost) best = outcome;
        }

        return best;
    }

    private static KPrototypesModel Model(Matrix x, DistinctRows rows, MixedSpace space, double[] places, PrototypeOutcome best, FitContext context)
    {
        var (m, d, k, centres) = (rows.Rows.Rows, x.Columns, best.K, best.Centres);
        var (labels, cost) = (new int[m], 0.0);
        var (found, stands) = (Array.Empty<int>(), Enumerable.Range(0, k).ToArray());
        for (var round = 0; ; round++)
        {
            cost = 0;
            for (var i = 0; i < m; i++)
            {
                labels[i] = space.Nearest(new(places, i * d, d), centres, k, out var own);
                cost += rows.Weights[i] * own;
            }

            if (round == 0) found = (int[])labels.Clone();
            var order = Order(labels, rows.Weights, centres, k, d);
            if (round == MostRounds || (order.Length == k && order.SequenceEqual(Enumerable.Range(0, k)))) break;
            var sorted = new double[order.Length * d];
            for (var c = 0; c < order.Length; c++) centres.AsSpan(order[c] * d, d).CopyTo(sorted.AsSpan(c * d));
            (centres, k) = (sorted, order.Length);
            stands = Array.ConvertAll(stands, c => c < 0 ? c : Array.IndexOf(order, c));
        }

        // A row between clusters that tie goes to the first of them: in their final order that may be another than the one whose mode it made.
        var moved = false;
        for (var i = 0; i < m; i++) moved |= stands[found[i]] != labels[i];

        var place = new double[d];
        return new(space, centres)
        {
            K = k,
            Columns = d,
            Labels = rows.Spread(labels, row =>
            {
                space.Place(x.Row(row), place);
                return space.Nearest(place, centres, k, out _);
            }),
            Converged = best.Converged && !moved,
            Cost = space.OriginalSquare(cost),
        };
    }

    // Clusters that have rows: the largest weight first, then by centre column by column.
    private static int[] Order(int[] labels, double[] weights, double[] centres, int k, int d)
    {
        var totals = new double[k];
        for (var i = 0; i < labels.Length; i++) totals[labels[i]] += weights[i];
        var used = Enumerable.Range(0, k).Where(c => totals[c] > 0).ToArray();
        Array.Sort(used, (a, b) =>
        {
            if (totals[a] != totals[b]) return totals[b].CompareTo(totals[a]);
            var byCentre = new ReadOnlySpan<double>(centres, a * d, d).SequenceCompareTo(new(centres, b * d, d));
            return byCentre != 0 ? byCentre : a.CompareTo(b);
        });
        return used;
    }
}
