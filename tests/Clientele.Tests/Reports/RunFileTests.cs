using System.Text;
using System.Text.Json.Nodes;
using Clientele.Reports;
using Clientele.Sales;

namespace Clientele.Tests.Reports;

/// <summary>run.json read back is the plan that was written.</summary>
public sealed class RunFileTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("clientele-");

    private string File => Path.Combine(_place.FullName, "run.json");

    private static Plan Everything { get; } = new()
    {
        Inputs = ["a \"b\"\\\t.csv", "-", "ü/ß.csv"],
        AsOf = new DateTime(2011, 12, 10, 8, 30, 1),
        Reading = new ReadOptions
        {
            Columns = new Dictionary<Role, string> { [Role.Customer] = "Kunde", [Role.Currency] = "", [Role.Price] = "7" },
            Encoding = "windows-1252", Delimiter = "tab", Decimal = "comma", DateOrder = "dmy", TimeZone = "+02:00", HeaderLine = 0, Sheet = "Tabelle <1>",
        },
        Cleaning = new CleaningOptions { Returns = Returns.Match, Extra = ["non-product"], Without = ["duplicate-line"], MaxRejects = 0.1, ExcludedCap = -1 },
        Segments = new SegmentOptions
        {
            Method = "kmeans", Map = "my map.txt", Scoring = "fixed", LeastK = 3, MostK = 4, Starts = 99, Features = ["recency", "units"],
            Thresholds = new Dictionary<string, double[]> { ["recency"] = [30, 90.5, 1e9], ["monetary"] = [0.1] },
            Transform = "none", Scale = "robust", Seed = ulong.MaxValue,
        },
        With = ["people.csv:id", "survey.xlsx"],
    };

    [Fact]
    public void Every_field_comes_back()
    {
        var read = Read(Write(Everything)).Plan;
        Assert.Equal(Write(Everything), Write(read));
        Assert.Equal(Everything.Inputs, read.Inputs);
        Assert.Equal(Everything.AsOf, read.AsOf);
        Assert.Equal(Everything.With, read.With);
        Assert.Equal("Kunde", read.Reading.Columns[Role.Customer]);
        Assert.Equal("", read.Reading.Columns[Role.Currency]);
        Assert.Equal(Returns.Match, read.Cleaning.Returns);
        Assert.Equal(ulong.MaxValue, read.Segments.Seed);
        Assert.Equal([30, 90.5, 1e9], read.Segments.Thresholds["recency"]);
    }

    [Fact]
    public void Plan_in_the_file_names_every_property()
    {
        // A property that somebody adds to the plan must travel, or a repeated run would silently differ.
        var plan = JsonNode.Parse(Write(Everything))!["plan"]!;
        AssertNamed(typeof(Plan), plan);
        AssertNamed(typeof(ReadOptions), plan["reading"]!);
        AssertNamed(typeof(CleaningOptions), plan["cleaning"]!);
        AssertNamed(typeof(SegmentOptions), plan["segments"]!);
    }

    [Fact]
    public void A_usual_plan_comes_back_from_its_folder()
    {
        System.IO.File.WriteAllText(File, Write(new Plan { Inputs = ["x.csv"] }));
        var read = RunFile.Read(_place.FullName, "0.1.0");
        Assert.Null(read.Plan.AsOf);
        Assert.Null(read.Plan.Reading.Encoding);
        Assert.True(read.ShowValues);
    }

    [Theory]
    [InlineData("\"seed\"", "\"sead\"", "sead")]
    [InlineData("\"maxRejects\": 0.1", "\"maxRejects\": \"many\"", "maxRejects")]
    [InlineData("\"returns\": \"match\"", "\"returns\": \"maybe\"", "maybe")]
    [InlineData("\"customer\": \"Kunde\"", "\"client\": \"Kunde\"", "client")]
    [InlineData("\"starts\": 99,", "", "starts")]
    [InlineData("\"features\": [", "\"features\": null, \"x\": [", "features")]
    [InlineData("{\n", "{{\n", "line 1")]
    public void What_does_not_fit_is_named(string text, string instead, string named)
    {
        var problem = Assert.Throws<UserException>(() => Read(Write(Everything).Replace(text, instead, StringComparison.Ordinal)));
        Assert.Equal(("run.unreadable", ExitCode.BadData), (problem.Code, problem.Exit));
        Assert.Contains(named, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_versions_are_named()
    {
        var text = Write(Everything);
        var format = Assert.Throws<UserException>(() => Read(text.Replace("\"format\": 1", "\"format\": 7", StringComparison.Ordinal)));
        Assert.Contains("format 7", format.What, StringComparison.Ordinal);
        var version = Assert.Throws<UserException>(() => Read(text.Replace("\"version\": \"0.1.0\"", "\"version\": \"9.9.9\"", StringComparison.Ordinal)));
        Assert.Contains("9.9.9", version.What, StringComparison.Ordinal);
        Assert.Contains("0.1.0", version.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_says_so() =>
        Assert.Equal("run.unreadable", Assert.Throws<UserException>(() => RunFile.Read(Path.Combine(_place.FullName, "none.json"), "0.1.0")).Code);

    [Fact]
    public void A_changed_input_is_named()
    {
        var file = Read(Encoding.UTF8.GetString(MadeUp.Bytes(MadeUp.Export("run"))));
        file.Verify(MadeUp.Report);
        var input = MadeUp.Report.Inputs[0];
        foreach (var changed in (InputFile[])[input with { Hash = "c128:0" }, input with { Bytes = 1 }])
        {
            var problem = Assert.Throws<UserException>(() => file.Verify(MadeUp.Report with { Inputs = [changed] }));
            Assert.Equal("run.changed-input", problem.Code);
            Assert.Contains("sales.csv", problem.What, StringComparison.Ordinal);
        }

        var otherwise = Assert.Throws<UserException>(() => file.Verify(MadeUp.Report with { Inputs = [input with { Hash = "other:0" }] }));
        Assert.Contains("cannot be told", otherwise.What, StringComparison.Ordinal);
        Assert.Equal("run.inputs", Assert.Throws<UserException>(() => file.Verify(MadeUp.Report with { Inputs = [] })).Code);
        Assert.Equal("run.inputs", Assert.Throws<UserException>(() => file.Verify(MadeUp.Report with { Inputs = [input, input] })).Code);
    }

    public void Dispose() => _place.Delete(recursive: true);

    private static void AssertNamed(Type type, JsonNode node)
    {
        foreach (var property in type.GetProperties().Where(p => p.GetMethod is { IsStatic: false } && p.Name != "EqualityContract"))
        {
            Assert.True(node.AsObject().ContainsKey(char.ToLowerInvariant(property.Name[0]) + property.Name[1..]), $"run.json does not hold {type.Name}.{property.Name}");
        }
    }

    private static string Write(Plan plan) =>
        Encoding.UTF8.GetString(MadeUp.Bytes(MadeUp.Export("run"), MadeUp.Run with { Report = MadeUp.Report with { Plan = plan } }));

    private RunFile Read(string text)
    {
        System.IO.File.WriteAllText(File, text);
        return RunFile.Read(File, "0.1.0");
    }
}
