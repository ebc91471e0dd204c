using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Mixed;
using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics.Mixed;

public sealed class KPrototypesTests
{
    private const int Cases = 300;

    private static KPrototypesModel Fit(Matrix x, Case c, double[]? weights = null, FitContext? context = null, int starts = 2) =>
        (KPrototypesModel)new KPrototypes(new() { K = c.K, Seed = (ulong)c.Seed, Starts = starts, Categorical = Categorical(c) }).Fit(x, weights, context);

    private static int[] Categorical(Case c) => [.. Enumerable.Range(0, c.Columns).Where(q => ((c.Seed >> q) & 1) == 1)];

    private static Matrix Mixed(Case c)
    {
        var (x, categorical, random) = (c.Matrix(), Categorical(c), new Random(c.Seed + 9));
        var values = (double[])x.Values.Clone();
        for (var i = 0; i < x.Rows; i++)
        {
            foreach (var q in categorical) values[(i * x.Columns) + q] = random.Next(4);
        }

        return new(values, x.Rows, x.Columns);
    }

    private static double Cost(Matrix x, KPrototypesModel model, int row, int cluster)
    {
        var sum = 0.0;
        for (var q = 0; q < x.Columns; q++)
        {
            var step = x.Row(row)[q] - model.Centres[(cluster * x.Columns) + q];
            sum += Array.IndexOf(model.Categorical, q) >= 0 ? step == 0 ? 0 : model.Gamma : step * step;
        }

        return sum;
    }

    [Fact]
    public void Rows_are_with_their_cheapest_centre_and_the_cost_is_theirs() => Case.Check(Cases, c =>
    {
        var x = Mixed(c);
        var model = Fit(x, c);
        var (total, floor) = (0.0, 1e-24 * x.Values.Max(v => v * v));
        for (var i = 0; i < x.Rows; i++)
        {
            var own = Cost(x, model, i, model.Labels[i]);
            total += own;
            for (var k = 0; k < model.K; k++)
            {
                if (Cost(x, model, i, k) < (own * (1 - 1e-9)) - floor) return false;
            }
        }

        return Math.Abs(total - model.Cost) <= (1e-9 * total) + (x.Rows * floor);
    });

    [Fact]
    public void Centres_are_means_and_modes_and_clusters_stand_in_order() => Case.Check(Cases, CentresFit);

    [Fact]
    public void Rows_that_tie_between_clusters_and_move_are_not_called_converged()
    {
        var c = new Case(Shape.Line, 21, 3, 3, 260479);
        Assert.False(Fit(Mixed(c), c).Converged);
        Assert.True(CentresFit(c));
    }

    private static bool CentresFit(Case c)
    {
        var x = Mixed(c);
        var model = Fit(x, c);
        var largest = x.Values.Max(Math.Abs);
        int[] sizes = [.. Enumerable.Range(0, model.K).Select(k => model.Labels.Count(l => l == k))];
        if (sizes.Contains(0) || !sizes.OrderDescending().SequenceEqual(sizes)) return false;

        // Rows that tie between clusters may move; the model says so.
        if (!model.Converged) return true;
        for (var k = 0; k < model.K; k++)
        {
            var rows = Enumerable.Range(0, x.Rows).Where(i => model.Labels[i] == k).ToArray();
            for (var q = 0; q < x.Columns; q++)
            {
                var (centre, values) = (model.Centres[(k * x.Columns) + q], rows.Select(i => x.Row(i)[q]).ToArray());
                if (!model.Categorical.Contains(q))
                {
                    if (Math.Abs(values.Average() - centre) > 1e-10 * largest) return false;
                }
                else if (centre != values.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key) return false;
            }
        }

        return true;
    }

    [Fact]
    public void Threads_order_and_json_change_no_bit() => Case.Check(Cases, c =>
    {
        var x = Mixed(c);
        var order = Oracle.Shuffled(x.Rows, c.Seed);
        var model = Fit(x, c, context: new() { Threads = 1 });
        var mixed = Fit(Oracle.Rows(x, order), c, context: new() { Threads = 3 });
        return order.Select(i => model.Labels[i]).SequenceEqual(mixed.Labels) && model.Centres.SequenceEqual(mixed.Centres)
            && model.Assign(x).SequenceEqual(model.Labels) && Again(model).Assign(x).SequenceEqual(model.Labels)
            && Enumerable.Range(0, x.Rows).All(i => model.Assign(Oracle.Rows(x, [i]))[0] == model.Labels[i]);
    });

    [Fact]
    public void A_weight_is_so_many_copies_and_weight_zero_is_absent() => Case.Check(Cases, c =>
    {
        var x = Mixed(c);
        var random = new Random(c.Seed);
        double[] weights = [.. Enumerable.Range(0, x.Rows).Select(_ => (double)random.Next(4))];
        weights[0] = 1;
        int[] copies = [.. Enumerable.Range(0, x.Rows).SelectMany(i => Enumerable.Repeat(i, (int)weights[i]))];
        var (weighted, copied) = (Fit(x, c, weights), Fit(Oracle.Rows(x, copies), c));
        return weighted.Centres.SequenceEqual(copied.Centres) && copies.Select(i => weighted.Labels[i]).SequenceEqual(copied.Labels)
            && weighted.Assign(x).SequenceEqual(weighted.Labels);
    });

    [Fact]
    public void Powers_of_two_in_the_numbers_change_no_label() => Case.Check(Cases, c =>
    {
        var all = c with { Seed = c.Seed >> 10 << 10 };
        var (x, m) = (all.Matrix(), (c.Seed % 80) - 40);
        var (here, there) = (Fit(x, all), Fit(Oracle.Map(x, v => Math.ScaleB(v, m)), all));
        return here.Labels.SequenceEqual(there.Labels) && Math.ScaleB(here.Cost, 2 * m) == there.Cost;
    });

    [Fact]
    public void Without_categories_it_is_k_means() => Case.Check(40, c =>
    {
        var (x, truth) = Validity.Made.Blobs([20, 30, 25], 2, 12, c.Seed);
        var model = new KPrototypes(new() { K = 3, Seed = (ulong)c.Seed }).Fit(x);
        return Agreement.AdjustedRand(truth, model.Labels) == 1 && Math.Abs((((KPrototypesModel)model).Cost / Inertia.Of(x, truth)) - 1) < 1e-9;
    });

    [Fact]
    public void Categories_divide_what_numbers_do_not()
    {
        double[] values = [.. Enumerable.Range(0, 60).SelectMany(i => new double[] { i % 5, i % 2 == 0 ? 7 : -3, i % 2 == 0 ? 1 : 2 })];
        var model = (KPrototypesModel)new KPrototypes(new() { K = 2, Categorical = [2, 1], Gamma = 10 }).Fit(new(values, 60, 3));
        Assert.Equal(1, Agreement.AdjustedRand(model.Labels, [.. Enumerable.Range(0, 60).Select(i => i % 2)]));
        Assert.Equal([1, 2], model.Categorical);
        Assert.Equal(10, model.Gamma, 1e-12);
    }

    [Fact]
    public void Small_data_is_solved()
    {
        var (solved, cases) = (0, 0);
        Case.Check(100, c =>
        {
            var small = c with { Rows = 4 + (c.Seed % 4), Columns = 2, K = 2, Seed = c.Seed | 1 };
            var x = Mixed(small);
            var model = Fit(x, small, starts: 10);
            var best = Enumerable.Range(0, 1 << x.Rows).Min(mask => Divided(x, model, mask));
            cases++;
            if (model.Cost <= (best * (1 + 1e-9)) + 1e-12) solved++;
            return model.Cost >= (best * (1 - 1e-9)) - 1e-9;
        });
        Assert.True(solved >= 0.95 * cases, $"{solved} of {cases}");
    }

    [Theory]
    [InlineData(1e155)]
    [InlineData(1e-170)]
    [InlineData(1)]
    public void Units_and_far_rows(double unit)
    {
        var x = new Matrix([0, 1, unit, 1, 50 * unit, 2, 51 * unit, 2], 4, 2);
        var model = new KPrototypes(new() { K = 2, Categorical = [1] }).Fit(x);
        Assert.Equal([0, 0, 1, 1], model.Labels);
        Assert.Equal([0, 0], model.Assign(new([1.7e308, 9, -1.7e308, 9], 2, 2)));
        Assert.Empty(model.Assign(new([], 0, 2)));
    }

    [Fact]
    public void Callers_are_told_what_is_wrong()
    {
        var x = new Matrix([1, 2, 3, 4], 2, 2);
        Assert.Throws<ArgumentException>(() => new KPrototypesOptions { Categorical = [1, 1] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KPrototypesOptions { Gamma = 0 });
        Assert.Throws<ArgumentException>(() => new KPrototypes(new() { Categorical = [2] }).Fit(x));
        Assert.Throws<MemoryLimitException>(() => new KPrototypes(new()).Fit(x, null, new() { MemoryLimit = 10 }));
        Assert.Throws<OperationCanceledException>(() => new KPrototypes(new()).Fit(x, null, new() { Cancellation = new(canceled: true) }));
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => new KPrototypes(new()).Fit(new([1, double.NaN], 2, 1))).Message, StringComparison.Ordinal);
        Assert.Equal(2, new KPrototypes(new() { K = 5 }).Fit(x).K);
    }

    // Least cost of one division in two, means and modes as centres.
    private static double Divided(Matrix x, KPrototypesModel model, int mask)
    {
        var sum = 0.0;
        for (var side = 0; side < 2; side++)
        {
            var rows = Enumerable.Range(0, x.Rows).Where(i => ((mask >> i) & 1) == side).ToArray();
            for (var q = 0; q < x.Columns && rows.Length > 0; q++)
            {
                var values = rows.Select(i => x.Row(i)[q]).ToArray();
                sum += model.Categorical.Contains(q)
                    ? model.Gamma * (values.Length - values.GroupBy(v => v).Max(g => g.Count()))
                    : values.Sum(v => (v - values.Average()) * (v - values.Average()));
            }
        }

        return sum;
    }

    private static ClusterModel Again(ClusterModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) ClusterModels.Write(model, json);
        using var document = JsonDocument.Parse(stream.ToArray());
        return ClusterModels.Read(document.RootElement);
    }
}
