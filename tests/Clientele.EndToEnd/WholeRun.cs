namespace Clientele.EndToEnd;

/// <summary>The whole picture of the real sales and of the sample shop, and the segments of a real customer table.</summary>
public sealed class WholeRun : IAsyncLifetime
{
    private readonly Workplace _place = new();
    private RunFolder? _folder;

    internal RunFolder Folder => _folder!;

    internal string Retail => Page("retail");

    internal Outcome Outcome { get; private set; } = null!;

    /// <summary>The report of <c>retail</c>, <c>shop</c> <c>table</c>, <c>described</c> or <c>clustered</c>.</summary>
    internal string Page(string which) => Path.Combine(_place[which], "report.html");

    public async ValueTask InitializeAsync()
    {
        Outcome = (await Command.Run("report", Repository.Data("online_retail.csv.gz"), "--out", _place["retail"])).Done();
        _folder = new RunFolder(_place["retail"]);
        (await Command.Run("sample", "--out", _place["shop.csv"])).Done();
        (await Command.Run("report", _place["shop.csv"], "--out", _place["shop"], "--quiet")).Done();
        (await Command.Run("describe", Repository.Data("marketing_data.csv.gz"), "--dictionary", Repository.Data("marketing_data_dictionary.csv.gz"), "--out", _place["described"], "--quiet")).Done();
        (await Command.Run("cluster", Repository.Data("Mall_Customers.csv.gz"), "--method", "all", "--out", _place["clustered"], "--quiet")).Done();
        (await Command.Run("segment", Repository.Data("marketing_data.csv.gz"), "--dictionary", Repository.Data("marketing_data_dictionary.csv.gz"), "--out", _place["table"], "--quiet")).Done();
    }

    public ValueTask DisposeAsync()
    {
        _place.Dispose();
        return ValueTask.CompletedTask;
    }
}
