using Clientele.Reports.Writing;
using Clientele.Sales;

namespace Clientele.Reports;

/// <summary>The plan as it stands in run.json. <see cref="RunFile"/> reads it back.</summary>
internal static class PlanJson
{
    public static void Write(JsonText json, Plan plan)
    {
        json.Object("plan").Texts("inputs", plan.Inputs);
        Reading(json, plan.Reading);
        Cleaning(json, plan.Cleaning);
        Segments(json, plan.Segments);
        json.Texts("with", plan.With).Date("asOf", plan.AsOf).EndObject();
    }

    /// <summary>How files are read, the same for sales and tables; columns of a table have no roles.</summary>
    public static void Reading(JsonText json, ReadOptions reading)
    {
        json.Object("reading").Object("columns");
        for (var role = Role.Customer; role <= Role.Currency; role++)
        {
            if (reading.Columns.TryGetValue(role, out var column)) json.Text(role.Word(), column);
        }

        json.EndObject();
        json.Text("encoding", reading.Encoding).Text("delimiter", reading.Delimiter).Text("decimal", reading.Decimal);
        json.Text("dateOrder", reading.DateOrder).Text("timeZone", reading.TimeZone);
        if (reading.HeaderLine is { } line) json.Integer("headerLine", line);
        else json.Text("headerLine", null);
        json.Text("sheet", reading.Sheet).EndObject();
    }

    private static void Cleaning(JsonText json, CleaningOptions cleaning)
    {
        json.Object("cleaning").Text("returns", Word(cleaning.Returns)).Texts("extra", cleaning.Extra).Texts("without", cleaning.Without);
        json.Number("maxRejects", cleaning.MaxRejects).Integer("excludedCap", cleaning.ExcludedCap).EndObject();
    }

    private static void Segments(JsonText json, SegmentOptions segments)
    {
        json.Object("segments").Text("method", segments.Method).Text("map", segments.Map).Text("scoring", segments.Scoring);
        json.Object("thresholds");
        var measures = new List<string>(segments.Thresholds.Keys);
        measures.Sort(StringComparer.Ordinal);
        foreach (var measure in measures)
        {
            json.List(measure);
            foreach (var bound in segments.Thresholds[measure]) json.Number(null, bound);
            json.EndList();
        }

        json.EndObject();
        json.Integer("leastK", segments.LeastK).Integer("mostK", segments.MostK).Integer("starts", segments.Starts);
        json.Texts("features", segments.Features).Text("transform", segments.Transform).Text("scale", segments.Scale);
        json.Unsigned("seed", segments.Seed).EndObject();
    }

    /// <summary>The choice of that word, or null.</summary>
    public static Returns? Returns(string word) => word switch
    {
        "exclude" => Clientele.Returns.Exclude,
        "net" => Clientele.Returns.Net,
        "match" => Clientele.Returns.Match,
        _ => null,
    };

    public static string Word(Returns returns) => returns switch
    {
        Clientele.Returns.Net => "net",
        Clientele.Returns.Match => "match",
        _ => "exclude",
    };
}
