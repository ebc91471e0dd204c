using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Hierarchical;
using Clientele.Numerics.Validity;
using FsCheck.Fluent;

namespace Clientele.Tests.Numerics.Hierarchical;

public sealed class HierarchicalInvariantTests
{
    private const int Cases = 1000;

    private static Linkage LinkageOf(Case c) => (Linkage)(c.Seed % 7);

    private static HierarchicalModel Fit(Matrix x, Case c, double[]? weights = null) => HierarchicalPlainTests.Fit(x, LinkageOf(c), weights, c.K);

    private static bool Same(HierarchicalModel a, HierarchicalModel b) =>
        a.Labels.SequenceEqual(b.Labels) && a.K == b.K && a.Tree.Merges.SequenceEqual(b.Tree.Merges) && a.Tree.Weights.SequenceEqual(b.Tree.Weights);

    [Fact]
    public void Threads_change_no_bit() => Case.Check(14, Gen.OneOf(Case.Small, Case.Large), c =>
    {
        var x = c.Matrix();
        HierarchicalModel Of(int threads) =>
            new HierarchicalClusterer(new() { Linkage = LinkageOf(c), K = c.K }).FitTree(x, null, new() { Threads = threads });
        var one = Of(1);
        return new[] { 2, 3, 7, 64 }.All(threads => Same(one, Of(threads)));
    });

    [Fact]
    public void Row_order_changes_no_bit() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var order = Oracle.Shuffled(x.Rows, c.Seed);
        var (plain, mixed) = (Fit(x, c), Fit(Oracle.Rows(x, order), c));
        return plain.Tree.Merges.SequenceEqual(mixed.Tree.Merges) && order.Select(i => plain.Labels[i]).SequenceEqual(mixed.Labels)
            && Same(plain, Fit(x, c));
    });

    [Fact]
    public void Moving_all_data_changes_no_bit() => Case.Check(Cases, c =>
    {
        var x = Oracle.Map(c.Matrix(), static v => Math.Round(v * 1024) / 1024);
        return Same(Fit(x, c), Fit(Oracle.Map(x, static v => v + 1_048_576), c));
    });

    [Fact]
    public void Powers_of_two_scale_exactly() => Case.Check(Cases, c =>
    {
        var (x, e) = (c.Matrix(), (c.Seed % 80) - 40);
        var (here, there) = (Fit(x, c), Fit(Oracle.Map(x, v => Math.ScaleB(v, e)), c));
        return here.Labels.SequenceEqual(there.Labels)
            && here.Tree.Merges.ToArray().Select(m => m with { Height = Math.ScaleB(m.Height, e) }).SequenceEqual(there.Tree.Merges.ToArray());
    });

    [Fact]
    public void Turning_separated_data_changes_no_cluster() => Case.Check(300, c =>
    {
        var random = new Random(c.Seed);
        var (sin, cos) = Math.SinCos(c.Seed);
        var (tight, turned) = (new double[120], new double[120]);
        for (var i = 0; i < 60; i++)
        {
            var (a, b) = ((i % 4 * 100) + Case.Noise(random), (i % 4 * (i % 4) * 60) + Case.Noise(random));
            (tight[2 * i], tight[(2 * i) + 1]) = (a, b);
            (turned[2 * i], turned[(2 * i) + 1]) = ((cos * a) - (sin * b), (sin * a) + (cos * b));
        }

        var four = c with { K = 4 };
        return Agreement.AdjustedRand(Fit(new(tight, 60, 2), four).Labels, Fit(new(turned, 60, 2), four).Labels) == 1;
    });

    [Fact]
    public void A_weight_is_so_many_copies() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var random = new Random(c.Seed);
        var weights = Enumerable.Range(0, x.Rows).Select(i => (double)random.Next(i == 0 ? 1 : 0, 4)).ToArray();
        var copies = Enumerable.Range(0, x.Rows).SelectMany(i => Enumerable.Repeat(i, (int)weights[i])).ToArray();
        var (heavy, many) = (Fit(x, c, weights), Fit(Oracle.Rows(x, copies), c));
        return heavy.Tree.Merges.SequenceEqual(many.Tree.Merges) && copies.Select(i => heavy.Labels[i]).SequenceEqual(many.Labels)
            && heavy.CopheneticCorrelation().Equals(many.CopheneticCorrelation());
    });

    [Fact]
    public void Weights_times_a_number_change_no_label_and_ones_no_bit() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var random = new Random(c.Seed);
        var weights = Enumerable.Range(0, x.Rows).Select(_ => (double)random.Next(1, 5)).ToArray();
        var plain = Fit(x, c, weights);
        return new[] { 2, 3, 7, 0.125, 1e6 }.All(by => plain.Labels.SequenceEqual(Fit(x, c, [.. weights.Select(w => w * by)]).Labels))
            && Same(Fit(x, c), Fit(x, c, [.. weights.Select(_ => 1.0)]));
    });

    [Fact]
    public void A_row_of_weight_0_is_absent_and_labelled() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var random = new Random(c.Seed);
        var weights = Enumerable.Range(0, x.Rows).Select(i => i == 0 ? 1.0 : random.Next(2)).ToArray();
        var there = Enumerable.Range(0, x.Rows).Where(i => weights[i] > 0).ToArray();
        var (all, few) = (Fit(x, c, weights), Fit(Oracle.Rows(x, there), c));
        return all.Tree.Merges.SequenceEqual(few.Tree.Merges) && there.Select(i => all.Labels[i]).SequenceEqual(few.Labels)
            && all.Labels.SequenceEqual(few.Assign(x)) && all.Labels.SequenceEqual(all.Cut(c.K));
    });

    [Fact]
    public void A_copy_of_all_rows_changes_no_label() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var (once, twice) = (Fit(x, c), Fit(new([.. x.Values, .. x.Values], 2 * x.Rows, x.Columns), c));
        var factor = LinkageOf(c) == Linkage.Ward ? Math.Sqrt(2) : 1;
        return once.Labels.SequenceEqual(twice.Labels.Take(x.Rows)) && once.Labels.SequenceEqual(twice.Labels.Skip(x.Rows))
            && once.Tree.Merges.ToArray().Zip(twice.Tree.Merges.ToArray())
                .All(p => Math.Abs((p.First.Height * factor) - p.Second.Height) <= 1e-12 * p.Second.Height && 2 * p.First.Size == p.Second.Size);
    });

    [Fact]
    public void Fitted_rows_get_their_labels_back_each_alone_and_in_any_company() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var model = Fit(x, c);
        var order = Oracle.Shuffled(x.Rows, c.Seed)[..((x.Rows + 1) / 2)];
        var others = (c with { Seed = c.Seed + 1 }).Matrix();
        return model.Labels.SequenceEqual(model.Assign(x))
            && order.Select(i => model.Labels[i]).SequenceEqual(model.Assign(Oracle.Rows(x, order)))
            && Enumerable.Range(0, others.Rows).SelectMany(i => model.Assign(Oracle.Rows(others, [i]))).SequenceEqual(model.Assign(others))
            && model.Assign(new([], 0, x.Columns)).Length == 0;
    });

    [Fact]
    public void Labels_stand_in_canonical_order() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var model = Fit(x, c);
        var (rows, weights) = PlainTree.Distinct(x);
        var clusters = Enumerable.Range(0, rows.Length).GroupBy(i => model.LeafLabels[i]).OrderBy(g => g.Key).ToArray();
        var sizes = clusters.Select(g => g.Sum(i => weights[i])).ToArray();
        return model.K == Math.Min(c.K, rows.Length) && clusters.Length == model.K && clusters[0].Key == 0 && clusters[^1].Key == model.K - 1
            && Enumerable.Range(1, model.K - 1).All(j => sizes[j] < sizes[j - 1] || (sizes[j] == sizes[j - 1] && clusters[j].Min() > clusters[j - 1].Min()));
    });

    [Fact]
    public void Heights_never_fall_but_for_centroid_and_median() => Case.Check(Cases, c =>
    {
        var merges = Fit(c.Matrix(), c).Tree.Merges.ToArray();
        return merges.All(m => m.Height >= 0 && double.IsFinite(m.Height) && m.Left < m.Right)
            && (LinkageOf(c) is Linkage.Centroid or Linkage.Median || merges.Zip(merges.Skip(1)).All(p => p.First.Height <= p.Second.Height));
    });

    [Fact]
    public void Input_is_not_changed() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var weights = Enumerable.Repeat(2.0, x.Rows).ToArray();
        var before = (double[])x.Values.Clone();
        var model = Fit(x, c, weights);
        _ = model.Assign(x);
        return x.Values.SequenceEqual(before) && weights.All(w => w == 2);
    });

    [Fact]
    public void A_model_comes_back_from_json_bit_by_bit() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var model = Fit(x, c);
        var bytes = Json(model);
        using var json = JsonDocument.Parse(bytes);
        var again = (HierarchicalModel)ClusterModels.Read(json.RootElement);
        var others = (c with { Seed = c.Seed + 1 }).Matrix();
        return bytes.SequenceEqual(Json(again)) && again.Tree.Merges.SequenceEqual(model.Tree.Merges) && again.Linkage == model.Linkage
            && again.K == model.K && again.Assign(x).SequenceEqual(model.Labels) && again.Assign(others).SequenceEqual(model.Assign(others));
    });

    private static byte[] Json(ClusterModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) ClusterModels.Write(model, json);
        return stream.ToArray();
    }
}
