using System.Text.Json;
using System.Text.RegularExpressions;
using Clientele.Handover;
using Clientele.Handover.Star;
using Clientele.Samples;
using Clientele.Tests.Numerics;
using Clientele.Tests.Reports;
using Clientele.Tests.Sales;
using Clientele.Tests.Sales.Files;
using Clientele.Whole;

namespace Clientele.Tests.Handover.Star;

/// <summary>The Power BI project speaks of the tables beside it, and of nothing else, in the published formats.</summary>
public sealed partial class StarProjectTests
{
    private const string Semantic = "clientele.SemanticModel/definition/";
    private const string Pages = "clientele.Report/definition/pages/";

    private static readonly Dictionary<string, StarFiles> s_stars = [];

    public static TheoryData<string> Kinds => ["sample", "net", "bare", "no-products", "made-up", "table", "hostile table"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_table_has_the_columns_of_its_file(string kind)
    {
        var star = Star(kind);
        var tables = Tables(star);
        Assert.Equal(star.Tables.Select(name => name[..^4]).Order(StringComparer.Ordinal), tables.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, table) in tables)
        {
            var header = star.Header(name);
            Assert.Equal(header, table.Of("column").Select(column => column["sourceColumn"]));
            Assert.Equal(header, table.Of("column").Select(column => column.Name));
            Assert.Equal(header.Length, header.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            var query = string.Join('\n', Assert.Single(table.Of("partition")).Expression);
            Assert.Contains($"File.Contents(Folder & \"\\{name}.csv\")", query, StringComparison.Ordinal);
            Assert.Contains($"Columns = {header.Length},", query, StringComparison.Ordinal);
            Assert.Equal(header, QueryColumn().Matches(query).Select(m => m.Groups["name"].Value.Replace("\"\"", "\"", StringComparison.Ordinal).Replace("#(#)(", "#(", StringComparison.Ordinal)));
            Assert.All(table.Of("column"), column => Assert.Contains(column["dataType"], (string[])["string", "int64", "double", "decimal", "dateTime"]));
            Assert.All(table.Of("column").Where(c => c.Properties.ContainsKey("sortByColumn")), column => Assert.Contains(column["sortByColumn"], header));
            Assert.Empty(table.Of("measure").Select(m => m.Name).Intersect(header, StringComparer.OrdinalIgnoreCase));
        }

        Assert.Equal(star.Tables.Select(name => name[..^4]), Tmdl.Read(star.Text(Semantic + "model.tmdl")).Where(o => o.Type == "ref table").Select(o => o.Name));
        Assert.Equal("1600", Assert.Single(Tmdl.Read(star.Text(Semantic + "database.tmdl")))["compatibilityLevel"]);
        Assert.Equal("Folder", Assert.Single(Tmdl.Read(star.Text(Semantic + "expressions.tmdl"))).Name);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Values_have_the_type_of_their_column(string kind)
    {
        var star = Star(kind);
        foreach (var (name, table) in Tables(star))
        {
            var types = table.Of("column").ToDictionary(column => column.Name, column => column["dataType"], StringComparer.Ordinal);
            foreach (var row in star.Rows(name))
            {
                foreach (var (column, cell) in row)
                {
                    if (cell.Length == 0) continue;
                    var pattern = types[column] switch { "int64" => "^-?[0-9]{1,18}$", "decimal" => "^-?[0-9]+([.][0-9]{1,4})?$", "double" => "^-?[0-9.]+(E[+-]?[0-9]+)?$", "dateTime" => "^([0-9]{4}-[0-9]{2}-[0-9]{2})?(T?[0-9:.]{8,16})?$", _ => "" };
                    Assert.True(Regex.IsMatch(cell, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), $"{name}.{column}: '{cell}' as {types[column]}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Relationships_and_figures_speak_of_what_is_there(string kind)
    {
        var star = Star(kind);
        var tables = Tables(star);
        var relations = Tmdl.Read(star.Text(Semantic + "relationships.tmdl"));
        Assert.Equal(relations.Count, relations.Select(r => r.Name).Distinct().Count());
        foreach (var relation in relations)
        {
            var (from, to) = (Reference(relation["fromColumn"]), Reference(relation["toColumn"]));
            Assert.Contains(from.Column, star.Header(from.Table));
            Assert.Contains("isKey", tables[to.Table].Of("column").Single(column => column.Name == to.Column).Properties.Keys);
            var keys = star.Column(to.Table, to.Column);
            Assert.Equal(keys.Length, keys.Select(StarKeys.Folded).Distinct(StringComparer.Ordinal).Count());
            Assert.Empty(star.Column(from.Table, from.Column).Where(cell => cell.Length > 0).Except(keys, StringComparer.Ordinal));
        }

        var measures = tables.Values.SelectMany(table => table.Of("measure")).ToDictionary(m => m.Name, StringComparer.OrdinalIgnoreCase);
        Assert.True(measures.Count >= 3);
        foreach (var measure in measures.Values)
        {
            var columns = ColumnOf().Matches(measure.Default);
            Assert.All(columns, m => Assert.Contains(m.Groups["column"].Value.Replace("]]", "]", StringComparison.Ordinal), star.Header(m.Groups["table"].Value)));
            var others = MeasureOf().Matches(ColumnOf().Replace(measure.Default, ""));
            Assert.All(others, m => Assert.Contains(m.Groups["name"].Value, measures.Keys));
            Assert.True(columns.Count + others.Count > 0 || measure.Default.StartsWith("COUNTROWS", StringComparison.Ordinal), measure.Default);
            Assert.Equal(measure.Default.Count(c => c == '('), measure.Default.Count(c => c == ')'));
        }

        if (!tables.TryGetValue("dates", out var dates)) return;
        Assert.Equal("Time", dates["dataCategory"]);
        Assert.Equal("dateTime", dates.Of("column").Single(column => column.Properties.ContainsKey("isKey"))["dataType"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pages_show_what_is_there(string kind)
    {
        var star = Star(kind);
        var tables = Tables(star);
        var pages = Json(star, Pages + "pages.json").GetProperty("pageOrder").EnumerateArray().Select(p => p.GetString()!).ToArray();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var size = Json(star, $"{Pages}{page}/page.json");
            Assert.Equal(page, size.GetProperty("name").GetString());
            var visuals = star.All.Keys.Where(name => name.StartsWith($"{Pages}{page}/visuals/", StringComparison.Ordinal)).Select(name => (Name: name, Json: Json(star, name))).ToArray();
            Assert.True(visuals.Length >= 3);
            foreach (var (name, visual) in visuals)
            {
                Assert.Equal(name.Split('/')[^2], visual.GetProperty("name").GetString());
                var place = visual.GetProperty("position");
                Assert.True(Number(place, "x") >= 0 && Number(place, "y") >= 0 && Number(place, "x") + Number(place, "width") <= Number(size, "width") && Number(place, "y") + Number(place, "height") <= Number(size, "height"), name);
                Assert.All(Fields(visual), field => Assert.True(
                    field.IsMeasure ? tables[field.Table].Of("measure").Any(m => m.Name == field.Name) : star.Header(field.Table).Contains(field.Name), $"{name}: {field}"));
                Assert.NotEmpty(Fields(visual));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Json_holds_what_the_published_schemas_allow(string kind)
    {
        var star = Star(kind);
        foreach (var (name, bytes) in star.All)
        {
            if (Path.GetExtension(name) is not (".json" or ".pbip" or ".pbir" or ".pbism" or ".platform")) continue;
            if (name is "model.json" || name.Contains("StaticResources", StringComparison.Ordinal)) continue;
            PublishedSchemas.Check(name, JsonDocument.Parse(bytes).RootElement);
        }

        Assert.Equal("clientele.Report", Json(star, "clientele.pbip").GetProperty("artifacts")[0].GetProperty("report").GetProperty("path").GetString());
        Assert.Equal("../clientele.SemanticModel", Json(star, "clientele.Report/definition.pbir").GetProperty("datasetReference").GetProperty("byPath").GetProperty("path").GetString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_model_in_words_agrees_with_the_files(string kind)
    {
        var star = Star(kind);
        var model = Json(star, "model.json");
        foreach (var table in model.GetProperty("tables").EnumerateArray())
        {
            var name = table.GetProperty("name").GetString()!;
            Assert.Equal(star.Header(name), table.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()!));
            Assert.Equal(star.Rows(name).Count, table.GetProperty("rows").GetInt64());
        }

        var measures = Tables(star).Values.SelectMany(t => t.Of("measure")).Where(m => !m.Properties.ContainsKey("isHidden")).ToDictionary(m => m.Name, m => m.Default);
        Assert.Equal(measures, model.GetProperty("measures").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("dax").GetString()!));
        Assert.All(star.All.Keys, name => Assert.True(Handovers.Writes("star/" + name), name));
        Assert.All(star.All.Values, bytes => Assert.Equal((byte)'\n', bytes[^1]));
    }

    [Fact]
    public void Other_names_are_not_ours()
    {
        foreach (var name in (string[])["star/passwords.csv", "star", "star/", "star/clientele.Report/definition/pages/segments/visuals/other/visual.json", "other/sales.csv", "star/../run.json"])
            Assert.False(Handovers.Writes(name), name);
    }

    [Fact]
    public void Colours_are_those_of_the_page()
    {
        var look = File.ReadAllText(Path.Combine(OnlineRetail.Root, "src", "Clientele.Web", "app", "src", "look", "look.ts"));
        var light = look[look.IndexOf("const light = [", StringComparison.Ordinal)..].Split(']')[0];
        Assert.Equal(Colour().Matches(light).Select(m => m.Value), StarColours.All);
    }

    private static StarFiles Star(string kind)
    {
        lock (s_stars) return s_stars.TryGetValue(kind, out var star) ? star : s_stars[kind] = Make(kind);
    }

    private static StarFiles Make(string kind)
    {
        var shop = new DirtyShop(35, 1_500);
        switch (kind)
        {
            case "sample":
                using (var scratch = new Scratch())
                {
                    var path = scratch.Path("shop.csv");
                    using (var file = File.Create(path)) SampleShop.Write(new SampleOptions { Lines = 5_000, Seed = 6 }, file, truth: null);
                    return StarFiles.Of(KeptSegments.Run(EngineReading.Plan(path), new RunContext { Threads = 2 }));
                }

            case "net": return StarFiles.OfText(shop.Write(shop.Rows), new Plan { Cleaning = new CleaningOptions { MaxRejects = 1, Returns = Returns.Net }, Segments = new SegmentOptions { Method = "rfm" } });
            case "bare": return StarFiles.OfText("customer,date,invoice\na,2024-02-27,1\nb,2024-03-02,2\nc,2024-03-02,3\n", new Plan { Segments = new SegmentOptions { Method = "rfm" } });
            case "no-products": return StarFiles.OfText("customer,date,amount\na,2024-02-27,12.5\nb,2024-03-02,3.1234\nc,2024-03-05,4\n", new Plan { Segments = new SegmentOptions { Method = "kmeans" } });
            case "made-up": return StarFiles.Of(HandoverRun.Of(MadeUp.Run, null));
            case "table": return StarFiles.Of(HandoverRun.Of(Clientele.Tests.People.Segments.Tables.Run(Clientele.Tests.People.Segments.Tables.Shop(300)), "1", new RunContext(), showValues: true));
            default:
                var text = Clientele.Tests.People.Segments.Tables.Shop(240)
                    .Replace("Customer,Age,Visits,Basket,Town", "Customer,Customers,\"it's \"\"here\"\" [a]\",\"=Basket #(lf)\",SEGMENT", StringComparison.Ordinal);
                return StarFiles.Of(HandoverRun.Of(Clientele.Tests.People.Segments.Tables.Run(text), "1", new RunContext(), showValues: true));
        }
    }

    private static Dictionary<string, Tmdl> Tables(StarFiles star) =>
        star.All.Keys.Where(name => name.StartsWith(Semantic + "tables/", StringComparison.Ordinal)).Select(name => Assert.Single(Tmdl.Read(star.Text(name)))).ToDictionary(t => t.Name, StringComparer.Ordinal);

    private static JsonElement Json(StarFiles star, string name) => JsonDocument.Parse(star.All[name]).RootElement;

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static (string Table, string Column) Reference(string text)
    {
        var table = Tmdl.TakeName(ref text);
        text = text[1..];
        return (table, Tmdl.TakeName(ref text));
    }

    private static IEnumerable<(string Table, string Name, bool IsMeasure)> Fields(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Fields),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Name is "Column" or "Measure"
            ? [(member.Value.GetProperty("Expression").GetProperty("SourceRef").GetProperty("Entity").GetString()!, member.Value.GetProperty("Property").GetString()!, member.Name == "Measure")]
            : Fields(member.Value)),
        _ => [],
    };

    [GeneratedRegex("^\\{\"(?<name>([^\"]|\"\")*)\", ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QueryColumn();

    [GeneratedRegex("'(?<table>[a-z]+)'\\[(?<column>([^\\]]|\\]\\])*)\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnOf();

    [GeneratedRegex("\\[(?<name>[^\\]]*)\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeasureOf();

    [GeneratedRegex("#[0-9a-f]{6}", RegexOptions.None, 1000)]
    private static partial Regex Colour();
}
