using System.Text;
using System.Text.Json;
using Clientele.Clusters;
using Clientele.People;
using Clientele.People.Describing;
using Clientele.Reports.Page;

namespace Clientele.Tests.Reports.Page;

/// <summary>The pages of described and of clustered tables: what they tell is what was found, and no text of a table can end their data.</summary>
public sealed class TableDocumentTests
{
    private const string Evil = "</script><b>&";

    [Fact]
    public void A_described_table_tells_every_column_its_gaps_and_what_goes_together()
    {
        using var written = new Clientele.Tests.People.Written();
        var report = Describer.Of(new PeoplePlan { Input = written.File("customers.csv", Clientele.Tests.People.Segments.Tables.Shop(90)), Derive = [PeoplePlan.NoDerived] }, new RunContext());
        var root = Root(DescribeDocument.Of(report, "1", showValues: true));
        var columns = root.GetProperty("described").GetProperty("columns").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!, StringComparer.Ordinal);
        Assert.Equal(report.Customers.Columns.Select(c => c.Name), columns.Keys);
        var holes = report.Customers["Holes"];
        Assert.Equal(90 - 23, columns["Holes"].GetProperty("missing").GetInt32());
        Assert.NotNull(holes);
        var visits = report.Numbers.Single(n => n.Column.Name == "Visits").Values;
        Assert.Equal((double[])[visits.Min, visits.Q1, visits.Median, visits.Q3, visits.Max], columns["Visits"].GetProperty("spread").EnumerateArray().Select(v => v.GetDouble()));

        // Any two columns on one scale, the same both ways; the copy of a column goes with it as strongly as can be.
        var associations = root.GetProperty("described").GetProperty("associations");
        string[] names = [.. associations.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)];
        var (basket, copy) = (Array.IndexOf(names, "Basket"), Array.IndexOf(names, "Basket_copy"));
        Assert.Equal(1, associations.GetProperty("matrix")[basket][copy].GetDouble());
        for (var a = 0; a < names.Length; a++)
        {
            for (var b = 0; b < names.Length; b++) Assert.Equal(associations.GetProperty("matrix")[a][b].ToString(), associations.GetProperty("matrix")[b][a].ToString());
        }

        Assert.Contains("Town", names);
        Assert.True(root.GetProperty("customers").TryGetProperty("ids", out _));
        Assert.False(Root(DescribeDocument.Of(report, "1", showValues: false)).GetProperty("customers").TryGetProperty("ids", out _));
    }

    [Fact]
    public void A_gap_does_not_take_a_column_out_of_the_correlations()
    {
        using var written = new Clientele.Tests.People.Written();
        var text = "id,a,b\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i},{i * i},{(i % 7 == 0 ? "" : (1000 - i).ToString(System.Globalization.CultureInfo.InvariantCulture))}\n"));
        var root = Root(DescribeDocument.Of(Describer.Of(new PeoplePlan { Input = written.File("t.csv", text), Derive = [PeoplePlan.NoDerived] }, new RunContext()), "1", true));
        Assert.Equal(-1, root.GetProperty("correlations").GetProperty("matrix")[0][1].GetDouble());
    }

    [Theory]
    [InlineData("kmeans")]
    [InlineData("ward")]
    [InlineData("hdbscan")]
    [InlineData("all")]
    public void A_clustered_table_tells_rows_scores_and_how_they_were_found(string method)
    {
        var report = Cluster(Text(60), new() { Method = method, Id = "id", K = method == "hdbscan" ? null : new(3, 4) });
        var root = Root(ClusterDocument.Of(report, "1"));
        Assert.Equal("rows", root.GetProperty("of").GetString());
        Assert.Equal(report.Labels.Select(l => l < 0 ? Bins.Undefined : (byte)l), root.GetProperty("customers").GetProperty("dimensions")[0].GetProperty("codes").GetBytesFromBase64());
        Assert.Equal(report.Scores.Sizes, root.GetProperty("segmentations")[0].GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("customers").GetInt32()));
        var clustered = root.GetProperty("clustered");
        Assert.Equal(report.Scores.Silhouette, clustered.GetProperty("scores").GetProperty("silhouette").GetDouble(), 1e-6);
        Assert.Equal(method == "all" ? Clusterers.Catalog.Count : 0, clustered.TryGetProperty("comparison", out var c) ? c.GetProperty("methods").GetArrayLength() : 0);
        foreach (var part in (string[])["silhouettes", "components", "stability", "tree", "correlations"]) Assert.True(root.TryGetProperty(part, out _), part);
        Assert.Equal(method == "ward", root.GetProperty("tree").GetProperty("own").GetBoolean());
        if (method == "kmeans") Assert.Equal(ClusterDocument.Of(report, "1"), ClusterDocument.Of(Cluster(Text(60), new() { Method = method, Id = "id", K = new(3, 4) }), "1"));
    }

    [Fact]
    public void Categories_take_part_and_single_clusters_are_told()
    {
        var mixed = Root(ClusterDocument.Of(Cluster(Text(60), new() { Method = "kprototypes", Categorical = ["kind"], K = new(3, 3) }), "1"));
        Assert.Contains(mixed.GetProperty("components").GetProperty("features").EnumerateArray(), f => f.GetString()!.StartsWith("kind: ", StringComparison.Ordinal));
        var one = Root(ClusterDocument.Of(Cluster(Text(60), new() { K = new(1, 1) }), "1"));
        Assert.False(one.TryGetProperty("stability", out _));
        Assert.Equal(1, one.GetProperty("segmentations")[0].GetProperty("segments").GetArrayLength());
    }

    [Fact]
    public void Names_that_mean_something_to_the_page_are_given_way()
    {
        var text = Text(40).Replace("visits,spent", "cluster,monetary", StringComparison.Ordinal);
        var keys = Root(ClusterDocument.Of(Cluster(text, new() { Columns = ["cluster", "monetary"], K = new(3, 3) }), "1")).GetProperty("customers").GetProperty("dimensions").EnumerateArray().Select(d => d.GetProperty("key").GetString());
        Assert.Equal(["cluster", "cluster in the table", "monetary in the table"], keys);
    }

    private static string Text(int rows) => "id,visits,spent,kind\n" + string.Concat(Enumerable.Range(0, rows).Select(i =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Evil}{i},{(i % 3 * 100) + (i * 7 % 10)},{(i % 3 == 1 ? 900 : 100) + (i * 13 % 17)},{Evil}{i % 2}\n")));

    private static ClusterReport Cluster(string text, ClusterPlan plan) =>
        ClusterJob.Run(plan with { Input = "-" }, new RunContext { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(text)) });

    private static JsonElement Root(byte[] bytes)
    {
        Assert.DoesNotContain(Encoding.UTF8.GetString(bytes), c => c is '<' or '>' or '&');
        return JsonDocument.Parse(bytes).RootElement;
    }
}
