namespace Clientele.EndToEnd;

/// <summary>The first command of a user: the packed real sales, no option but where to write.</summary>
public sealed class OnlineRetailRun : IAsyncLifetime
{
    private readonly Workplace _place = new();
    private RunFolder? _folder;
    private Outcome? _outcome;

    internal RunFolder Folder => _folder!;

    /// <summary>Where one of its files lies.</summary>
    internal string this[string file] => Path.Combine(_place["retail"], file);

    internal Outcome Outcome => _outcome!;

    public async ValueTask InitializeAsync()
    {
        _outcome = (await Command.Run("segment", Repository.Data("online_retail.csv.gz"), "--out", _place["retail"])).Done();
        Assert.Equal(["retail"], _place.Names);
        _folder = new RunFolder(_place["retail"]);
    }

    public ValueTask DisposeAsync()
    {
        _place.Dispose();
        return ValueTask.CompletedTask;
    }
}
