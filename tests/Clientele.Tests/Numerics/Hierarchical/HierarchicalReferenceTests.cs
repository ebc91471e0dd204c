using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Hierarchical;

namespace Clientele.Tests.Numerics.Hierarchical;

/// <summary>R's trees: reference/hierarchical.json.</summary>
public sealed class HierarchicalReferenceTests
{
    private static readonly JsonElement s_reference = Load();

    private static JsonElement Load()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(OnlineRetail.Root, "reference", "hierarchical.json")));
        return json.RootElement.Clone();
    }

    public static TheoryData<string, Linkage> Trees()
    {
        var trees = new TheoryData<string, Linkage>();
        foreach (var set in s_reference.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object))
        {
            foreach (var linkage in Enum.GetValues<Linkage>())
            {
                if (set.Value.TryGetProperty(HierarchicalClusterer.NameOf(linkage), out _)) trees.Add(set.Name, linkage);
            }
        }

        return trees;
    }

    private static double[] Numbers(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];

    private static Matrix Data(string set)
    {
        var json = s_reference.GetProperty(set);
        var (values, columns) = (Numbers(json, "values"), json.GetProperty("columns").GetInt32());
        return new(values, values.Length / columns, columns);
    }

    [Theory]
    [MemberData(nameof(Trees))]
    public void Tree_is_that_of_R(string set, Linkage linkage)
    {
        var (x, expected) = (Data(set), s_reference.GetProperty(set).GetProperty(HierarchicalClusterer.NameOf(linkage)));
        var model = new HierarchicalClusterer(new() { Linkage = linkage }).FitTree(x);

        // Copies have no merge of their own here; R joins them at 0.
        var copies = x.Rows - model.Tree.Leaves;
        double[] heights = [.. Enumerable.Repeat(0.0, copies), .. model.Tree.Merges.ToArray().Select(m => m.Height)];
        var wanted = Numbers(expected, "heights");
        var largest = wanted.Max();
        foreach (var (a, b) in wanted.Zip(heights.AsSpan(heights.Length - wanted.Length).ToArray())) Assert.Equal(a, b, 1e-9 * largest);

        if (string.Equals(set, "grid", StringComparison.Ordinal)) return;
        Assert.Equal(expected.GetProperty("cophenetic").GetDouble(), model.CopheneticCorrelation(), 1e-9);
        foreach (var cut in expected.GetProperty("sizes").EnumerateObject())
        {
            var labels = model.Cut(int.Parse(cut.Name, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(cut.Value.EnumerateArray().Select(v => v.GetInt32()), labels.CountBy(l => l).OrderBy(p => p.Key).Select(p => p.Value));
        }

        if (!expected.TryGetProperty("order", out _)) return;
        Assert.Equal(Numbers(expected, "order"), model.Tree.Order.ToArray().Select(leaf => leaf + 1.0));
        Assert.Equal(Numbers(expected, "merge"), model.Tree.Merges.ToArray().SelectMany(m => new[] { m.Left, m.Right })
            .Select(b => b < x.Rows ? -(b + 1.0) : b - x.Rows + 1.0));
    }

    [Theory]
    [InlineData("iris", Linkage.Ward, 32.447607, 3, "50/64/36", 0.87282832)]
    [InlineData("iris", Linkage.Complete, 7.0851958, 3, "50/72/28", double.NaN)]
    [InlineData("iris", Linkage.Average, 4.0626827, 3, "50/64/36", double.NaN)]
    [InlineData("iris", Linkage.Single, 1.6401219, 3, "50/98/2", double.NaN)]
    [InlineData("arrests", Linkage.Complete, 6.0766416, 1, "50", double.NaN)]
    public void Published_digits_come_out(string set, Linkage linkage, double last, int k, string sizes, double cophenetic)
    {
        var model = new HierarchicalClusterer(new() { Linkage = linkage, K = k }).FitTree(Data(set));
        Assert.Equal(last, model.Tree.Merges[^1].Height, 5e-7);
        Assert.Equal(sizes.Split('/').Select(int.Parse).OrderDescending(), model.Labels.CountBy(l => l).OrderBy(p => p.Key).Select(p => p.Value));
        if (!double.IsNaN(cophenetic)) Assert.Equal(cophenetic, model.CopheneticCorrelation(), 5e-9);
    }
}
