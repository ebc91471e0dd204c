using Clientele.Numerics;
using Clientele.Numerics.Clustering;

namespace Clientele.Tests.Numerics.Clustering;

/// <summary>Among very many rows not every start goes down on all of them; here all do, and find nothing better.</summary>
public sealed class AheadTests
{
    [Theory]
    [InlineData(1, 3, 5)]
    public void Starts_that_stay_on_the_stand_in_would_not_have_been_the_best(int seed, int d, int k)
    {
        var random = new Random(seed);
        var values = new double[140_000 * d];
        for (var i = 0; i < values.Length; i++) values[i] = Case.Noise(random) + (5 * (i / d % 5 * (i % d + 1) % 7)) / (1.0 + seed);
        var (x, options) = (new Matrix(values, 140_000, d), new KMeansOptions { K = k, Starts = 6, Seed = (ulong)seed });
        var points = new Points(x);
        Assert.True(points.Count >= Coreset.LeastRows);
        var (standIn, whole, best) = (new Descent(Coreset.Of(points), k, null, default), new Descent(points, k, null, default), double.PositiveInfinity);
        for (var start = 0; start < options.Starts; start++)
            best = Math.Min(best, whole.From(standIn.FromStart(k, options, start).Centres, k, options.MaxIterations).Inertia);
        var found = KMeans.Fit(x, options).Inertia;
        Assert.InRange(found, 0, points.OriginalSquare(best) * (1 + 1e-4));
    }
}
