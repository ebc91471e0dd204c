using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;

namespace Clientele.Tests.Numerics.Density;

/// <summary>What mixtures, medoids and the density methods have in common.</summary>
public sealed class FamilyInvariantTests
{
    private const int Cases = 1000;

    public static TheoryData<string> Names => Methods.Names;

    [Theory, MemberData(nameof(Names))]
    public void Twice_gives_the_same_bytes_and_leaves_the_input_alone(string name) => Case.Check(Cases / 4, c =>
    {
        var (x, weights) = (c.Matrix(), Enumerable.Range(0, c.Rows).Select(i => 1.0 + (i % 2)).ToArray());
        var (values, kept) = ((double[])x.Values.Clone(), (double[])weights.Clone());
        var first = Methods.Fit(name, c, x, weights);
        return Methods.Same(first, Methods.Fit(name, c, x, weights)) && values.SequenceEqual(x.Values) && kept.SequenceEqual(weights);
    });

    [Theory, MemberData(nameof(Names))]
    public void Threads_change_no_bit(string name) => Case.Check(4, Case.Large, c =>
    {
        var x = c.Matrix();
        var one = Methods.Fit(name, c, x);
        return new[] { 2, 3, 7, 64 }.All(threads => Methods.Same(one, Methods.Fit(name, c, x, null, threads)));
    });

    [Theory, MemberData(nameof(Names))]
    public void Row_order_changes_no_bit(string name) => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var order = Oracle.Shuffled(x.Rows, c.Seed);
        var (plain, mixed) = (Methods.Fit(name, c, x), Methods.Fit(name, c, Oracle.Rows(x, order)));
        return Methods.Json(plain) == Methods.Json(mixed) && order.Select(i => plain.Labels[i]).SequenceEqual(mixed.Labels);
    });

    [Theory, MemberData(nameof(Names))]
    public void Moving_all_data_changes_no_label(string name) => Case.Check(Cases, c =>
    {
        var x = Oracle.Map(c.Matrix(), static v => Math.Round(v * 1024) / 1024);
        return Methods.Fit(name, c, x).Labels.SequenceEqual(Methods.Fit(name, c, Oracle.Map(x, static v => v + 1_048_576)).Labels);
    });

    [Theory, MemberData(nameof(Names))]
    public void Powers_of_two_change_no_label(string name) => Case.Check(Cases, c =>
    {
        var (x, m) = (c.Matrix(), (c.Seed % 80) - 40);
        var there = Methods.Fit(name, c, Oracle.Map(x, v => Math.ScaleB(v, m)), null, 1, Math.ScaleB(1, m));
        return Methods.Fit(name, c, x).Labels.SequenceEqual(there.Labels);
    });

    [Theory, MemberData(nameof(Names))]
    public void A_weight_is_a_number_of_copies_and_0_is_absence(string name) => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var weights = Enumerable.Range(0, x.Rows).Select(i => (double)((i + c.Seed) % 4)).ToArray();
        if (weights.All(w => w == 0)) weights[0] = 2;
        var copies = Enumerable.Range(0, x.Rows).SelectMany(i => Enumerable.Repeat(i, (int)weights[i])).ToArray();
        var (weighted, copied) = (Methods.Fit(name, c, x, weights), Methods.Fit(name, c, Oracle.Rows(x, copies)));
        return Methods.Json(weighted) == Methods.Json(copied) && copies.Select(i => weighted.Labels[i]).SequenceEqual(copied.Labels)
            && weighted.Assign(x).SequenceEqual(weighted.Labels);
    });

    [Theory, MemberData(nameof(Names))]
    public void Weights_of_1_are_none(string name) => Case.Check(Cases / 4, c =>
    {
        var x = c.Matrix();
        return Methods.Same(Methods.Fit(name, c, x), Methods.Fit(name, c, x, [.. Enumerable.Repeat(1.0, x.Rows)]));
    });

    // The density methods hold weights against a number that stays; theirs are no shares.
    [Theory, InlineData("gmm"), InlineData("kmedoids")]
    public void A_common_factor_of_the_weights_changes_no_label(string name) => Case.Check(Cases / 4, c =>
    {
        var x = c.Matrix();
        double[] Weights(double factor) => [.. Enumerable.Range(0, x.Rows).Select(i => factor * (1 + (i % 3)))];
        return Methods.Fit(name, c, x, Weights(1)).Labels.SequenceEqual(Methods.Fit(name, c, x, Weights(8)).Labels);
    });

    [Theory, MemberData(nameof(Names))]
    public void Fitted_rows_get_their_labels_back_alone_or_together(string name) => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var model = Methods.Fit(name, c, x);
        return model.Assign(x, new() { Threads = 3 }).SequenceEqual(model.Labels)
            && Enumerable.Range(0, Math.Min(x.Rows, 5)).All(i => model.Assign(Oracle.Rows(x, [i]))[0] == model.Labels[i]);
    });

    [Theory, MemberData(nameof(Names))]
    public void Clusters_are_numbered_by_weight_and_all_are_used(string name) => Case.Check(Cases, c =>
    {
        var model = Methods.Fit(name, c, c.Matrix());
        var sizes = Enumerable.Range(0, model.K).Select(k => model.Labels.Count(l => l == k)).ToArray();
        return model.Labels.All(l => l >= (name.EndsWith("dbscan", StringComparison.Ordinal) ? -1 : 0) && l < model.K)
            && sizes.All(s => s > 0) && sizes.SequenceEqual(sizes.OrderDescending());
    });

    [Theory, MemberData(nameof(Names))]
    public void Models_read_back_to_the_same_bytes_and_answers(string name) => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var model = Methods.Fit(name, c, x);
        var json = Methods.Json(model);
        using var document = JsonDocument.Parse(json);
        var again = ClusterModels.Read(document.RootElement);
        var later = Oracle.Map(x, v => (v * 1.03) + 0.01);
        return Methods.Json(again) == json && again.Assign(x).SequenceEqual(model.Labels) && again.Assign(later).SequenceEqual(model.Assign(later));
    });

    [Theory, MemberData(nameof(Names))]
    public void Extremes_are_survived(string name)
    {
        var shapes = new (string What, double[] Values)[]
        {
            ("one row", [3.0]), ("constant", [.. Enumerable.Repeat(7.5, 20)]), ("huge", [1e155, -1e155, 3e154, 1.1e155, -1.2e155, 9e154, 1e155, 2e154]),
            ("largest", [double.MaxValue, -double.MaxValue, 1, 2, 3, 4, 5]), ("tiny", [1e-170, 2e-170, 9e-170, 1.1e-170, 8.8e-170, 5e-324, 0, 9.1e-170]),
            ("one far", [1, 1.1, 0.9, 5, 5.1, 4.9, 1.05, 5.05, 1e15]), ("offset", [1e9 + 1, 1e9 + 1.1, 1e9 + 0.9, 1e9 + 5, 1e9 + 5.1, 1e9 + 4.9]),
        };
        foreach (var (what, values) in shapes)
        {
            for (var seed = 0; seed < 12; seed++)
            {
                var x = new Matrix(values, values.Length, 1);
                var model = Methods.Fit(name, new(Shape.Ties, values.Length, 1, 2, seed), x);
                Assert.True(model.Assign(x).SequenceEqual(model.Labels), what);
                Assert.DoesNotContain("NaN", Methods.Json(model), StringComparison.Ordinal);
                Assert.Equal(2, model.Assign(new([double.MaxValue, -1e300], 2, 1)).Length);
                if (name is "gmm" or "kmedoids") Assert.True(what is "one row" or "constant" ? model.K == 1 : model.K == 2 || name == "gmm", what);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void What_is_no_number_is_refused_by_its_place(string name)
    {
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity })
        {
            var error = Assert.Throws<ArgumentException>(() => Methods.Fit(name, new(Shape.Ties, 3, 2, 2, 1), new([1, 2, 3, bad, 5, 6], 3, 2)));
            Assert.Contains("Row 1, column 1", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Too_little_memory_is_said_before_anything_begins(string name)
    {
        var c = new Case(Shape.Blobs, 50, 3, 3, 1);
        var error = Assert.Throws<MemoryLimitException>(() => Methods.Of(name, c).Fit(c.Matrix(), null, new() { MemoryLimit = 1000 }));
        Assert.EndsWith(".", error.Instead, StringComparison.Ordinal);
        Assert.True(error.Needed > 1000);
    }

    [Theory, MemberData(nameof(Names))]
    public void Progress_rises_to_1_and_cancelling_stops(string name)
    {
        var c = new Case(Shape.Blobs, 3000, 3, 4, 3);
        var heard = new List<double>();
        var model = Methods.Of(name, c).Fit(c.Matrix(), null, new() { Threads = 1, Progress = new Listener(heard) });
        Assert.Equal(name, model.Method);
        Assert.Equal(heard.Order(), heard);
        Assert.Equal(1, heard[^1]);
        Assert.ThrowsAny<OperationCanceledException>(() => Methods.Of(name, c).Fit(c.Matrix(), null, new() { Cancellation = new(canceled: true) }));
    }

    private sealed class Listener(List<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard.Add(value);
    }
}
