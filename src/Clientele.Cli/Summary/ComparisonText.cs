using System.Globalization;
using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Clusters;

namespace Clientele.Cli.Summary;

/// <summary>Methods, or numbers of clusters, against each other.</summary>
internal static class ComparisonText
{
    private const int MostSizes = 6;

    public static void AppendTo(StringBuilder page, Comparison comparison, Ink ink, int width)
    {
        page.Append('\n').Append(ink.Bold("Methods")).Append('\n');
        var table = Columns(new Table(width).Column("Method"));
        foreach (var row in comparison.Rows)
        {
            var name = row.Name == comparison.Recommended ? "> " + row.Name : "  " + row.Name;
            if (row is { Model: { } model, Scores: { } scores }) table.Row([name, .. Cells(model.K, scores)]);
            else table.Row(name, "-", "", "", "", "", "");
        }

        table.AppendTo(page);
        foreach (var row in comparison.Rows)
        {
            if (row.LeftOut is { } reason) Help.Paragraph(page, Words.Sentence($"{row.Name} did not run: {reason}"), 2, width);
        }

        Help.Paragraph(page, comparison.Recommendation, 2, width);
    }

    public static void AppendTo(StringBuilder page, KSearch search, Ink ink, int width)
    {
        page.Append('\n').Append(ink.Bold("Numbers of clusters tried")).Append('\n');
        var table = Columns(new Table(width).Column(""));
        foreach (var tried in search.Tried) table.Row([tried.K == search.K ? ">" : "", .. Cells(tried.Model.K, tried.Scores)]);
        table.AppendTo(page);
    }

    /// <summary>Four digits that matter; a dash where nothing is defined.</summary>
    public static string Score(double value) => !double.IsFinite(value) ? "-" : Math.Abs(value) switch
    {
        0 => "0",
        >= 1e15 or < 0.0005 => value.ToString("G4", CultureInfo.InvariantCulture),
        >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    private static Table Columns(Table table) => table
        .Column("k", right: true)
        .Column("Silhouette", right: true)
        .Column("Calinski-H.", right: true, weight: 2)
        .Column("Davies-B.", right: true, weight: 3)
        .Column("None", right: true, weight: 4)
        .Column("Rows per cluster", weight: 5);

    private static string[] Cells(int k, PartitionScores scores) =>
    [
        Figures.Count(k), Score(scores.Silhouette), Score(scores.CalinskiHarabasz), Score(scores.DaviesBouldin), scores.Noise == 0 ? "" : Figures.Count(scores.Noise),
        string.Join(' ', scores.Sizes.Take(MostSizes).Select(s => s.ToString(CultureInfo.InvariantCulture))) + (scores.Sizes.Count > MostSizes ? " …" : ""),
    ];
}
