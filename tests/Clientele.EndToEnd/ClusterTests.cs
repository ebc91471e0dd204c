using System.Text;
using System.Text.Json;

namespace Clientele.EndToEnd;

/// <summary>The cluster command on real tables.</summary>
public sealed class ClusterTests : IDisposable
{
    private static readonly string[] s_methods =
    [
        "kmeans", "minibatch", "bisecting", "kmedoids", "kprototypes", "ward", "complete", "average", "weighted", "single", "centroid", "median", "gmm", "dbscan", "hdbscan",
    ];

    private readonly Workplace _place = new();

    [Fact]
    public async Task Mall_customers_fall_into_five_clusters_by_income_and_score()
    {
        var outcome = (await Cluster("Mall_Customers.csv.gz", "five", "--columns", "Annual Income (k$),Spending Score (1-100)")).Done();
        Assert.Contains("5 clusters", outcome.Output, StringComparison.Ordinal);
        var scores = Json("five", "scores.json");
        Assert.Equal(5, scores.GetProperty("k").GetInt32());
        Assert.Equal("kmeans", scores.GetProperty("method").GetString());

        foreach (var name in (string[])["inertia", "silhouette", "calinskiHarabasz", "daviesBouldin"])
            Assert.Equal(1, scores.GetProperty(name).GetDouble() / Reference.Mall.GetProperty(name).GetDouble(), 1e-9);
        Assert.Equal(Reference.Mall.GetProperty("sizes").EnumerateArray().Select(s => s.GetInt32()), scores.GetProperty("sizes").EnumerateArray().Select(s => s.GetInt32()));
        var labels = new Table(Path.Combine(_place["five"], "labels.csv"));
        Assert.Equal(Enumerable.Range(1, 200).Select(i => i.ToString(CultureInfo.InvariantCulture)), labels["row"]);
        Assert.Equal([81, 39, 35, 23, 22], labels["cluster"].GroupBy(c => c, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Count()));
        Assert.Equal(["curve.csv", "labels.csv", "model.json", "report.html", "run.json", "scores.json"], Directory.GetFiles(_place["five"]).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_methods_are_compared_and_one_is_recommended_with_five_clusters()
    {
        var outcome = (await Cluster("Mall_Customers.csv.gz", "all", "--columns", "income,score", "--method", "all")).Done();
        Assert.Contains("Recommended: kmeans with 5 clusters", Flowed(outcome), StringComparison.Ordinal);
        Assert.Contains("Five clusters: prediction strength", Flowed(outcome), StringComparison.Ordinal);
        var scores = Json("all", "scores.json");
        Assert.Equal((5, true), (scores.GetProperty("k").GetInt32(), scores.GetProperty("structure").GetBoolean()));
        var comparison = new Table(Path.Combine(_place["all"], "comparison.csv"));
        Assert.Equal(s_methods, comparison["method"]);
        Assert.Single(comparison["recommended"], r => r == "true");
        Assert.Equal(12, comparison["k"].Count(k => k == "5"));
        Assert.Equal(["kprototypes"], comparison["method"].Zip(comparison["leftOut"]).Where(p => p.Second.Length > 0).Select(p => p.First));
    }

    [Fact]
    public async Task Customers_without_structure_are_said_to_have_none()
    {
        (await Command.Run("segment", Repository.Data("Retail_Transaction_Dataset.csv.gz"), "--method", "rfm", "--out", _place["rfm"], "--quiet")).Done();
        var outcome = (await Command.Run(
            "cluster", Path.Combine(_place["rfm"], "segments.csv"), "--columns", "recency,frequency,monetary", "--id", "customer", "--method", "all", "--out", _place["all"])).Done();
        Assert.Contains("There is no cluster structure here:", Flowed(outcome), StringComparison.Ordinal);
        var scores = Json("all", "scores.json");
        Assert.False(scores.GetProperty("structure").GetBoolean());
        Assert.StartsWith("There is no cluster structure here:", scores.GetProperty("recommendation").GetString(), StringComparison.Ordinal);
        var comparison = new Table(Path.Combine(_place["all"], "comparison.csv"));
        Assert.Equal(s_methods, comparison["method"]);
        Assert.Equal(["kprototypes"], comparison["method"].Zip(comparison["leftOut"]).Where(p => p.Second.Length > 0).Select(p => p.First));
    }

    [Fact]
    public async Task Every_method_runs_alone_and_tells_what_only_it_knows()
    {
        foreach (var method in s_methods)
        {
            string[] extra = method == "kprototypes" ? ["--categorical", "Genre"] : [];
            string[] k = method is "dbscan" or "hdbscan" ? [] : ["-k", "4"];
            (await Cluster("Mall_Customers.csv.gz", method, ["--columns", "income,score", "--method", method, "--quiet", .. k, .. extra])).Done();
            var scores = Json(method, "scores.json");
            var found = scores.GetProperty("k").GetInt32();
            Assert.Equal(method, scores.GetProperty("method").GetString());
            Assert.Equal(200, scores.GetProperty("sizes").EnumerateArray().Sum(s => s.GetInt32()) + scores.GetProperty("noise").GetInt32());
            Assert.True(found == 4 || (k.Length == 0 && found > 1), $"{method}: {found} clusters");
            (await Command.Run("cluster", Repository.Data("Mall_Customers.csv.gz"), "--model", _place[method], "--out", _place[method + "-again"], "--quiet")).Done();
            Assert.Equal(
                await File.ReadAllBytesAsync(Path.Combine(_place[method], "labels.csv"), TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(Path.Combine(_place[method + "-again"], "labels.csv"), TestContext.Current.CancellationToken));
        }

        var heights = Json("ward", "scores.json").GetProperty("heights").EnumerateArray().Select(h => h.GetDouble()).ToArray();
        Assert.True(heights.Length > 150 && heights.SequenceEqual(heights.Order()));
        Assert.True(Json("gmm", "scores.json").GetProperty("bic").GetDouble() > -2 * Json("gmm", "scores.json").GetProperty("logLikelihood").GetDouble());
        Assert.True(Json("dbscan", "scores.json").GetProperty("eps").GetDouble() > 0);
        var cut = (heights[^4] + heights[^3]) / 2;
        (await Cluster("Mall_Customers.csv.gz", "cut", "--columns", "income,score", "--method", "ward", "--height", cut.ToString("R", CultureInfo.InvariantCulture), "--quiet")).Done();
        Assert.Equal(4, Json("cut", "scores.json").GetProperty("k").GetInt32());
    }

    [Fact]
    public async Task Earlier_clusters_take_the_same_rows_back_and_a_repeated_run_gives_the_same_bytes()
    {
        (await Cluster("Mall_Customers.csv.gz", "first", "--columns", "income,score", "-k", "5", "--id", "CustomerID", "--quiet")).Done();
        (await Cluster("Mall_Customers.csv.gz", "again", "--model", _place["first"], "--id", "CustomerID", "--quiet")).Done();
        (await Command.Run("run", _place["first"], "--threads", "1", "--out", _place["repeated"], "--quiet")).Done();
        var labels = await File.ReadAllBytesAsync(Path.Combine(_place["first"], "labels.csv"), TestContext.Current.CancellationToken);
        Assert.StartsWith("id,cluster\n0001,", Encoding.UTF8.GetString(labels), StringComparison.Ordinal);
        Assert.Equal(labels, await File.ReadAllBytesAsync(Path.Combine(_place["again"], "labels.csv"), TestContext.Current.CancellationToken));
        foreach (var name in (string[])["labels.csv", "scores.json", "model.json"])
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_place["first"], name), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(_place["repeated"], name), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Dollars_in_quotes_are_numbers_and_holes_are_named_or_filled()
    {
        var refused = (await Cluster("marketing_data.csv.gz", "no", "--columns", "Income,Recency", "-k", "3")).Refused(3);
        Assert.Contains("marketing_data.csv.gz:136:5 [Income]", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("24 missing values", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--missing", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(_place.Names);

        (await Cluster("marketing_data.csv.gz", "dropped", "--columns", "Income,Recency", "-k", "3", "--missing", "drop", "--quiet")).Done();
        Assert.Equal((2216, 24), (Json("dropped", "scores.json").GetProperty("rows").GetInt32(), Json("dropped", "scores.json").GetProperty("dropped").GetInt32()));
        var filled = (await Cluster("marketing_data.csv.gz", "filled", "--columns", "Income,Recency", "-k", "3", "--missing", "median")).Done();
        Assert.Contains("51381.5", filled.Output, StringComparison.Ordinal);
        Assert.Equal(2240, Json("filled", "scores.json").GetProperty("rows").GetInt32());
    }

    [Theory]
    [InlineData("[Genre]", "--columns", "Genre,Age")]
    [InlineData("'nonsense'", "--columns", "nonsense")]
    [InlineData("kmeans", "--method", "kmeens")]
    [InlineData("no setting --starts", "--method", "all", "--starts", "3")]
    [InlineData("-k", "-k", "0")]
    [InlineData("-k means nothing for dbscan", "--method", "dbscan", "-k", "3")]
    [InlineData("--height", "--method", "ward", "--height", "2", "-k", "3")]
    [InlineData("takes numbers only", "--method", "ward", "--categorical", "Genre")]
    [InlineData("--covariance", "--method", "gmm", "--covariance", "round")]
    [InlineData("--trust-units", "--trust-units")]
    public async Task What_cannot_be_done_says_what_to_type(string said, params string[] options)
    {
        var outcome = await Cluster("Mall_Customers.csv.gz", "none", options);
        Assert.InRange(outcome.Code, 2, 3);
        Assert.Contains(said == "no setting --starts" ? "--starts" : said, outcome.Refused(outcome.Code).Errors, StringComparison.Ordinal);
        Assert.Contains("fix:", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(_place.Names);
    }

    [Fact]
    public async Task A_model_is_held_against_the_columns_of_another_table()
    {
        var table = _place.Write("shop.csv", "name;visits;spent\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"c{i};{i % 4};{(i % 4 * 100) + i},50\n")));
        (await Command.Run("cluster", table, "-k", "2", "--out", _place["fit"], "--quiet")).Done();
        var text = await File.ReadAllTextAsync(table, TestContext.Current.CancellationToken);

        var renamed = _place.Write("renamed.csv", text.Replace("spent", "money", StringComparison.Ordinal));
        Assert.Contains("no column 'spent'", (await Command.Run("cluster", renamed, "--model", _place["fit"])).Refused(3).Errors, StringComparison.Ordinal);
        var cents = _place.Write("cents.csv", text.Replace(",50", "50", StringComparison.Ordinal));
        Assert.Contains("Another unit?", (await Command.Run("cluster", cents, "--model", _place["fit"])).Refused(3).Errors, StringComparison.Ordinal);
        (await Command.Run("cluster", cents, "--model", _place["fit"], "--trust-units", "--quiet")).Done();
        var damaged = _place.Write("damaged.json", (await File.ReadAllTextAsync(Path.Combine(_place["fit"], "model.json"), TestContext.Current.CancellationToken)).Replace("spreads", "spread", StringComparison.Ordinal));
        Assert.Contains("not a model", (await Command.Run("cluster", table, "--model", damaged)).Refused(3).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_and_json_work_for_scripts()
    {
        using var command = Command.Start(Repository.Script, Repository.Root, [], "cluster", "-", "-k", "2", "--json");
        await command.Input.WriteAsync("a,b\n1,1\n1.1,1\n9,9\n9.2,9\n9.1,9\n");
        command.Input.Close();
        var scores = JsonDocument.Parse((await command.End()).Done().Output).RootElement;
        Assert.Equal((2, 5), (scores.GetProperty("k").GetInt32(), scores.GetProperty("rows").GetInt32()));
    }

    public void Dispose() => _place.Dispose();

    private Task<Outcome> Cluster(string data, string folder, params string[] options) =>
        Command.Run(["cluster", Repository.Data(data), "--out", _place[folder], .. options]);

    // Without the line breaks that fit it to the width.
    private static string Flowed(Outcome outcome) => string.Join(' ', outcome.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private JsonElement Json(string folder, string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_place[folder], name))).RootElement;
}
