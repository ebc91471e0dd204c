namespace Clientele.Numerics.Mixtures;

/// <summary>Expectation and maximization in turns, until a round raises the likelihood by little.</summary>
/// <remarks>[DLR77]. Each round costs O(n · k · d²), or O(n · k · d) along the axes.</remarks>
internal sealed class Climb(MixtureRows rows, MixturePass pass, double[] floors, GaussianMixtureOptions options)
{
    /// <summary>Components of a partition of the distinct rows, all of them used.</summary>
    public Components Begin(double[] values, double[] weights, int[] labels, int k)
    {
        var d = rows.Columns;
        var (means, totals) = (new double[k * d], new double[k]);
        for (var i = 0; i < labels.Length; i++)
        {
            totals[labels[i]] += weights[i];
            var share = weights[i] / totals[labels[i]];
            for (var q = 0; q < d; q++) means[(labels[i] * d) + q] += share * (values[((long)i * d) + q] - means[(labels[i] * d) + q]);
        }

        var shares = Array.ConvertAll(totals, total => total / rows.Total);
        var about = Components.Of(options.Covariance, k, d, shares, means, Components.Balls(options.Covariance, k, d, 1));
        return Maximization.Of(about, pass.Count(about, labels), floors);
    }

    /// <summary>Climbs from there.</summary>
    /// <param name="mixture">Where to begin.</param>
    /// <param name="round">Hears of each round; may be null.</param>
    /// <param name="trace">Receives the likelihood that each round began with; may be null.</param>
    public MixtureOutcome From(Components mixture, Action<int>? round = null, List<double>? trace = null)
    {
        var (before, likelihood, iterations, converged) = (mixture, double.NegativeInfinity, 0, false);
        while (iterations < options.MaxIterations && !converged)
        {
            var (now, moments) = pass.Expect(mixture);
            if (now < likelihood)
            {
                // Only what is added to the variances can lower it; then the round before is the summit.
                (mixture, converged) = (before, true);
                break;
            }

            iterations++;
            trace?.Add(now);
            converged = now - likelihood < options.Tolerance * rows.Total;
            (before, mixture, likelihood) = (mixture, Maximization.Of(mixture, moments, floors), now);
            round?.Invoke(iterations);
        }

        var (last, labels) = pass.Label(mixture);
        if (last < likelihood) (mixture, last, labels) = (before, likelihood, pass.Label(before).Labels);
        return new(mixture, last, labels, iterations, converged);
    }
}
