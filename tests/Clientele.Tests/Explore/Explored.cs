using System.Text;
using Clientele.Explore;
using Clientele.Explore.Files;
using Clientele.Sales.Plain;
using Clientele.Tests.Sales;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Explore;

/// <summary>Runs an exploration in memory.</summary>
internal static class Explored
{
    public static ExploreReport Of(Plan plan, int threads = 2, string? compare = null) =>
        ExploreJob.Run(new ExplorePlan { Sales = plan, Compare = compare }, new RunContext { Threads = threads });

    public static PlainReading Plainly(ExploreReport report) => PlainReading.Of([.. report.Sales.Inputs.Select(i => i.Layout)], report.Plan.Sales.Cleaning);

    /// <summary>Every file but run.json, one after the other.</summary>
    public static string Bytes(ExploreReport report)
    {
        var text = new StringBuilder();
        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        foreach (var name in ExploreFiles.WriteAll(report, "1", name => files[name] = new MemoryStream()))
        {
            if (name != "run.json") text.Append("== ").Append(name).Append('\n').Append(Encoding.UTF8.GetString(files[name].ToArray()));
        }

        return text.ToString();
    }

    /// <summary>Rows of a table whose columns hold these texts, as cells by name.</summary>
    public static IEnumerable<Func<string, double>> Rows(ExploreResult result, params (string Column, string Text)[] where)
    {
        for (var row = 0; row < result.Rows; row++)
        {
            if (!Array.TrueForAll(where, w => result.Column(w.Column)!.Text(row) == w.Text)) continue;
            var at = row;
            yield return name => result.Column(name)!.Number(at);
        }
    }

    public static Func<string, double> Row(ExploreResult result, params (string Column, string Text)[] where) => Rows(result, where).Single();

    public static Plan Shop(string text, Scratch scratch) => EngineReading.Plan(scratch.Write("shop.csv", text));
}
