using Clientele.Clusters;
using Clientele.People;
using Clientele.People.Cleaning;
using Clientele.People.Segments;
using Clientele.People.Segments.Encoded;
using Clientele.People.Segments.Grouping;
using Clientele.Reports;
using Clientele.Sales;
using Clientele.Segments.Clusters;
using Clientele.Segments.Maps;
using Clientele.Segments.Scoring;
using Clientele.Web.Sources;

namespace Clientele.Web.Jobs;

/// <summary>From what was asked to a plan. Paths never come from a request: a map is one of the catalog, a file is one of the store.</summary>
internal static class Planning
{
    private const int MostK = 50;

    /// <summary>What a person says about a file.</summary>
    /// <exception cref="RefusedException">A role that there is not.</exception>
    public static ReadOptions Reading(ReadingRequest? asked, ReadOptions before)
    {
        if (asked is null) return before;
        var columns = new RoleTexts();
        foreach (var (role, column) in before.Columns) columns[role] = column;
        foreach (var (word, column) in asked.Columns ?? [])
        {
            if (column is null) throw Bad("reading.columns", "A role has null as its column.", "Leave the role out, or give an empty text for no such column.");
            columns[RoleWords.Parse(word) ?? throw Bad("reading.columns", $"There is no role '{Short(word)}'.", $"Roles are {string.Join(", ", Roles)}.")] = column;
        }

        return before with
        {
            Columns = columns,
            Encoding = asked.Encoding ?? before.Encoding,
            Delimiter = asked.Delimiter ?? before.Delimiter,
            Decimal = OneOf("reading.decimal", asked.Decimal, "point", "comma") ?? before.Decimal,
            DateOrder = OneOf("reading.dateOrder", asked.DateOrder, "dmy", "mdy", "ymd", "excel", "excel1904") ?? before.DateOrder,
            TimeZone = asked.TimeZone ?? before.TimeZone,
            HeaderLine = Within("reading.headerLine", asked.HeaderLine, 0, 1_000_000) ?? before.HeaderLine,
            Sheet = asked.Sheet ?? before.Sheet,
        };
    }

    /// <summary>The plan for sales.</summary>
    public static Plan Sales(PlanRequest asked, Plan before, SourceStore sources) => before with
    {
        With = MorePlanning.With(asked.With, before.With, sources),
        AsOf = MorePlanning.AsOf(asked.AsOf, before.AsOf),
        Reading = Reading(asked.Reading, before.Reading),
        Cleaning = Cleaning(asked.Cleaning, before.Cleaning),
        Segments = Segments(asked.Segments, before.Segments),
    };

    /// <summary>The plan for a customer table.</summary>
    public static PeopleSegmentPlan Table(PlanRequest asked, PeopleSegmentPlan before, SourceStore sources)
    {
        var people = People(asked.Table, before.Table with
        {
            Reading = Reading(asked.Reading, before.Table.Reading),
            With = MorePlanning.With(asked.With, before.Table.With, sources),
            AsOf = MorePlanning.AsOf(asked.AsOf, before.Table.AsOf),
        });
        if (asked.Table is not { } table) return before with { Table = people };
        var k = new KRange(Within("table.leastK", table.LeastK, 1, MostK) ?? before.K.Least, Within("table.mostK", table.MostK, 1, MostK) ?? before.K.Most);
        Rising(k.Least, k.Most);
        return before with
        {
            Table = people,
            Features = Texts("table.features", table.Features) ?? before.Features,
            Without = Texts("table.without", table.Without) ?? before.Without,
            Encodings = Encodings(table.Encodings) ?? before.Encodings,
            Method = table.Method is { } method ? PeopleMethods.Find(method).Name : before.Method,
            K = k,
            Seed = table.Seed ?? before.Seed,
        };
    }

    // What is wrong with one is said before anything is read.
    private static List<string>? Encodings(List<string>? asked)
    {
        foreach (var text in Texts("table.encodings", asked) ?? []) ColumnEncodings.Parse(text);
        return asked;
    }

    /// <summary>How the table itself is understood.</summary>
    public static PeoplePlan People(TableRequest? asked, PeoplePlan before) => asked is null ? before : before with
    {
        Id = asked.Id ?? before.Id,
        Types = Texts("table.types", asked.Types) ?? before.Types,
        Cleaning = asked.Cleaning?.ToDictionary(rule => rule.Key, rule => TableRules.Settings(rule.Key, rule.Value ?? throw Bad("table.cleaning", "A rule has null as its setting.", "Leave the rule out.")), StringComparer.Ordinal) ?? before.Cleaning,
    };

    /// <summary>Roles as the API calls them.</summary>
    public static IEnumerable<string> Roles => Enumerable.Range(0, RoleWords.Count).Select(i => ((Role)i).Word());

    private static CleaningOptions Cleaning(CleaningRequest? asked, CleaningOptions before)
    {
        if (asked is null) return before;
        if (asked.MaxRejects is { } share && !(share >= 0 && share <= 1)) throw Bad("cleaning.maxRejects", "It lies outside 0 to 1.", "Give a share from 0 to 1.");
        return before with
        {
            Returns = OneOf("cleaning.returns", asked.Returns, "exclude", "net", "match") switch
            {
                "exclude" => Returns.Exclude,
                "net" => Returns.Net,
                "match" => Returns.Match,
                _ => before.Returns,
            },
            Extra = Texts("cleaning.extra", asked.Extra) ?? before.Extra,
            Without = Texts("cleaning.without", asked.Without) ?? before.Without,
            MaxRejects = asked.MaxRejects ?? before.MaxRejects,
        };
    }

    private static SegmentOptions Segments(SegmentsRequest? asked, SegmentOptions before)
    {
        if (asked is null) return before;
        var segments = before with
        {
            Method = OneOf("segments.method", asked.Method, "both", "rfm", "kmeans") ?? before.Method,
            Map = asked.Map is { } map ? SegmentMaps.Catalog.Find(map).Name : before.Map,
            Scoring = asked.Scoring is { } scoring ? Scorings.Catalog.Find(scoring).Name : before.Scoring,
            Thresholds = MorePlanning.Thresholds(asked.Thresholds, before.Thresholds),
            LeastK = Within("segments.leastK", asked.LeastK, 1, MostK) ?? before.LeastK,
            MostK = Within("segments.mostK", asked.MostK, 1, MostK) ?? before.MostK,
            Features = Texts("segments.features", asked.Features) ?? before.Features,
            Transform = asked.Transform is { } transform ? Transforms.Catalog.Find(transform).Name : before.Transform,
            Scale = asked.Scale is { } scale ? Scales.Catalog.Find(scale).Name : before.Scale,
            Seed = asked.Seed ?? before.Seed,
        };
        Rising(segments.LeastK, segments.MostK);
        return segments;
    }

    public static void Rising(int least, int most)
    {
        if (least > most) throw Bad("segments.k", $"k from {least} to {most} holds nothing.", "Give the smaller number first.");
    }

    /// <summary>A list of texts without null; null where none was given.</summary>
    public static List<string>? Texts(string field, List<string>? texts) =>
        texts is null || texts.TrueForAll(text => text is not null) ? texts : throw Bad(field, "The list holds null.", "Give names.");

    public static int? Within(string field, int? value, int least, int most) =>
        value is null || (value >= least && value <= most) ? value : throw Bad(field, $"It is {value}.", $"It must lie between {least} and {most}.");

    public static string? OneOf(string field, string? value, params string[] words) =>
        value is null || words.Contains(value, StringComparer.Ordinal) ? value : throw Bad(field, $"'{Short(value)}' is not known.", $"It takes {string.Join(", ", words)}.");

    public static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";

    public static RefusedException Bad(string field, string what, string fix) => Problems.Bad("plan." + field, what, fix);
}
