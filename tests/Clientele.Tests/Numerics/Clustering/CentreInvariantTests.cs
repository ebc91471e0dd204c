using Clientele.Numerics.Clustering;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Numerics.Clustering;

/// <summary>The invariants of TROUBLE.md for K-Means, mini-batch and bisecting K-Means as methods among others.</summary>
public sealed class CentreInvariantTests
{
    private const int Cases = 250;

    private static Gen<Case> Sizes => Gen.Frequency((9, Case.Small), (1, Case.Large));

    private static void Each(int count, Gen<Case> cases, Func<Case, IClusterer, bool> holds) =>
        Case.Check(count, cases, c => CentreMethods.All(c).All(method => holds(c, method)));

    [Fact]
    public void Runs_and_threads_change_no_bit() => Each(30, Sizes, (c, method) => // I1, I2
    {
        var (x, one) = (c.Matrix(), method.Of(c.Matrix()));
        return new[] { 1, 2, 3, 7 }.All(threads => CentreMethods.Same(one, method.Of(x, null, new() { Threads = threads })));
    });

    [Fact]
    public void Row_order_changes_no_bit() => Each(Cases, Case.Small, (c, method) => // I3
    {
        var x = c.Matrix();
        var order = Oracle.Shuffled(x.Rows, c.Seed);
        var (plain, mixed) = (method.Of(x), method.Of(Oracle.Rows(x, order)));
        return order.Select(i => plain.Labels[i]).SequenceEqual(mixed.Labels) && plain.Centres.SequenceEqual(mixed.Centres) && plain.Inertia == mixed.Inertia;
    });

    [Fact]
    public void Moving_all_data_changes_no_label() => Each(Cases, Case.Small, (c, method) => // I7
    {
        var x = Oracle.Map(c.Matrix(), static v => Math.Round(v * 1024) / 1024);
        var (here, there) = (method.Of(x), method.Of(Oracle.Map(x, static v => v + 1_048_576)));
        return here.Labels.SequenceEqual(there.Labels) && Math.Abs(here.Inertia - there.Inertia) <= 1e-9 * here.Inertia;
    });

    [Fact]
    public void Powers_of_two_scale_exactly() => Each(Cases, Case.Small, (c, method) => // I8
    {
        var (x, m) = (c.Matrix(), (c.Seed % 80) - 40);
        var (here, there) = (method.Of(x), method.Of(Oracle.Map(x, v => Math.ScaleB(v, m))));
        return here.Labels.SequenceEqual(there.Labels) && Math.ScaleB(here.Inertia, 2 * m) == there.Inertia;
    });

    [Fact]
    public void Inertia_is_that_of_labels_and_centres() => Each(Cases, Case.Small, (c, method) => // I14
    {
        var x = c.Matrix();
        var fit = method.Of(x);
        var expected = Oracle.Inertia(x, fit.Labels, fit.Centres);
        return Math.Abs(fit.Inertia - expected) <= (1e-9 * expected) + (1e-24 * x.Values.Max(v => v * v));
    });

    [Fact]
    public void Every_row_is_with_its_nearest_centre() => Each(Cases, Case.Small, (c, method) => // I16, I17
    {
        var x = c.Matrix();
        var fit = method.Of(x);
        return Enumerable.Range(0, x.Rows).All(i => fit.Labels[i] == Oracle.Nearest(x.Row(i), fit.Centres, fit.K))
            && fit.Assign(x, CentreMethods.One).SequenceEqual(fit.Labels);
    });

    [Fact]
    public void Rows_are_assigned_one_by_one_as_all_together() => Each(Cases, Case.Small, (c, method) => // I18, I19
    {
        var (fit, other) = (method.Of(c.Matrix()), (c with { Seed = c.Seed + 1, Rows = 300 }).Matrix());
        var all = fit.Assign(other, new() { Threads = 2 });
        return Enumerable.Range(0, other.Rows).All(i => all[i] == fit.Assign(new(other.Row(i).ToArray(), 1, other.Columns))[0])
            && fit.Assign(new(fit.Centres, fit.K, fit.Columns)).SequenceEqual(Enumerable.Range(0, fit.K));
    });

    [Fact]
    public void Labels_stand_in_canonical_order_and_all_are_used() => Each(Cases, Case.Small, (c, method) => // I20
    {
        var x = c.Matrix();
        var fit = method.Of(x);
        var sizes = Enumerable.Range(0, fit.K).Select(j => fit.Labels.Count(l => l == j)).ToArray();
        return fit.K == Math.Min(c.K, CentreMethods.Distinct(x)) && sizes.All(s => s > 0)
            && Enumerable.Range(1, fit.K - 1).All(j => sizes[j] < sizes[j - 1] || (sizes[j] == sizes[j - 1]
                && fit.Centres.AsSpan((j - 1) * x.Columns, x.Columns).SequenceCompareTo(fit.Centres.AsSpan(j * x.Columns, x.Columns)) < 0));
    });

    [Fact]
    public void Models_read_back_assign_the_same() => Each(Cases, Case.Small, (c, method) => // I29
    {
        var x = c.Matrix();
        var fit = method.Of(x);
        var again = CentreMethods.Again(fit);
        return again.Method == method.Method && again.K == fit.K && again.Inertia == fit.Inertia && again.Iterations == fit.Iterations
            && again.Converged == fit.Converged && again.Labels.Length == 0
            && again.Centres.SequenceEqual(fit.Centres) && again.Assign(x).SequenceEqual(fit.Labels);
    });

    [Fact]
    public void Input_is_not_changed() => Each(50, Case.Small, (c, method) => // I28
    {
        var x = c.Matrix();
        var (before, weights) = ((double[])x.Values.Clone(), Enumerable.Range(0, x.Rows).Select(i => i + 0.5).ToArray());
        var fit = method.Of(x, weights);
        return x.Values.SequenceEqual(before) && weights.Select((w, i) => w == i + 0.5).All(same => same) && fit.Labels.Length == x.Rows;
    });
}
