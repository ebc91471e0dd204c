using Clientele.Tests.Reports;

namespace Clientele.Tests.Web;

/// <summary>A run folder with the figures of a real audit and names that try to break out.</summary>
internal sealed class MadeUpRun : IDisposable
{
    public const string Hostile = "<script>alert('1')</script>\"&\u2028{{7*7}}";

    private readonly DirectoryInfo _around = Directory.CreateTempSubdirectory("clientele-web-");

    public MadeUpRun()
    {
        Folder = Path.Combine(_around.FullName, "run");
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(_around.FullName, "outside.csv"), "secret outside");
        Write("secret.txt", "secret inside");
        Write(".hidden", "secret hidden");
        Write("segments.csv", "customer,segment\n0017,Champions\n");
        Write("audit.json", """{"balanced":true}""");
        Write("excluded.csv", "line,rule,text\n7,cancellation,C1\n");
        Write("profiles.csv", $"""
            method,segment,group,customers,share,money,money_share,recency_mean,recency_median,frequency_mean,frequency_median,monetary_mean,monetary_median,gap_median,why
            rfm,Champions,high-value,3000,0.691563,8000000.004,0.9,20.5,11,9,7.5,2666.66,1234.75,,recent and frequent
            rfm,"{Hostile.Replace("\"", "\"\"", StringComparison.Ordinal)}",lost,1338,0.308437,887208.89,0.1,200,189.25,1,1,663,400,12,"say ""no"", twice"

            """);
        File.WriteAllBytes(Path.Combine(Folder, "report.html"), MadeUp.Bytes(MadeUp.Export("report")));
        Run();
    }

    /// <summary>The folder around it, with more in it than may leave.</summary>
    public string Around => _around.FullName;

    public string Folder { get; }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    /// <summary>Writes run.json.</summary>
    /// <param name="kept">Money of kept lines: 8887208.894 balances.</param>
    public void Run(string kept = "8887208.894") => Write("run.json", $$"""
        {"format":1,"version":"0.1.0","inputs":[{"path":"sales {{Json(Hostile)}}.csv","bytes":1,"hash":"c128:0","lines":541909}],
        "lines":{"read":541909,"kept":392692},"money":{"read":9747747.934,"kept":{{kept}}},
        "customers":4338,"orders":18532,"products":3665,"countries":37,
        "first":"2010-12-01T08:26:00","last":"2011-12-09T12:50:00","asOf":"2011-12-10T12:50:00",
        "audit":[{"rule":"unreadable-line","lines":0,"money":0},{"rule":"duplicate-line","lines":5268,"money":21740.98},
        {"rule":"no-customer","lines":135037,"money":1447487.53},{"rule":"cancellation","lines":8872,"money":-608689.47},
        {"rule":"price-not-positive","lines":40,"money":0.00}],
        "segments":[{"method":"rfm","name":"Champions","group":"high-value","customers":3000,"money":8000000.004,"why":"recent and frequent"},
        {"method":"rfm","name":"{{Json(Hostile)}}","group":"\"><img src=x onerror=alert(1)>","customers":1338,"money":887208.89,"why":"{{Json(Hostile)}}"}],
        "notes":["{{Json(Hostile)}}"],"plan":{"inputs":["sales.csv"] } }
        """);

    public void Dispose() => _around.Delete(recursive: true);

    private static string Json(string text) => text.Replace("\"", "\\\"", StringComparison.Ordinal);
}
