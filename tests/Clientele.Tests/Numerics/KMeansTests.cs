using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Tests.Numerics;

public sealed class KMeansTests
{
    private static KMeansFit Fit(double[] values, int columns, int k) =>
        KMeans.Fit(new(values, values.Length / columns, columns), new KMeansOptions { K = k, Threads = 1 });

    [Fact]
    public void Fast_form_is_the_plain_form_to_the_bit() => Case.Check(300, Case.Small, SameAsPlain);

    [Fact]
    public void Fast_form_is_the_plain_form_over_several_blocks() => Case.Check(12, Case.Large, SameAsPlain);

    [Fact]
    public void Sharing_rounds_among_threads_is_the_plain_form_too() => Case.Check(12, Case.Large, c =>
    {
        using var crew = new Crew(3);
        var points = new Points(c.Matrix());
        var draws = new Draws((ulong)c.Seed, c.K, 0);
        return Equal(PlainKMeans.FromDraws(points, c.K, draws, 50), new Descent(points, c.K, crew, default).FromDraws(c.K, draws, 50));
    });

    private static bool SameAsPlain(Case c)
    {
        var points = new Points(c.Matrix());
        var draws = new Draws((ulong)c.Seed, c.K, 0);
        return Equal(PlainKMeans.FromDraws(points, c.K, draws, 50), new Descent(points, 10, null, default).FromDraws(c.K, draws, 50));
    }

    private static bool Equal(Outcome a, Outcome b) =>
        a.Centres.SequenceEqual(b.Centres) && a.K == b.K && a.Inertia == b.Inertia && a.Iterations == b.Iterations && a.Converged == b.Converged;

    [Fact]
    public void An_empty_cluster_takes_the_farthest_point()
    {
        var points = new Points(new([0, 1, 2, 10, 11, 50], 6, 1));
        double[] centres = [points[0, 0], 1e6, 1e7];
        var (fast, plain) = (new Descent(points, 3, null, default).From(centres, 3, 100), PlainKMeans.From(points, centres, 3, 100));
        Assert.True(Equal(plain, fast));
        Assert.Equal(3, fast.K);
        Assert.Equal(2.5, points.OriginalSquare(fast.Inertia), 12);
    }

    [Fact]
    public void Two_pairs_are_two_clusters()
    {
        var fit = Fit([0, 0, 1, 0, 10, 0, 12, 0, 11, 0], 2, 2);
        Assert.Equal([1, 1, 0, 0, 0], fit.Labels);
        Assert.Equal([11, 0, 0.5, 0], fit.Centres);
        Assert.Equal(2.5, fit.Inertia);
        Assert.True(fit.Converged);
    }

    [Fact]
    public void One_row_is_one_cluster() => Assert.Equal(1, Fit([5, 6], 2, 4).K);

    [Fact]
    public void Three_distinct_points_make_three_clusters_at_most()
    {
        var fit = Fit([1, 1, 2, 2, 3, 3, 3], 1, 4);
        Assert.Equal((3, 0.0), (fit.K, fit.Inertia));
        Assert.Equal([3, 1, 2], fit.Centres);
        Assert.Equal([1, 1, 2, 2, 0, 0, 0], fit.Labels);
    }

    [Fact]
    public void Minus_zero_is_zero() => Assert.Equal(2, Fit([0.0, -0.0, 1], 1, 3).K);

    [Theory]
    [InlineData(1e155)]
    [InlineData(1e300)]
    [InlineData(1e-170)]
    [InlineData(1e-310)]
    public void Huge_and_tiny_values_keep_their_clusters(double unit)
    {
        var fit = Fit([1 * unit, 2 * unit, 3 * unit, 100 * unit, 101 * unit, 102 * unit, 103 * unit], 1, 2);
        Assert.Equal([1, 1, 1, 0, 0, 0, 0], fit.Labels);
        Assert.True(double.IsFinite(fit.Inertia));
        Assert.Equal(2.0, fit.Centres[1] / unit, 9);
    }

    [Fact]
    public void A_wild_value_does_not_harm_the_others()
    {
        var fit = Fit([1e15, 10, 11, 12, 500, 501, 502, 503], 1, 3);
        Assert.Equal([2, 1, 1, 1, 0, 0, 0, 0], fit.Labels);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused_by_place(double value)
    {
        var message = Assert.Throws<ArgumentException>(() => Fit([1, 2, 3, 4, 5, value], 2, 2)).Message;
        Assert.Contains("Row 2, column 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_cannot_be_wrong()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new KMeansOptions { K = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KMeansOptions { Starts = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KMeansOptions { MaxIterations = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KMeansOptions { Threads = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.FitRange(new([1, 2], 2, 1), 3, 2, new()));
        Assert.Throws<ArgumentException>(() => Fit([], 1, 1));
        Assert.Throws<ArgumentException>(() => KMeans.Fit(new([1, 2, 3], 2, 2), new()));
    }

    [Fact]
    public void Being_cut_off_is_a_fact_of_the_result()
    {
        var x = new Case(Shape.Retail, 3000, 3, 6, 1).Matrix();
        var fit = KMeans.Fit(x, new() { K = 6, MaxIterations = 2, Starts = 1, Threads = 1 });
        Assert.Equal((false, 2), (fit.Converged, fit.Iterations));
    }

    [Fact]
    public void Cancelling_stops_the_work()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var x = new Case(Shape.Retail, 3000, 3, 6, 1).Matrix();
        Assert.ThrowsAny<OperationCanceledException>(() => KMeans.Fit(x, new() { Threads = 2 }, source.Token));
    }
}
