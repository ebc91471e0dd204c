using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Hierarchical;
using Clientele.Reports.Page.Found;
using Clientele.Reports.Writing;

namespace Clientele.Tests.Reports.Page;

/// <summary>What the page tells of how groups were found holds for the rows that were grouped.</summary>
public sealed class FoundTests
{
    [Fact]
    public void Places_vary_by_the_shares_that_are_told_and_do_not_go_together()
    {
        var components = Json(Blobs(120, 3)).GetProperty("components");
        var places = components.GetProperty("places").EnumerateArray().Select(p => Singles(p.GetBytesFromBase64())).ToArray();
        var points = Blobs(120, 3).Points;
        var total = Enumerable.Range(0, points.Columns).Sum(q => Variance([.. Enumerable.Range(0, points.Rows).Select(i => points.Row(i)[q])]));
        for (var c = 0; c < 2; c++) Assert.Equal(components.GetProperty("shares")[c].GetDouble(), Variance(places[c]) / total, 1e-3);
        Assert.Equal(0, places[0].Zip(places[1], (a, b) => a * b).Sum() / places[0].Length, 1e-3);
        // The loadings are the way from the scaled columns to the places.
        var weights = components.GetProperty("loadings")[0].EnumerateArray().Select(v => v.GetDouble()).ToArray();
        var means = Enumerable.Range(0, points.Columns).Select(q => Enumerable.Range(0, points.Rows).Average(i => points.Row(i)[q])).ToArray();
        for (var i = 0; i < points.Rows; i++) Assert.Equal(weights.Select((w, q) => w * (points.Row(i)[q] - means[q])).Sum(), places[0][i], 0.05);
    }

    [Fact]
    public void Rows_that_the_page_does_not_have_bring_their_groups_and_values()
    {
        var space = Blobs(120, 3) with { Step = 5 };
        var components = Json(space).GetProperty("components");
        Assert.Equal(120, components.GetProperty("groups").GetBytesFromBase64().Length);
        Assert.Equal(space.Labels, components.GetProperty("groups").GetBytesFromBase64().Select(b => (int)b));
        Assert.Equal(["x"], components.GetProperty("values").EnumerateArray().Select(v => v.GetProperty("key").GetString()));
        Assert.False(Json(Blobs(120, 3)).GetProperty("components").TryGetProperty("groups", out _));
    }

    [Fact]
    public void Groups_that_are_there_come_back_and_parts_of_a_cloud_do_not()
    {
        var clear = Json(Blobs(300, 3)).GetProperty("stability").GetProperty("clusters").EnumerateArray().ToArray();
        Assert.All(clear, c => Assert.Equal("very stable", c.GetProperty("word").GetString()));
        var one = Blobs(300, 1);
        var kmeans = new KMeansClusterer(new() { K = 5, Starts = 1 });
        var cut = Json(one with { K = 5, Labels = kmeans.Fit(one.Points).Labels, Again = kmeans }).GetProperty("stability").GetProperty("clusters").EnumerateArray().Select(c => c.GetProperty("word").GetString()).ToArray();
        Assert.Contains(cut, w => w is "doubtful" or "dissolves");
        Assert.DoesNotContain("very stable", cut);
    }

    [Theory]
    [InlineData(0.9, "very stable")]
    [InlineData(0.85, "very stable")]
    [InlineData(0.8, "stable")]
    [InlineData(0.6, "doubtful")]
    [InlineData(0.59, "dissolves")]
    [InlineData(0, "dissolves")]
    [InlineData(double.NaN, "")]
    public void Words_follow_the_guide(double jaccard, string word) => Assert.Equal(word, StabilityJson.Word(jaccard));

    [Fact]
    public void The_drawn_tree_holds_every_row_and_its_cut_gives_the_groups()
    {
        var space = Blobs(200, 4);
        var model = new HierarchicalClusterer(new() { Linkage = Linkage.Ward, K = 4 }).FitTree(space.Points);
        var tree = Json(space with { Labels = model.Labels, Tree = new(model, model.Labels, Own: true, 200) }).GetProperty("tree");
        var leaves = tree.GetProperty("leaves").EnumerateArray().ToArray();
        Assert.Equal(TreeJson.Most, leaves.Length);
        Assert.Equal(200, leaves.Sum(l => l.GetProperty("rows").GetInt32()));
        Assert.All(leaves, l => Assert.Equal(1, l.GetProperty("share").GetDouble()));
        var merges = tree.GetProperty("merges").EnumerateArray().Select(m => (A: m[0].GetInt32(), B: m[1].GetInt32(), Height: m[2].GetDouble())).ToArray();
        Assert.Equal(leaves.Length - 1, merges.Length);
        Assert.Equal(Enumerable.Range(0, (2 * leaves.Length) - 2), merges.SelectMany(m => (int[])[m.A, m.B]).Order());
        Assert.Equal(merges.Select(m => m.Height), merges.Select(m => m.Height).Order());
        Assert.Equal(4, leaves.Length - merges.Count(m => m.Height < tree.GetProperty("cut").GetDouble()));
        for (var g = 0; g < 4; g++) Assert.Equal(model.Labels.Count(l => l == g), leaves.Where(l => l.GetProperty("group").GetInt32() == g).Sum(l => l.GetProperty("rows").GetInt32()));
    }

    [Fact]
    public void Rows_of_no_group_are_left_out_of_silhouettes_and_counted_in_the_tree()
    {
        var space = Blobs(90, 3);
        int[] labels = [.. space.Labels.Select((l, i) => i < 10 ? -1 : l)];
        var model = new HierarchicalClusterer(new() { Linkage = Linkage.Average, K = 3 }).FitTree(space.Points);
        var json = Json(space with { Labels = labels, Tree = new(model, labels, Own: false, 90) });
        Assert.Equal(80, json.GetProperty("silhouettes").GetProperty("customers").GetInt32());
        Assert.Equal(90, json.GetProperty("tree").GetProperty("leaves").EnumerateArray().Sum(l => l.GetProperty("rows").GetInt32()));
    }

    [Fact]
    public void Threads_change_no_byte_and_a_brief_look_is_the_silhouettes_alone()
    {
        var space = Blobs(400, 3);
        Assert.Equal(Text(space), Text(space with { Fit = new FitContext { Threads = 5 } }));
        Assert.Equal(["silhouettes"], Json(space with { Brief = true }).EnumerateObject().Select(m => m.Name));
        Assert.Empty(Json(space with { Points = new([], 0, 3), Labels = [] }).EnumerateObject());
    }

    // Groups along the axes, 40 apart with a spread of 1; counter-based, so the same in every run.
    private static FoundSpace Blobs(int rows, int groups)
    {
        var (draws, values, labels) = (new Draws(7, 0, 0), new double[rows * 3], new int[rows]);
        for (var i = 0; i < rows; i++)
        {
            labels[i] = i % groups;
            for (var q = 0; q < 3; q++) values[(i * 3) + q] = draws.Uniform(i, q) + draws.Uniform(i, q + 10) + (q == labels[i] % 3 ? 40 : 0) + (labels[i] == 3 ? 90 : 0);
        }

        var points = new Matrix(values, rows, 3);
        return new(["x", "y", "z"], points, labels, groups, 1) { Again = new KMeansClusterer(new() { K = groups, Starts = 3 }), Raw = [("x", "days", [.. Enumerable.Range(0, rows).Select(i => points.Row(i)[0])])] };
    }

    private static string Text(FoundSpace space)
    {
        var text = new Utf8Text(1 << 10);
        var json = new JsonText(text, indented: false);
        json.Object();
        new FoundPart(space).Write(json);
        json.EndObject();
        return System.Text.Encoding.UTF8.GetString(text.Written);
    }

    private static JsonElement Json(FoundSpace space) => JsonDocument.Parse(Text(space)).RootElement;

    private static double[] Singles(byte[] bytes) => [.. Enumerable.Range(0, bytes.Length / 4).Select(i => (double)BitConverter.ToSingle(bytes, i * 4))];

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }
}
