using Clientele.Customers;
using Clientele.People.Segments;
using Clientele.Reports.Page.Found;
using Clientele.Reports.Page.Parts;
using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Reports.Page;

/// <summary>The report of a customer table: the same document as that of sales, as far as a table tells it, and what only a table tells.</summary>
internal static class PeopleDocument
{
    private const string Money = "monetary";

    /// <summary>UTF-8 without a byte order mark, safe inside a script element.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="showValues">Customers are named.</param>
    public static byte[] Of(PeopleSegmentReport report, string version, bool showValues)
    {
        var text = new Utf8Text(1 << 18);
        var json = new JsonText(text, indented: false);
        json.Object().Integer("format", ReportDocument.Format).Text("version", version);
        PageTable.Files(json, report.Data.Files);
        var customers = Table(report);
        var segmentation = Segments(report, customers);
        json.List("segmentations");
        SegmentsJson.Segmentation(json, "segment", "", segmentation, Profiles.Of(segmentation, customers, report.Middles.Of, threads: 1));
        json.EndList().Texts("notes", report.Notes);
        Search(json, report);
        if (PeopleSpace.Of(report) is { } space) new FoundPart(space).Write(json);
        Correlations.Write(json, customers);
        var dimensions = new List<Dimension> { Dimensions.Group("segment", "Segment that was found.", segmentation) };
        Dimensions.AddColumns(dimensions, customers);
        CustomersJson.Write(json, customers, dimensions, showValues);
        new PeoplePart(report).Write(json);
        json.EndObject();
        return text.Written.ToArray();
    }

    private static void Search(JsonText json, PeopleSegmentReport report)
    {
        json.Object("search").Integer("chosen", report.Choice.K).Integer("elbow", 0).Text("reason", report.Choice.Reason).Texts("features", [.. report.Features.Select(f => f.Name)]).List("centres");
        for (var c = 0; c < report.Segments.Count; c++)
        {
            json.List();
            foreach (var feature in report.Features)
                json.Number(null, report.Profile.FirstOrDefault(f => f.Segment == c && f.Column == feature.Name && f.Measure == "mean")?.Value);
            json.EndList();
        }

        json.EndList().List("trials");
        foreach (var trial in report.Choice.Tried) json.Object().Integer("k", trial.K).Number("inertia", trial.Inertia).Number("silhouette", trial.Silhouette).EndObject();
        json.EndList().EndObject();
    }

    /// <summary>Columns that form segments first; without ids and free text, with the money of each customer where columns of spending tell it. Names that mean something to the page are given way.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="all">With ids and free text.</param>
    internal static CustomerTable Table(PeopleSegmentReport report, bool all = false)
    {
        var forms = report.Features.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var ordered = report.Data.Customers.Columns.OrderBy(c => forms.Contains(c.Name) ? 0 : 1);
        if (report.Traits.Money() is not { } money || !Array.TrueForAll(money, m => Math.Abs(m) < 1e12)) return new CustomerTable(report.Data.Customers.Ids, PageTable.Columns(ordered, all));
        var amounts = Array.ConvertAll(money, m => Clientele.Money.Of((long)Math.Round(m * 100), 2));
        return new CustomerTable(report.Data.Customers.Ids, PageTable.Columns(ordered, all,
            new CustomerColumn(Money, "money", "Sum of the columns of spending.", ColumnKind.Money) { Amounts = amounts, Numbers = Array.ConvertAll(amounts, a => a.ToDouble()) }));
    }

    internal static Segmentation Segments(PeopleSegmentReport report, CustomerTable customers)
    {
        var labels = report.Labels.ToArray();
        var sums = new Money[report.Segments.Count];
        if (customers.Has(Money))
        {
            var amounts = customers[Money].Amounts;
            for (var i = 0; i < labels.Length; i++) sums[labels[i]] += amounts[i];
        }

        return new Segmentation
        {
            Method = report.Plan.Method,
            Labels = labels,
            Segments = [.. report.Segments.Select((s, i) => new Segment(s.Name, Why(s), "", s.Customers, sums[i]))],
        };
    }

    private static string Why(PeopleSegment segment) => segment.Rule.Words.Length > 0 ? segment.Rule.Words
        : segment.Apart.Count > 0 ? string.Join("; ", segment.Apart.Select(a => a.Text)) : "nothing short sets it apart";
}
