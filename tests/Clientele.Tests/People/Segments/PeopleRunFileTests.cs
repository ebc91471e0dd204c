using System.Text.Json.Nodes;
using Clientele.People;
using Clientele.People.Segments;
using Clientele.People.Segments.Files;
using Clientele.Reports;
using Clientele.Sales;

namespace Clientele.Tests.People.Segments;

/// <summary>run.json of a segmented table holds the whole plan.</summary>
public sealed class PeopleRunFileTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("clientele-run");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void The_plan_comes_back_whole()
    {
        var table = Path.Combine(_place.FullName, "people.csv");
        File.WriteAllText(table, "customer;age;income;town\n" + string.Join('\n', Enumerable.Range(0, 40).Select(i => $"K{i:00};{20 + i};{(i % 2 * 900) + i};{(i % 5 == 0 ? "North" : "South")}")) + "\n");
        var plan = new PeopleSegmentPlan
        {
            Without = ["age"], Encodings = ["town=frequency"], Seed = 7, K = new(2, 4),
            Table = new PeoplePlan { Input = table, Reading = new ReadOptions { Delimiter = ";", TimeZone = "Europe/Berlin", Encoding = "utf-8" }, Derive = ["half = income / 2"], AsOf = new DateTime(2024, 5, 1), CellsCap = 12 },
        };
        var report = PeopleSegmentJob.Run(plan, new RunContext());
        PeopleFiles.WriteAll(report, "0.1.0", name => File.Create(Path.Combine(_place.FullName, name)), showValues: false);
        var saved = SavedRun.Open(_place.FullName, "0.1.0");
        var read = PeopleRunFile.Of(saved);
        Assert.Equal((PeopleRunFile.Command, false), (saved.Command, read.ShowValues));
        Assert.Equal((plan.Table.Reading.TimeZone, plan.Table.Reading.Delimiter, plan.Table.AsOf, plan.Table.CellsCap), (read.Plan.Table.Reading.TimeZone, read.Plan.Table.Reading.Delimiter, read.Plan.Table.AsOf, read.Plan.Table.CellsCap));
        Assert.Equal((plan.K, plan.Seed), (read.Plan.K, read.Plan.Seed));
        Assert.Equal(plan.Encodings, read.Plan.Encodings);
        read.Verify(report);

        // A property that somebody adds to the plan must travel, or a repeated run would silently differ.
        var written = JsonNode.Parse(File.ReadAllText(Path.Combine(_place.FullName, "run.json")))!["plan"]!;
        Named(typeof(PeopleSegmentPlan), written);
        Named(typeof(PeoplePlan), written["table"]!);
    }

    private static void Named(Type type, JsonNode node)
    {
        foreach (var property in type.GetProperties().Where(p => p.GetMethod is { IsStatic: false } && p.CanWrite && p.Name != "EqualityContract"))
            Assert.True(node.AsObject().ContainsKey(char.ToLowerInvariant(property.Name[0]) + property.Name[1..]), $"run.json does not hold {type.Name}.{property.Name}");
    }
}
