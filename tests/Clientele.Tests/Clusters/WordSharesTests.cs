using System.Text;
using Clientele.Clusters;
using Clientele.Clusters.Files;

namespace Clientele.Tests.Clusters;

/// <summary>Words that count as their share, and new rows that take the shares of those that were fitted.</summary>
public sealed class WordSharesTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("clientele-shares");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void A_word_counts_as_its_share_and_new_rows_take_the_fitted_ones()
    {
        var fitted = Run(Rows(100, i => i < 60 ? "Large" : i < 90 ? "Middle" : "Small"), new() { Columns = ["visits"], Frequency = ["Town"], K = new(2, 4) });
        var column = fitted.Model.Columns[1];
        Assert.Equal([("Large", .6), ("Middle", .3), ("Small", .1)], column.Shares!.Select(s => (s.Word, s.Share)));
        Assert.Equal((.1, .6, false), (column.Least, column.Most, column.IsCategory));
        Assert.Contains(fitted.Notes, n => n.StartsWith("Town counts as the share of the rows with the same word: Large 0.6, Middle 0.3, Small 0.1", StringComparison.Ordinal));
        var model = Path.Combine(_place.FullName, "model.json");
        using (var output = File.Create(model)) fitted.Model.Write(output);
        Assert.Equal(column.Shares, TableModel.Read(model).Columns[1].Shares);

        // Among the new rows Small is frequent; it goes on being rare. A word never seen has the share 0.
        var assigned = Run(Rows(50, i => i < 40 ? "Small" : i < 45 ? "Large" : "Elsewhere"), new() { Model = model });
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(i < 40 ? .1 : i < 45 ? .6 : 0, assigned.Values.Row(i)[1]));
        Assert.Contains(assigned.Notes, n => n.StartsWith("5 rows of 50 have a word in Town that was not there", StringComparison.Ordinal));
        Assert.Equal("cluster.new-category", Assert.Throws<UserException>(() => Run(Rows(20, _ => "Elsewhere"), new() { Model = model })).Code);

        // The rows that were fitted come back where they were.
        Assert.Equal(fitted.Labels, Run(Rows(100, i => i < 60 ? "Large" : i < 90 ? "Middle" : "Small"), new() { Model = model }).Labels);
    }

    [Fact]
    public void Gaps_are_filled_by_the_rule_and_a_column_is_named_once()
    {
        var text = Rows(60, i => i % 10 == 0 ? "" : i % 3 == 0 ? "North" : "South");
        Assert.Equal("cluster.missing-values", Assert.Throws<UserException>(() => Run(text, new() { Frequency = ["Town"] })).Code);
        Assert.Equal(54, Run(text, new() { Frequency = ["Town"], Missing = "drop", K = new(2, 3) }).Labels.Count);
        Assert.Equal("cluster.column-twice", Assert.Throws<UserException>(() => Run(text, new() { Frequency = ["Town"], Categorical = ["Town"] })).Code);
        Assert.Equal("cluster.column-twice", Assert.Throws<UserException>(() => Run(text, new() { Frequency = ["Town", "2"] })).Code);
        Assert.Equal(["visits", "Town"], Run(text, new() { Columns = ["visits", "Town"], Frequency = ["Town"], Missing = "drop", K = new(2, 3) }).Model.Columns.Select(c => c.Name));
    }

    private static ClusterReport Run(string text, ClusterPlan plan) =>
        ClusterJob.Run(plan with { Input = "-" }, new RunContext { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(text)) });

    private static string Rows(int n, Func<int, string> town) => "id,Town,visits\n" + string.Concat(Enumerable.Range(0, n).Select(i => $"k{i:000},{town(i)},{(i % 2 * 30) + (i % 7)}\n"));
}
