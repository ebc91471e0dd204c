using Clientele.Numerics.Clustering;
using Clientele.Numerics.Medoids;
using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Mixtures;

/// <summary>
/// A mixture of normal distributions; a row belongs to the component it most likely comes from. Components that end up as the most likely
/// one of no row are taken out and the rest fitted on, so every cluster has rows.
/// </summary>
/// <remarks>[DLR77], begun from K-Means of at most 16,384 distinct rows. Time O(n · k · d²) a round, O(n · k · d) along the axes; memory O(n · d).</remarks>
public sealed class GaussianMixture(GaussianMixtureOptions options) : IClusterer
{
    public const string Name = "gmm";

    // A start needs no optimum, only a good place to begin: K-Means of so many drawn rows, the best of a few tries.
    private const int StartRows = 16_384;
    private const int StartTries = 8;
    private const int StartRounds = 30;

    private const int MostRounds = 8;

    // Components of one row each are this small beside the gap to the next row.
    private const double ShareOfGap = 1e-6;
    private const double LeastVariance = 1e-200;

    private readonly GaussianMixtureOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    public string Method => Name;

    public double Bytes(int rows, int columns)
    {
        var k = Math.Min(rows, _options.K);
        return (rows * ((64.0 * columns) + 120)) + MixturePass.Bytes(rows, columns, k, _options.Covariance, Environment.ProcessorCount)
            + (60.0 * k * (columns + Components.Length(_options.Covariance, columns)));
    }

    public ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        context ??= FitContext.Default;
        Require.Finite(x);
        context.Reserve(
            $"a mixture of {_options.K:#,0} components over {x.Rows:#,0} rows", Bytes(x.Rows, x.Columns),
            "Ask for fewer components or for diagonal covariances, or fit a sample of the rows and assign the others to it.");
        var distinct = DistinctRows.Of(x, weights);
        var (frame, d) = (Frame.Of(distinct.Rows), x.Columns);
        var values = frame.Of(distinct.Rows.Values);
        using var crew = new Crew(context.Threads);
        var rows = new MixtureRows(values, distinct.Weights, d);
        var k = Math.Min(_options.K, rows.Count);
        var pass = new MixturePass(rows, k, _options.Covariance, crew, context.Cancellation);
        var outcome = k == rows.Count ? Apart(values, distinct.Weights, d, pass) : Best(values, distinct.Weights, rows, k, pass, crew, context);
        var likelihood = outcome.Likelihood - (rows.Total * d * frame.Exponent * Exponential.Log(2));
        var model = new GaussianMixtureModel(frame, outcome.Mixture, likelihood, rows.Total)
        {
            K = outcome.Mixture.K,
            Columns = d,
            Labels = distinct.Spread(outcome.Labels, static _ => 0),
            Converged = outcome.Converged,
            Iterations = outcome.Iterations,
        };
        context.Progress?.Report(1);
        return AbsentRows.Labelled(model, x, distinct, context);
    }

    private MixtureOutcome Best(double[] values, double[] weights, MixtureRows rows, int k, MixturePass pass, Crew crew, FitContext context)
    {
        var climb = new Climb(rows, pass, Maximization.Floors(values, weights, rows.Columns, _options.Regularization), _options);
        MixtureOutcome? best = null;
        for (var start = 0; start < _options.Starts; start++)
        {
            var labels = Partition(values, weights, rows, k, start, crew, context);
            var number = start;
            var outcome = climb.From(climb.Begin(values, weights, labels, labels.Max() + 1), round =>
            {
                // Nobody knows how many rounds it takes.
                context.Progress?.Report(0.95 * (number + 1 - (10.0 / (10 + round))) / _options.Starts);
            });
            if (best is null || outcome.Likelihood > best.Likelihood) best = outcome;
        }

        return Canonically(best!, weights, climb, pass);
    }

    // Clusters to begin with, each of some rows: the drawn rows among all stay at their centres.
    private int[] Partition(double[] values, double[] weights, MixtureRows rows, int k, int start, Crew crew, FitContext context)
    {
        var d = rows.Columns;
        var drawn = FirstMedoids.Drawn(rows.Count, Math.Min(rows.Count, Math.Max(StartRows, k + 1)), new(_options.Seed, k, start), 0);
        var sample = drawn.Length == rows.Count ? values : new double[(long)drawn.Length * d];
        for (var i = 0; i < drawn.Length && sample != values; i++) Array.Copy(values, (long)drawn[i] * d, sample, (long)i * d, d);
        var first = new KMeansOptions { K = k, Starts = StartTries, MaxIterations = StartRounds, Seed = _options.Seed + (ulong)start };
        var fit = KMeans.Fit(new(sample, drawn.Length, d), first, Array.ConvertAll(drawn, i => weights[i]), context with { Progress = null });
        return sample == values ? fit.Labels : NearestCentre.Of(values, fit.Centres, d, false, crew, context.Cancellation, null);
    }

    // Only components that have rows, the heaviest first, then by mean. The order can shift a tie between components, and that the
    // order; it settles at once except in contrived data.
    private static MixtureOutcome Canonically(MixtureOutcome outcome, double[] weights, Climb? climb, MixturePass pass)
    {
        for (var round = 0; round < MostRounds;)
        {
            var order = Order(outcome, weights);
            if (order is null) break;
            var mixture = outcome.Mixture.Pick(order);
            if (mixture.K < outcome.Mixture.K && climb is not null)
            {
                var next = climb.From(mixture);
                outcome = next with { Iterations = outcome.Iterations + next.Iterations };
                continue;
            }

            var (likelihood, labels) = pass.Label(mixture);
            outcome = outcome with { Mixture = mixture, Likelihood = likelihood, Labels = labels };
            round++;
        }

        return outcome;
    }

    // Old numbers of the components that have rows; null when all have and stand in order.
    private static int[]? Order(MixtureOutcome outcome, double[] weights)
    {
        var (k, d, means) = (outcome.Mixture.K, outcome.Mixture.Columns, outcome.Mixture.Means);
        var totals = new double[k];
        for (var i = 0; i < weights.Length; i++) totals[outcome.Labels[i]] += weights[i];
        var order = new List<int>(k);
        for (var c = 0; c < k; c++)
        {
            if (totals[c] > 0) order.Add(c);
        }

        order.Sort((a, b) =>
        {
            if (totals[a] != totals[b]) return totals[b].CompareTo(totals[a]);
            var byMean = new ReadOnlySpan<double>(means, a * d, d).SequenceCompareTo(new(means, b * d, d));
            return byMean != 0 ? byMean : a.CompareTo(b);
        });
        for (var c = 0; c < order.Count; c++)
        {
            if (order[c] != c || order.Count < k) return [.. order];
        }

        return null;
    }

    // No more rows than components: each row is one.
    private unsafe MixtureOutcome Apart(double[] values, double[] weights, int d, MixturePass pass)
    {
        var (k, tree, gap, total) = (weights.Length, new KdTree(values, d), double.PositiveInfinity, 0.0);
        var nearest = new NearestList(tree, null, 2);
        foreach (var weight in weights) total += weight;
        for (var p = 0; p < k && k > 1; p++)
        {
            nearest.Find(tree.At + ((nint)p * d));
            gap = Math.Min(gap, nearest.Reach);
        }

        var variance = Math.Max(k == 1 ? _options.Regularization : ShareOfGap * gap, LeastVariance);
        var shares = Array.ConvertAll(weights, weight => weight / total);
        var mixture = Components.Of(_options.Covariance, k, d, shares, values, Components.Balls(_options.Covariance, k, d, variance));
        var (likelihood, labels) = pass.Label(mixture);
        return Canonically(new(mixture, likelihood, labels, 0, true), weights, null, pass);
    }
}
