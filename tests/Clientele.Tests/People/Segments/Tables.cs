using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Clientele.People.Segments;
using Clientele.People.Segments.Files;
using Clientele.Tests.Numerics;

namespace Clientele.Tests.People.Segments;

/// <summary>Customer tables for tests, and their segments.</summary>
internal static class Tables
{
    /// <summary>A shop of n customers in three clear groups by spend and visits; age, town and answers beside them.</summary>
    public static string Shop(int n, int seed = 1)
    {
        var random = new Random(seed);
        var text = new StringBuilder("Customer,Age,Visits,Basket,Town,Same,Basket_copy,AcceptedCmp1,Note,Holes\n");
        for (var i = 0; i < n; i++)
        {
            var group = i % 3;
            var basket = Math.Round((group == 0 ? 200 : 50) + (random.NextDouble() * 20), 2);
            var visits = (group == 1 ? 40 : 5) + random.Next(0, 8);
            text.Append(CultureInfo.InvariantCulture, $"c{i + 1000},{random.Next(18, 80)},{visits},{basket},{(random.Next(2) == 0 ? "North" : "South")},7,{basket * 3},{(random.NextDouble() < (group == 0 ? 0.5 : 0.05) ? 1 : 0)},word {i} and more,{(i % 4 == 0 ? "1" : "")}\n");
        }

        return text.ToString();
    }

    public static PeopleSegmentReport Run(string text, PeopleSegmentPlan? plan = null, int threads = 0)
    {
        plan ??= new();
        return PeopleSegmentJob.Run(plan with { Table = plan.Table with { Input = "-" } }, new RunContext { Threads = threads, StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
    }

    /// <summary>Every file but run.json, which holds hashes of the inputs.</summary>
    public static Dictionary<string, string> Files(PeopleSegmentReport report, params string[] without)
    {
        var files = new Dictionary<string, MemoryStream>();
        PeopleFiles.WriteAll(report, "1", name => files[name] = new MemoryStream());
        return files.Where(f => f.Key != "run.json" && !without.Contains(f.Key)).ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value.ToArray()));
    }

    public static string Shared(string file, [CallerFilePath] string caller = "")
    {
        _ = caller;
        var path = Path.GetFullPath(Path.Combine(OnlineRetail.Root, "..", "shared", "data", file));
        Assert.True(File.Exists(path), $"The test needs {path}; put the shared data folder beside the repository.");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
