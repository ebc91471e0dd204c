using Clientele.Clusters;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Tests.Numerics;
using static Clientele.Tests.Contracts.Subject;

namespace Clientele.Tests.Contracts;

/// <summary>Every method of the catalogue keeps every clause. A failing case prints itself; its numbers make it again.</summary>
public sealed class ClustererContractTests
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var clause in Clauses.All)
            {
                foreach (var choice in Clusterers.Catalog) pairs.Add(clause.Name, choice.Name);
            }

            return pairs;
        }
    }

    public static TheoryData<string> Methods => [.. Clusterers.Catalog.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Clause_holds(string name, string of)
    {
        var (clause, choice) = (Clauses.All.Single(c => c.Name == name), Clusterers.Catalog.Find(of));
        var share = (clause.Cases + Clusterers.Catalog.Count - 1) / Clusterers.Catalog.Count;
        Case.Check(Math.Max(clause.Least, share), clause.Data, c => clause.Holds(choice.Create(Varied(choice, c.Seed)), c));
    }

    [Fact]
    public void Every_clusterer_of_the_library_is_listed()
    {
        var listed = Clusterers.Catalog.Select(c => c.Create(Settings.Defaults).Create(new ClusterAim(3, 0)).GetType()).ToHashSet();
        var forgotten = typeof(IClusterer).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false } && t.IsAssignableTo(typeof(IClusterer)) && !listed.Contains(t));
        Assert.True(!forgotten.Any(), $"Add a line to Clusterers.Catalog for: {string.Join(", ", forgotten.Select(t => t.Name))}");
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void What_does_not_hold_has_a_reason(string name)
    {
        var method = Clusterers.Catalog.Find(name).Create(Settings.Defaults);
        Assert.True(method.Centres is not null || method.NotByCentre is not null, "without centres, NotByCentre says why");
        string?[] reasons = [method.FindsK, method.LeavesNoise, method.NotByCentre, method.LooksAlongAxes, method.HasUnit, method.MayMerge, method.CountsCopies];
        Assert.All(reasons.OfType<string>(), reason => Assert.True(reason.Length > 12, reason));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Name_and_columns_are_those_of_the_choice(string name)
    {
        var (choice, x) = (Clusterers.Catalog.Find(name), new Case(Shape.Blobs, 50, 3, 4, 1).Matrix());
        var clusterer = choice.Create(Quick(choice)).Create(new ClusterAim(4, 0));
        var model = clusterer.Fit(x);
        Assert.Equal((name, name, 3, 50), (clusterer.Method, model.Method, model.Columns, model.Labels.Length));
        Assert.InRange(clusterer.Bytes(1_000_000, 8), 1e6, 1e15);
        Assert.True(clusterer.Bytes(20_000, 8) >= clusterer.Bytes(10_000, 8));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Values_that_are_not_finite_are_refused_by_row_and_column(string name)
    {
        foreach (var bad in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            var (method, x) = (Of(name), new Case(Shape.Blobs, 9, 3, 2, 1).Matrix());
            var model = Fit(method, new(Shape.Blobs, 9, 3, 2, 1), x);
            x.Values[(5 * 3) + 2] = bad;
            foreach (var act in (Action[])[() => Fit(method, new(Shape.Blobs, 9, 3, 2, 1), x), () => model.Assign(x)])
            {
                var message = Assert.ThrowsAny<ArgumentException>(act).Message;
                Assert.Contains("5", message, StringComparison.Ordinal);
                Assert.Contains("2", message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Mistakes_of_the_caller_are_argument_exceptions(string name)
    {
        var (clusterer, x) = (Of(name).Create(new ClusterAim(2, 0)), new Case(Shape.Blobs, 9, 3, 2, 1).Matrix());
        var model = clusterer.Fit(x);
        Action[] mistakes =
        [
            () => clusterer.Fit(null!), () => clusterer.Fit(new Matrix([], 0, 3)), () => clusterer.Fit(new Matrix([1, 2, 3], 2, 2)),
            () => clusterer.Fit(x, new double[8]), () => clusterer.Fit(x, new double[9]), () => clusterer.Fit(x, [1, 1, 1, -1, 1, 1, 1, 1, 1]),
            () => clusterer.Fit(x, [1, 1, 1, double.NaN, 1, 1, 1, 1, 1]), () => model.Assign(new Matrix([1, 2], 1, 2)), () => model.Assign(null!),
        ];
        Assert.All(mistakes, mistake => Assert.ThrowsAny<ArgumentException>(mistake));
        Assert.Empty(model.Assign(new Matrix([], 0, 3)));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Memory_is_asked_for_before_it_is_taken(string name)
    {
        var x = new Case(Shape.Blobs, 200, 3, 2, 1).Matrix();
        var problem = Assert.Throws<MemoryLimitException>(() => Of(name).Create(new ClusterAim(2, 0)).Fit(x, null, new FitContext { MemoryLimit = 1 }));
        Assert.True(problem.Needed > 1);
        Assert.EndsWith(".", problem.Instead, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Progress_rises_to_1_and_a_stop_is_heard(string name)
    {
        var (heard, x) = (new Heard(), new Case(Shape.Blobs, 2000, 3, 4, 1).Matrix());
        var clusterer = Of(name).Create(new ClusterAim(4, 0));
        clusterer.Fit(x, null, new FitContext { Threads = 1, Progress = heard });
        Assert.Equal(heard.Values.Order(), heard.Values);
        Assert.All(heard.Values, v => Assert.InRange(v, 0, 1));
        Assert.Equal(1, heard.Values[^1]);
        Assert.ThrowsAny<OperationCanceledException>(() => clusterer.Fit(x, null, new FitContext { Cancellation = new CancellationToken(canceled: true) }));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void I27_Few_rows_find_the_best_partition_of_all(string name)
    {
        var method = Clusterers.Catalog.Find(name).Create(Settings.Defaults);
        if (!method.SeeksLeastInertia) return;
        var (cases, found, gap) = (200, 0, 0.0);
        for (var seed = 0; seed < cases; seed++)
        {
            var c = new Case((Shape)(seed % 7), 4 + (seed % 5), 1 + (seed % 3), 1 + (seed / 3 % 3), seed);
            var x = c.Matrix();
            var model = Fit(method, c, x);
            var (inertia, least) = (Clauses.Inertia(x, model.Labels, model.K), Clauses.Exhaustive(x, c.K));
            if (inertia <= (least * (1 + 1e-9)) + 1e-12) found++;
            else gap += (inertia - least) / Math.Max(least, 1e-12) / cases;
        }

        Assert.True(found >= 0.95 * cases, $"the best partition in {found} of {cases} cases");
        Assert.True(gap <= 0.05, $"a mean gap of {gap:P1}");
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Degenerate_data_give_sane_clusters(string name)
    {
        foreach (var (what, values, rows) in Degenerate())
        {
            foreach (var k in (int[])[1, 2, 3, 5])
            {
                var (method, x) = (Of(name), new Matrix(values, rows, values.Length / rows));
                var model = Fit(method, new(Shape.Blobs, rows, x.Columns, k, 0), x);
                Assert.True(model.K >= (method.FindsK is null ? 1 : 0) && (method.FindsK is not null || model.K <= k), $"{what}: K = {model.K} for k = {k}");
                Assert.True(model.Labels.All(l => l < model.K && l >= (method.LeavesNoise is null ? 0 : -1)), $"{what}: a label lies outside");
                Assert.True(model.Assign(x).SequenceEqual(model.Labels), $"{what}: assigned to other clusters than fitted");
                Assert.True(model.Assign(x).SequenceEqual(Reread(model).Assign(x)), $"{what}: the file assigns to other clusters");
                if (method.CentresAreMeans && what == "one point at 1e15" && k > 1) Assert.Single(model.Labels, l => l == model.Labels[0]);
            }
        }
    }

    private static ClusterMethod Of(string name)
    {
        var choice = Clusterers.Catalog.Find(name);
        return choice.Create(Quick(choice));
    }

    private static IEnumerable<(string What, double[] Values, int Rows)> Degenerate()
    {
        var blobs = new Case(Shape.Blobs, 40, 2, 3, 1).Matrix().Values;
        yield return ("one row", [3.5, -1], 1);
        yield return ("one column", [1, 2, 2, 9, 9, 9], 6);
        yield return ("all rows equal", [7, 7, 7, 7, 7, 7, 7, 7], 4);
        yield return ("two distinct rows", [0, 1, 0, 1, 5, 5, 5, 5, 5, 5], 5);
        yield return ("a constant column", [.. blobs.Select((v, i) => i % 2 == 0 ? 3.7 : v)], 40);
        yield return ("1e155", [.. blobs.Select(v => v * 1e155)], 40);
        yield return ("the largest numbers", [.. blobs.Select((v, i) => (i % 3 == 0 ? -1 : 1) * v / 11 * 1e307)], 40);
        yield return ("1e-170", [.. blobs.Select(v => v * 1e-170)], 40);
        yield return ("subnormal", [5e-324, 0, 1e-323, 1.5e-323, 0, 0], 3);
        yield return ("one point at 1e15", [.. blobs.Select((v, i) => i < 2 ? 1e15 : v)], 40);
        yield return ("far away", [.. blobs.Select(v => v + 1e9)], 40);
    }

    private sealed class Heard : IProgress<double>
    {
        private readonly Lock _gate = new();

        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            lock (_gate) Values.Add(value);
        }
    }
}
