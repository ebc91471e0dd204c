using Clientele.Numerics;
using Clientele.Numerics.Density;
using Clientele.Numerics.Validity;
using FsCheck.Fluent;

namespace Clientele.Tests.Numerics.Density;

public sealed class DbscanTests
{
    [Fact]
    public void The_definition_holds() => Case.Check(1000, Gen.OneOf(Case.Small, Gen.Select(Case.Small, c => c with { Rows = c.Rows * 4 })), c =>
    {
        var x = c.Matrix();
        var weights = Enumerable.Range(0, x.Rows).Select(i => 1.0 + (i % 3)).ToArray();
        var options = new DbscanOptions { Epsilon = 0.2 + (c.Seed % 5 * 0.25), MinPoints = 1 + (c.Seed % 9) };
        var model = (DbscanModel)new Dbscan(options).Fit(x, weights);
        bool Near(int i, int j) => Math.Sqrt(Oracle.Square(x.Row(i), x.Row(j))) <= options.Epsilon;
        var core = Enumerable.Range(0, x.Rows).Select(i => Enumerable.Range(0, x.Rows).Where(j => Near(i, j)).Sum(j => weights[j]) >= options.MinPoints).ToArray();

        // Core rows by waves from each that has no number yet; then the others by their nearest core row.
        var wave = new int[x.Rows];
        var next = 0;
        for (var i = 0; i < x.Rows; i++)
        {
            if (!core[i] || wave[i] > 0) continue;
            var open = new Queue<int>([i]);
            wave[i] = ++next;
            while (open.TryDequeue(out var at))
            {
                foreach (var j in Enumerable.Range(0, x.Rows).Where(j => core[j] && wave[j] == 0 && Near(at, j)))
                {
                    wave[j] = next;
                    open.Enqueue(j);
                }
            }
        }

        for (var i = 0; i < x.Rows; i++)
        {
            if (core[i]) continue;
            var nearest = Enumerable.Range(0, x.Rows).Where(j => core[j] && Near(i, j))
                .OrderBy(j => Oracle.Square(x.Row(i), x.Row(j))).ThenBy(j => x.Row(j).ToArray(), Comparer<double[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ToArray();
            wave[i] = nearest.Length > 0 ? wave[nearest[0]] : 0;
        }

        // Same partition: numbers correspond one to one, noise to noise.
        var pairs = wave.Zip(model.Labels).Distinct().ToArray();
        return pairs.Length == wave.Distinct().Count() && pairs.Length == model.Labels.Distinct().Count()
            && pairs.All(p => p.First == 0 == (p.Second == -1)) && model.K == next;
    });

    [Fact]
    public void Reference_labels()
    {
        foreach (var (x, set) in DensityReference.Sets("density.json"))
        {
            foreach (var expected in set.GetProperty("dbscan").EnumerateArray())
            {
                var options = new DbscanOptions { Epsilon = expected.GetProperty("epsilon").GetDouble(), MinPoints = expected.GetProperty("minPoints").GetInt32() };
                var model = (DbscanModel)new Dbscan(options).Fit(x);
                var (labels, core) = (DensityReference.Integers(expected, "labels"), DensityReference.Integers(expected, "core"));
                Assert.Equal(labels.Max() + 1, model.K);
                Assert.Equal(labels.Select(l => l < 0), model.Labels.Select(l => l < 0));
                Assert.Equal(core.Select(i => string.Join(' ', x.Row(i).ToArray())).Distinct().Count(), model.CoreRows.Rows);
                Assert.Equal(1, Agreement.AdjustedRand([.. core.Select(i => labels[i])], [.. core.Select(i => model.Labels[i])]), 12);
            }
        }
    }

    [Fact]
    public void A_border_row_goes_to_the_nearer_core_and_to_the_first_of_equals()
    {
        // Two dense ends, and a row between that reaches both.
        Matrix Line(double between) => new([0, 0.1, 0.2, 0.3, between, 2.0, 2.1, 2.2, 2.3], 9, 1);
        int Home(double between) => new Dbscan(new() { Epsilon = 0.9, MinPoints = 4 }).Fit(Line(between)).Labels is var l && l[4] == l[0] ? 0 : l[4] == l[8] ? 1 : -1;
        Assert.Equal(0, Home(1.125));
        Assert.Equal(1, Home(1.1875));
        var model = new Dbscan(new() { Epsilon = 1, MinPoints = 4 }).Fit(new([0, 0.25, 0.5, 0.75, 1.75, 2.75, 3.0, 3.25, 3.5], 9, 1));
        Assert.Equal(model.Labels[0], model.Labels[4]);
    }

    [Theory, InlineData(0.0), InlineData(-1.0), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void Impossible_options_are_refused(double epsilon)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DbscanOptions { Epsilon = epsilon });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DbscanOptions { MinPoints = 0 });
    }
}
