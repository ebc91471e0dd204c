using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;
using FsCheck.Fluent;

namespace Clientele.Tests.Numerics;

public sealed class KMeansInvariantTests
{
    private const int Cases = 1000;

    private static KMeansFit Fit(Matrix x, Case c, int starts = 2, int most = 300) =>
        KMeans.Fit(x, new KMeansOptions { K = c.K, Seed = (ulong)c.Seed, Starts = starts, MaxIterations = most, Threads = 1 });

    private static bool Same(KMeansFit a, KMeansFit b) =>
        a.Labels.SequenceEqual(b.Labels) && a.Centres.SequenceEqual(b.Centres) && a.K == b.K && a.Iterations == b.Iterations
        && a.Converged == b.Converged && BitConverter.DoubleToInt64Bits(a.Inertia) == BitConverter.DoubleToInt64Bits(b.Inertia);

    [Fact]
    public void Threads_change_no_bit() => Case.Check(25, FsCheckGen(), c =>
    {
        var x = c.Matrix();
        KMeansFit Of(int threads) => KMeans.FitRange(x, c.K, c.K + 1, new() { Seed = (ulong)c.Seed, Starts = 3, Threads = threads })[1];
        var one = Of(1);
        return new[] { 2, 3, 7, 64 }.All(threads => Same(one, Of(threads)));
    });

    private static FsCheck.Gen<Case> FsCheckGen() => Gen.OneOf(Case.Small, Case.Large);

    [Fact]
    public void Row_order_changes_no_bit() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var order = Oracle.Shuffled(x.Rows, c.Seed);
        var (plain, mixed) = (Fit(x, c), Fit(Oracle.Rows(x, order), c));
        return Same(plain with { Labels = [.. order.Select(i => plain.Labels[i])] }, mixed);
    });

    [Fact]
    public void Moving_all_data_changes_no_label() => Case.Check(Cases, c =>
    {
        var x = Oracle.Map(c.Matrix(), static v => Math.Round(v * 1024) / 1024);
        var (here, there) = (Fit(x, c), Fit(Oracle.Map(x, static v => v + 1_048_576), c));
        return here.Labels.SequenceEqual(there.Labels) && Math.Abs(here.Inertia - there.Inertia) <= 1e-9 * here.Inertia;
    });

    [Fact]
    public void Powers_of_two_scale_exactly() => Case.Check(Cases, c =>
    {
        var (x, m) = (c.Matrix(), (c.Seed % 80) - 40);
        var (here, there) = (Fit(x, c), Fit(Oracle.Map(x, v => Math.ScaleB(v, m)), c));
        return here.Labels.SequenceEqual(there.Labels) && Math.ScaleB(here.Inertia, 2 * m) == there.Inertia;
    });

    [Fact]
    public void Turning_separated_data_changes_no_cluster() => Case.Check(200, c =>
    {
        var x = (c with { Shape = Shape.Blobs, Columns = 2, Rows = 60 }).Matrix();
        var tight = new double[120];
        for (var i = 0; i < 60; i++)
        {
            tight[2 * i] = ((i % 4) * 100) + x.Values[2 * i];
            tight[(2 * i) + 1] = ((i % 4) * (i % 4) * 60) + x.Values[(2 * i) + 1];
        }

        var (sin, cos) = Math.SinCos(c.Seed);
        var turned = new double[120];
        for (var i = 0; i < 60; i++)
        {
            turned[2 * i] = (cos * tight[2 * i]) - (sin * tight[(2 * i) + 1]);
            turned[(2 * i) + 1] = (sin * tight[2 * i]) + (cos * tight[(2 * i) + 1]);
        }

        var four = c with { K = 4 };
        return Agreement.AdjustedRand(Fit(new(tight, 60, 2), four, 5).Labels, Fit(new(turned, 60, 2), four, 5).Labels) == 1;
    });

    [Fact]
    public void Inertia_never_rises() => Case.Check(Cases, c =>
    {
        var points = new Points(c.Matrix());
        var trace = new List<double>();
        new Descent(points, c.K, null, default).FromDraws(c.K, new Draws((ulong)c.Seed, c.K, 0), 300, trace);
        return trace.Zip(trace.Skip(1)).All(p => p.Second <= p.First * (1 + 1e-12));
    });

    [Fact]
    public void Inertia_is_that_of_labels_and_centres() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var fit = Fit(x, c);
        var expected = Oracle.Inertia(x, fit.Labels, fit.Centres);
        return Math.Abs(fit.Inertia - expected) <= (1e-9 * expected) + (1e-24 * x.Values.Max(v => v * v));
    });

    [Fact]
    public void Centres_are_means() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var fit = Fit(x, c);
        var largest = x.Values.Max(Math.Abs);
        return fit.Converged && fit.Centres.Zip(Oracle.Means(x, fit.Labels, fit.K)).All(p => Math.Abs(p.First - p.Second) <= 1e-12 * largest);
    });

    [Fact]
    public void Every_row_is_with_its_nearest_centre_even_when_cut_off() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var fit = Fit(x, c, most: 1 + (c.Seed % 3));
        return Enumerable.Range(0, x.Rows).All(i =>
            fit.Labels[i] == Oracle.Nearest(x.Row(i), fit.Centres, fit.K) && fit.Labels[i] == KMeans.Nearest(x.Row(i), fit.Centres, fit.K));
    });

    [Fact]
    public void Each_centre_is_nearest_to_itself() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var fit = Fit(x, c);
        return Enumerable.Range(0, fit.K).All(j => KMeans.Nearest(fit.Centres.AsSpan(j * x.Columns, x.Columns), fit.Centres, fit.K) == j);
    });

    [Fact]
    public void Labels_stand_in_canonical_order() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var fit = Fit(x, c, most: 1 + (c.Seed % 20));
        var sizes = Enumerable.Range(0, fit.K).Select(j => fit.Labels.Count(l => l == j)).ToArray();
        return sizes.All(s => s > 0) && fit.Labels.All(l => l >= 0 && l < fit.K)
            && Enumerable.Range(1, fit.K - 1).All(j => sizes[j] < sizes[j - 1] || (sizes[j] == sizes[j - 1]
                && fit.Centres.AsSpan((j - 1) * x.Columns, x.Columns).SequenceCompareTo(fit.Centres.AsSpan(j * x.Columns, x.Columns)) < 0));
    });

    [Fact]
    public void More_starts_and_more_rounds_are_never_worse() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var few = Fit(x, c, starts: 1, most: 1 + (c.Seed % 4));
        return Fit(x, c, starts: 4, most: 1 + (c.Seed % 4)).Inertia <= few.Inertia
            && Fit(x, c, starts: 1, most: 300).Inertia <= few.Inertia * (1 + 1e-12);
    });

    [Fact]
    public void A_fixed_point_stays() => Case.Check(Cases, c =>
    {
        var descent = new Descent(new Points(c.Matrix()), c.K, null, default);
        var end = descent.FromDraws(c.K, new Draws((ulong)c.Seed, c.K, 0), 1000);
        var again = descent.From(end.Centres, end.K, 1000);
        return end.Converged && again.Converged && again.Iterations == 1 && again.Inertia == end.Inertia && again.Centres.SequenceEqual(end.Centres);
    });

    [Fact]
    public void Inertia_falls_with_k_down_to_zero() => Case.Check(300, c =>
    {
        var x = c.Matrix();
        var distinct = Enumerable.Range(0, x.Rows).Select(i => string.Join(' ', x.Row(i).ToArray())).Distinct(StringComparer.Ordinal).Count();
        var most = Math.Min(distinct, 8);
        var fits = KMeans.FitRange(x, 1, most + 2, new() { Seed = (ulong)c.Seed, Starts = 2, Threads = 1, MaxIterations = 1 + (c.Seed % 30) });
        return fits.Zip(fits.Skip(1)).All(p => p.Second.Inertia <= p.First.Inertia)
            && fits.Select((f, i) => f.K == Math.Min(i + 1, distinct) && (f.K < distinct || f.Inertia == 0)).All(ok => ok);
    });

    [Fact]
    public void Copies_of_all_rows_change_no_centre() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var (once, twice) = (Fit(x, c), Fit(new([.. x.Values, .. x.Values], 2 * x.Rows, x.Columns), c));
        return once.K == twice.K && once.Centres.Zip(twice.Centres).All(p => Math.Abs(p.First - p.Second) <= 1e-12 * Math.Abs(p.First));
    });

    [Fact]
    public void A_draw_never_takes_a_point_at_distance_zero() => Case.Check(Cases, c =>
    {
        var points = new Points(c.Matrix());
        var random = new Random(c.Seed);
        var nearest = new double[points.Count];
        for (var i = 0; i < nearest.Length; i++) nearest[i] = random.Next(2) * random.NextDouble();
        nearest[random.Next(nearest.Length)] = 1e-300;
        var blocks = new double[points.Blocks];
        for (var i = 0; i < nearest.Length; i++) blocks[i / Points.BlockRows] += points.Weights[i] * nearest[i];
        return new[] { 0, random.NextDouble(), 1 - double.Epsilon, BitConverter.UInt64BitsToDouble(0x3FEFFFFFFFFFFFFF) }
            .All(u => nearest[SeedPlan.Next(points, nearest, blocks, u)] > 0);
    });

    [Fact]
    public void Small_data_is_solved()
    {
        var (solved, gap, cases) = (0, 0.0, 0);
        Case.Check(200, c =>
        {
            var x = (c with { Rows = 4 + (c.Seed % 5), Columns = 1 + (c.Seed % 2) }).Matrix();
            var k = 2 + (c.Seed % 2);
            var (found, best) = (Fit(x, c with { K = k }, 10).Inertia, Oracle.Exhaustive(x, k));
            cases++;
            if (found <= (best * (1 + 1e-9)) + 1e-12) solved++;
            else gap += (found / best) - 1;
            return found >= (best * (1 - 1e-9)) - 1e-9;
        });
        Assert.True(solved >= 0.95 * cases, $"{solved} of {cases} solved");
        Assert.True(gap / cases <= 0.05, $"mean gap {gap / cases}");
    }

    [Fact]
    public void Input_is_not_changed() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var before = (double[])x.Values.Clone();
        var fit = Fit(x, c);
        _ = Silhouette.Exact(x, fit.Labels, fit.K, 1);
        return x.Values.SequenceEqual(before);
    });
}
