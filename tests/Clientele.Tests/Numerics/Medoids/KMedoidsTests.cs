using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Medoids;
using Clientele.Tests.Numerics.Density;

namespace Clientele.Tests.Numerics.Medoids;

public sealed class KMedoidsTests
{
    private static double Distance(MedoidDistance distance, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var q = 0; q < a.Length; q++) sum += distance == MedoidDistance.Manhattan ? Math.Abs(a[q] - b[q]) : (a[q] - b[q]) * (a[q] - b[q]);
        return distance == MedoidDistance.Euclidean ? Math.Sqrt(sum) : sum;
    }

    private static double Total(Matrix x, double[] weights, IEnumerable<int> medoids, MedoidDistance distance) =>
        Enumerable.Range(0, x.Rows).Sum(i => weights[i] * medoids.Min(m => Distance(distance, x.Row(i), x.Row(m))));

    [Fact]
    public void No_swap_improves_and_the_total_is_what_it_says() => Case.Check(1000, c =>
    {
        var (x, distance) = (c.Matrix(), (MedoidDistance)(c.Seed % 3));
        var weights = Enumerable.Range(0, x.Rows).Select(i => 0.5 + (i % 3)).ToArray();
        var model = (KMedoidsModel)new KMedoids(new() { K = c.K, Distance = distance, Start = (MedoidStart)(c.Seed % 4 % 3), Seed = (ulong)c.Seed }).Fit(x, weights);
        var total = Total(x, weights, model.MedoidRows, distance);
        if (Math.Abs(total - model.TotalDistance) > 1e-9 * total + 1e-300) return false;
        for (var m = 0; m < model.K; m++)
        {
            for (var i = 0; i < x.Rows; i++)
            {
                var (kept, at) = (model.MedoidRows[m], i);
                if (Total(x, weights, model.MedoidRows.Select(r => r == kept ? at : r), distance) < total * (1 - 1e-9)) return false;
            }
        }

        return model.Converged;
    });

    [Fact]
    public void What_a_swap_would_change_is_what_it_changes() => Case.Check(1000, c =>
    {
        var (x, k) = (c.Matrix(), Math.Min(c.K, c.Rows - 1));
        if (k < 1) return true;
        var (weights, distance) = (Enumerable.Range(0, x.Rows).Select(i => 1.0 + (i % 2)).ToArray(), (MedoidDistance)(c.Seed % 3));
        var near = new Neighbourhood(new(x.Values, weights, x.Columns, distance), Oracle.Shuffled(x.Rows, c.Seed)[..k]);
        for (var round = 0; round < 5; round++)
        {
            var row = (c.Seed + (round * 7)) % x.Rows;
            if (near.IsMedoid(row)) continue;
            var (change, medoid) = near.BestSwap(row);
            var before = near.Total;
            var plain = Enumerable.Range(0, k).Select(m => Total(x, weights, near.Medoids.Select((r, at) => at == m ? row : r), distance) - before).ToArray();
            if (Math.Abs(plain.Min() - change) > 1e-9 * (before + Math.Abs(change)) || Math.Abs(plain[medoid] - change) > 1e-9 * (before + Math.Abs(change))) return false;
            near.Swap(medoid, row);
            if (Math.Abs(near.Total - Total(x, weights, near.Medoids, distance)) > 1e-9 * near.Total) return false;
        }

        return true;
    });

    [Fact]
    public void Reference_totals()
    {
        foreach (var (x, set) in DensityReference.Sets("density.json"))
        {
            foreach (var expected in set.GetProperty("pam").EnumerateArray())
            {
                var distance = expected.GetProperty("distance").GetString() == "manhattan" ? MedoidDistance.Manhattan : MedoidDistance.Euclidean;
                var model = (KMedoidsModel)new KMedoids(new() { K = expected.GetProperty("k").GetInt32(), Distance = distance, Starts = 20 }).Fit(x);
                Assert.True(model.TotalDistance <= expected.GetProperty("total").GetDouble() * (1 + 1e-9), $"{expected} {model.TotalDistance}");
            }
        }
    }

    [Fact]
    public void Medoids_are_rows_and_assign_to_themselves() => Case.Check(1000, c =>
    {
        var x = c.Matrix();
        var model = (KMedoidsModel)new KMedoids(new() { K = c.K, Seed = (ulong)c.Seed }).Fit(x);
        return model.Assign(model.Medoids).SequenceEqual(Enumerable.Range(0, model.K))
            && model.MedoidRows.SelectMany(i => x.Row(i).ToArray()).SequenceEqual(model.Medoids.Values)
            && Enumerable.Range(0, x.Rows).All(i => Distance(MedoidDistance.Euclidean, x.Row(i), model.Medoids.Row(model.Labels[i]))
                <= Enumerable.Range(0, model.K).Min(m => Distance(MedoidDistance.Euclidean, x.Row(i), model.Medoids.Row(m))) * (1 + 1e-12));
    });

    [Fact]
    public void Samples_come_close_and_more_of_them_never_do_worse()
    {
        var x = new Case(Shape.Blobs, 3000, 3, 4, 9).Matrix();
        double Of(int sampleRows, int samples) => ((KMedoidsModel)new KMedoids(new() { K = 4, SampleRows = sampleRows, Samples = samples, Starts = 3 }).Fit(x)).TotalDistance;
        var all = Of(0, 1);
        Assert.InRange(Of(120, 5), all * (1 - 1e-12), all * 1.05);
        Assert.True(Of(60, 4) <= Of(60, 1));
    }

    [Fact]
    public void Drawn_rows_differ_and_all_are_drawn_alike()
    {
        var times = new int[10];
        for (var s = 0; s < 3000; s++)
        {
            var drawn = FirstMedoids.Drawn(10, 3, new Draws(1, 2, s), 0);
            Assert.Equal(3, drawn.Distinct().Count());
            foreach (var i in drawn) times[i]++;
        }

        // 900 each, standard deviation 25.
        Assert.All(times, t => Assert.InRange(t, 775, 1025));
    }

    [Fact]
    public void Cut_off_is_said() =>
        Assert.False(new KMedoids(new() { K = 6, MaxIterations = 1, Start = MedoidStart.Random }).Fit(new Case(Shape.Retail, 500, 3, 6, 1).Matrix()).Converged);
}
