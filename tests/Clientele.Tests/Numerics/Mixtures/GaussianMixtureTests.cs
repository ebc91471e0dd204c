using Clientele.Numerics;
using Clientele.Numerics.Mixtures;
using Clientele.Numerics.Threading;
using Clientele.Tests.Numerics.Density;

namespace Clientele.Tests.Numerics.Mixtures;

public sealed class GaussianMixtureTests
{
    private static (Climb Climb, MixtureRows Rows) Of(Matrix x, double[] weights, GaussianMixtureOptions options, Crew crew, double[] floors)
    {
        var rows = new MixtureRows(x.Values, weights, x.Columns);
        return (new(rows, new(rows, options.K, options.Covariance, crew, default), floors, options), rows);
    }

    [Fact]
    public void Vectors_find_what_the_textbook_finds() => Case.Check(400, c =>
    {
        // Regularized well, so that an inverse by elimination can be trusted.
        var (x, k, shape, rounds) = (c.Matrix(), Math.Min(c.K, c.Rows), (CovarianceShape)(c.Seed % 4), 1 + (c.Seed % 5));
        if (c.Shape == Shape.Outlier) return true;
        var weights = Enumerable.Range(0, x.Rows).Select(i => 0.5 + (i % 4)).ToArray();
        var floors = Maximization.Floors(x.Values, weights, x.Columns, 0.01);
        using var crew = new Crew(1);
        var (climb, _) = Of(x, weights, new() { K = k, Covariance = shape, MaxIterations = rounds, Tolerance = 0 }, crew, floors);
        var labels = Enumerable.Range(0, x.Rows).Select(i => i % k).ToArray();
        var (trace, begin) = (new List<double>(), climb.Begin(x.Values, weights, labels, k));
        var fast = climb.From(begin, null, trace);

        var plain = new PlainMixture(x, weights, shape, k, floors);
        var shares = new double[x.Rows, k];
        for (var i = 0; i < x.Rows; i++) shares[i, labels[i]] = 1;
        plain.Maximize(shares);
        foreach (var found in trace)
        {
            var (likelihood, next) = plain.Expect();
            if (!(Math.Abs(likelihood - found) <= 1e-6 * (x.Rows + Math.Abs(likelihood)))) throw new InvalidOperationException($"{likelihood:R} instead of {found:R}; shares {string.Join(' ', plain.Shares)}");
            plain.Maximize(next);
        }

        // A last round that lowers the likelihood is not taken.
        return fast.Iterations < rounds || Math.Abs(Math.Max(plain.Expect().Likelihood, trace[^1]) - fast.Likelihood) <= 1e-6 * (x.Rows + Math.Abs(fast.Likelihood));
    });

    [Fact]
    public void The_likelihood_never_falls() => Case.Check(1000, c =>
    {
        var (x, k) = (c.Matrix(), Math.Min(c.K, c.Rows));
        var weights = Enumerable.Range(0, x.Rows).Select(i => 1.0 + (i % 2)).ToArray();
        using var crew = new Crew(1);
        var floors = Maximization.Floors(x.Values, weights, x.Columns, 1e-6);
        var (climb, rows) = Of(x, weights, new() { K = k, Covariance = (CovarianceShape)(c.Seed % 4), MaxIterations = 60, Tolerance = 1e-9 }, crew, floors);
        var trace = new List<double>();
        var end = climb.From(climb.Begin(x.Values, weights, [.. Enumerable.Range(0, x.Rows).Select(i => (i * 7 + c.Seed) % k == 0 ? 0 : i % k)], k), null, trace);
        return trace.Zip(trace.Skip(1)).All(p => p.Second >= p.First) && end.Likelihood >= trace[^1] && trace.Count == end.Iterations;
    });

    [Fact]
    public void Reference_likelihoods()
    {
        foreach (var (x, set) in DensityReference.Sets("mixtures.json"))
        {
            var (start, weights) = (DensityReference.Integers(set, "start"), Enumerable.Repeat(1.0, x.Rows).ToArray());
            foreach (var expected in set.GetProperty("rows").EnumerateArray())
            {
                var shape = Enum.Parse<CovarianceShape>(expected.GetProperty("covariance").GetString()!, ignoreCase: true);
                var k = start.Max() + 1;
                using var crew = new Crew(2);
                var floors = Maximization.Floors(x.Values, weights, x.Columns, 1e-12);
                var (climb, _) = Of(x, weights, new() { K = k, Covariance = shape, Tolerance = 0, MaxIterations = expected.GetProperty("rounds").GetInt32() }, crew, floors);
                var end = climb.From(climb.Begin(x.Values, weights, start, k));
                var model = new GaussianMixtureModel(Frame.Of(x), end.Mixture, end.Likelihood, x.Rows) { K = k, Columns = x.Columns, Labels = end.Labels };
                DensityReference.Close(expected.GetProperty("logLikelihood").GetDouble(), end.Likelihood, 1e-8);
                DensityReference.Close(expected.GetProperty("bic").GetDouble(), model.Bic, 1e-8);
                DensityReference.Close(expected.GetProperty("aic").GetDouble(), model.Aic, 1e-8);
                Assert.All(DensityReference.Doubles(expected, "weights").Zip(end.Mixture.Weights), p => DensityReference.Close(p.First, p.Second, 1e-7));
                Assert.All(DensityReference.Doubles(expected, "means").Zip(end.Mixture.Means), p => DensityReference.Close(p.First, p.Second, 1e-7));
                Assert.Equal(DensityReference.Integers(expected, "labels"), end.Labels);
            }

            foreach (var best in set.GetProperty("best").EnumerateArray())
            {
                var shape = Enum.Parse<CovarianceShape>(best.GetProperty("covariance").GetString()!, ignoreCase: true);
                var model = (GaussianMixtureModel)new GaussianMixture(new() { K = best.GetProperty("k").GetInt32(), Covariance = shape, Starts = 20, Tolerance = 1e-7, MaxIterations = 2000 }).Fit(x);
                Assert.True(model.LogLikelihood >= best.GetProperty("logLikelihood").GetDouble() - 0.01, $"{best} {model.LogLikelihood:R}");
            }
        }
    }

    [Fact]
    public void Memberships_sum_to_1_agree_with_labels_and_with_the_likelihood() => Case.Check(1000, c =>
    {
        var x = c.Matrix();
        var model = (GaussianMixtureModel)new GaussianMixture(new() { K = c.K, Covariance = (CovarianceShape)(c.Seed % 4), Starts = 1, MaxIterations = 20, Seed = (ulong)c.Seed }).Fit(x);
        var (shares, densities) = (model.Memberships(x), model.LogDensities(x));
        for (var i = 0; i < x.Rows; i++)
        {
            var row = shares.Row(i).ToArray();
            if (Math.Abs(row.Sum() - 1) > 1e-12 || row[model.Labels[i]] < row.Max() - 1e-12) return false;
        }

        return Math.Abs(densities.Sum() - model.LogLikelihood) <= 1e-9 * (x.Rows + densities.Sum(Math.Abs));
    });

    [Fact]
    public void Units_change_the_likelihood_by_their_logarithm_and_a_copy_of_all_changes_nothing() => Case.Check(300, c =>
    {
        // A single value has no scale to speak of.
        var x = c.Matrix();
        if (x.Values.Distinct().Count() == 1) return true;
        GaussianMixtureModel Fit(Matrix rows) =>
            (GaussianMixtureModel)new GaussianMixture(new() { K = c.K, Covariance = (CovarianceShape)(c.Seed % 4), Starts = 1, MaxIterations = 20 }).Fit(rows);
        var (one, eight, twice) = (Fit(x), Fit(Oracle.Map(x, static v => v * 8)), Fit(new([.. x.Values, .. x.Values], 2 * x.Rows, x.Columns)));
        var expected = one.LogLikelihood - (x.Rows * x.Columns * Math.Log(8));
        return Math.Abs(eight.LogLikelihood - expected) <= 1e-9 * (x.Rows + Math.Abs(expected))
            && one.Means.Values.Zip(twice.Means.Values).All(p => Math.Abs(p.First - p.Second) <= 1e-9 * (1 + Math.Abs(p.First)));
    });

    [Fact]
    public void Shapes_have_their_parameters_and_covariances()
    {
        var x = new Case(Shape.Blobs, 400, 3, 4, 2).Matrix();
        foreach (var (shape, parameters) in new[] { (CovarianceShape.Full, 39.0), (CovarianceShape.Tied, 21), (CovarianceShape.Diagonal, 27), (CovarianceShape.Spherical, 19) })
        {
            var model = (GaussianMixtureModel)new GaussianMixture(new() { K = 4, Covariance = shape }).Fit(x);
            Assert.Equal((4, parameters), (model.K, model.Parameters));
            var (first, last) = (model.CovarianceOf(0).Values, model.CovarianceOf(3).Values);
            Assert.Equal(shape == CovarianceShape.Tied, first.SequenceEqual(last));
            Assert.Equal(shape is CovarianceShape.Diagonal or CovarianceShape.Spherical, first[1] == 0 && first[2] == 0 && first[5] == 0);
            if (shape == CovarianceShape.Spherical) Assert.Equal(first[0], first[8]);
            Assert.Equal(1, model.Weights.ToArray().Sum(), 12);
            Assert.Throws<ArgumentOutOfRangeException>(() => model.CovarianceOf(4));
        }
    }

    [Fact]
    public void Copies_of_one_row_among_others_keep_a_likelihood_that_is_a_number()
    {
        double[] values = [.. Enumerable.Repeat(2.0, 50), .. Enumerable.Range(0, 50).Select(i => 10 + (i * 0.1))];
        var model = (GaussianMixtureModel)new GaussianMixture(new() { K = 2 }).Fit(new(values, 100, 1));
        Assert.True(double.IsFinite(model.LogLikelihood));
        Assert.Equal([50, 50], Enumerable.Range(0, 2).Select(k => model.Labels.Count(l => l == k)));
    }
}
