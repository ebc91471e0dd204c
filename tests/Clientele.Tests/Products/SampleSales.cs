using Clientele.Samples;
using Clientele.Tests.Samples;

namespace Clientele.Tests.Products;

/// <summary>Sales of a sample shop in a file of their own, and what was planted in them.</summary>
public sealed class SampleSales : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"clientele-{Guid.NewGuid():N}.csv");

    public SampleSales()
    {
        var (sales, _, summary) = SampleShopTests.Write(new SampleOptions { Customers = 1500, Seed = 11 });
        File.WriteAllBytes(_path, sales);
        Summary = summary;
        Plan = new Plan { Inputs = [_path], Segments = new() { Method = "rfm" } };
    }

    public SampleSummary Summary { get; }

    public Plan Plan { get; }

    public void Dispose() => File.Delete(_path);
}
