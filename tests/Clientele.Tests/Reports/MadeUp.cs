using Clientele.Cleaning;
using Clientele.Customers;
using Clientele.Reports;
using Clientele.Sales;
using Clientele.Segments;

namespace Clientele.Tests.Reports;

/// <summary>A small report made up by hand, with one of everything that outputs must cope with.</summary>
internal static class MadeUp
{
    /// <summary>Eight customers: ids with zeros, commas, formulas; money to the thousandth; undefined gaps; dates with and without time.</summary>
    public static CustomerTable Customers { get; } = new(
        ["0001", "12347", "-12.5", "=1+1", "Müller, \"Max\"", "@home", "zoe", "東京"],
        [
            new("recency", "days", "Whole days since the last order.", ColumnKind.Number) { Numbers = [2, 40, 300, 12, 5, 77, 200, 1] },
            new("frequency", "orders", "Orders.", ColumnKind.Number) { Numbers = [12, 3, 1, 7, 25, 2, 1, 4] },
            new("monetary", "money", "Money.", ColumnKind.Money)
            {
                Amounts = Money(4310_000, 300_500, 17_850, 1200_120, 9000_007, 88_000, 12_345, 0),
                Numbers = [4310, 300.5, 17.85, 1200.12, 9000.007, 88, 12.345, 0],
            },
            new("mean_gap", "days", "Mean days between orders.", ColumnKind.Number) { Numbers = [30.5, 1.0 / 3, double.NaN, 14, 2.0 / 3, 1e-7, double.NaN, 1e12] },
            new("first", "", "First day.", ColumnKind.Date) { Ticks = [.. Enumerable.Range(1, 8).Select(d => new DateTime(2011, 1, d).Ticks)] },
            new("last", "", "Last order.", ColumnKind.Date) { Ticks = [.. Enumerable.Range(1, 8).Select(d => new DateTime(2011, 12, d, 8, d, 0).Ticks)] },
            new("country", "", "Main country.", ColumnKind.Text) { Texts = ["France", "EIRE", "", "+49", "Côte d'Ivoire", "a,b", "two\nlines", "日本"] },
        ]);

    public static Report Report { get; } = Make();

    public static FinishedRun Run { get; } = new(Report, "0.1.0") { Page = new Clientele.Web.ReportPage() };

    public static byte[] Bytes(IExport export, FinishedRun? run = null)
    {
        using var stream = new MemoryStream();
        export.Write(run ?? Run, stream);
        return stream.ToArray();
    }

    public static IExport Export(string name) => Exports.Catalog.Find(name).Create(Settings.Defaults);

    private static Money[] Money(params long[] thousandths) => [.. thousandths.Select(t => Clientele.Money.Of(t, 3))];

    private static Report Make()
    {
        var amounts = Customers["monetary"].Amounts;
        int[] map = [0, 2, 4, 1, 0, 2, 3, 1];
        int[] clusters = [0, 1, 2, 1, 0, 1, 2, 1];
        return new Report
        {
            Plan = new Plan { Inputs = ["sales.csv"] },
            Inputs = [new InputFile(Layout(), 1234, "c128:00112233445566778899aabbccddeeff", 111)],
            Audit = new Audit
            {
                LinesRead = 111, MoneyRead = Clientele.Money.Of(15_000_000_001, 6), LinesKept = 100, MoneyKept = Clientele.Money.Of(14_928_822, 3),
                Excluded =
                [
                    new("unreadable-line", 1, Clientele.Money.Zero), new("duplicate-line", 2, Clientele.Money.Of(21_178_001, 6)),
                    new("no-customer", 5, Clientele.Money.Of(60, 0)), new("cancellation", 3, Clientele.Money.Of(-10, 0)),
                    new("quantity-not-positive", 0, Clientele.Money.Zero), new("price-not-positive", 0, Clientele.Money.Zero),
                ],
                Findings = [new("customer.float-ids", "Customer ids were printed as floats; the final .0 was removed", 100)],
            },
            Totals = new ShopTotals(8, 55, 31, 7, new DateTime(2011, 1, 1, 9, 0, 0), new DateTime(2011, 12, 8, 8, 8, 0), new DateTime(2011, 12, 9, 8, 8, 0)),
            Customers = Customers,
            Segments = new SegmentsResult
            {
                Scores = new RfmScores([5, 3, 1, 4, 5, 2, 1, 5], [5, 3, 1, 4, 5, 2, 1, 3], [5, 3, 2, 4, 5, 3, 1, 1], ["Frequency: 2 customers share the value 1, so score 2 is empty"]),
                Map = Grouped("rfm", map, amounts, ("Champions", "high-value"), ("Promising", "promising"), ("Need Attention", "occasional"), ("At Risk", "at-risk"), ("Lost", "lost")),
                Clusters = Grouped("kmeans", clusters, amounts, ("Frequent big spenders", "high-value"), ("Recent small spenders", "occasional"), ("Long gone", "at-risk")),
                Search = new ClusterSearch(
                    [new(2, 10.5, 0.51, 4, true, [2, 6]), new(3, 4.25, 0.62, 5, true, [2, 4, 2]), new(4, 4, double.NaN, 300, false, [2, 4, 1, 1])],
                    3, "3 clusters: the silhouette is best there (0.62)", 3, ["recency", "frequency", "monetary"], [[3.5, 18, 6655], [32, 4, 397], [250, 1, 15]]),
                Agreement = 0.4567,
                Crossing = [[2, 0, 0], [0, 2, 0], [0, 2, 0], [0, 0, 1], [0, 0, 1]],
                Notes = ["The map is a partition"],
            },
            Timings = [new("reading", 12.5), new("customers", 2.25), new("segments", 30.125)],
        };
    }

    private static Segmentation Grouped(string method, int[] labels, Money[] amounts, params (string Name, string Group)[] groups) => new()
    {
        Method = method,
        Labels = labels,
        Segments =
        [
            .. groups.Select((group, i) => new Segment(
                group.Name, $"What sets {group.Name} apart.", group.Group, labels.Count(l => l == i),
                labels.Select((l, c) => l == i ? amounts[c] : Clientele.Money.Zero).Aggregate((a, b) => a + b))),
        ],
    };

    private static Layout Layout() => new()
    {
        Path = "sales.csv",
        Text = new TextFormat(),
        SkippedLines = 1,
        HeaderLine = 1,
        Columns = ["Invoice", "Customer ID", "Qty", "Price", "Date"],
        Roles = new Dictionary<Role, int> { [Role.Invoice] = 0, [Role.Customer] = 1, [Role.Quantity] = 2, [Role.Price] = 3, [Role.Date] = 4 },
        Decisions = [new("date order", "day.month.year", "17 dates have a first part above 12", "--date-order dmy")],
    };
}
