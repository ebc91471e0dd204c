using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Clusters;

namespace Clientele.Cli.Summary;

/// <summary>What a clustering found, on one page.</summary>
internal static class ClusterText
{
    public static string Of(ClusterReport report, Destination destination, Terminal terminal)
    {
        var (page, ink, width) = (new StringBuilder(), Ink.For(terminal), terminal.Width);
        var clusters = report.Model.Model.K;
        Help.Title(page, report.Plan.Model is { } model
            ? $"{Figures.Count(report.Rows.Count, "row")} assigned to the {Figures.Count(clusters, "cluster")} of {model}."
            : $"{Figures.Count(report.Rows.Count, "row")} in {Figures.Count(clusters, "cluster")} by {report.Method} on {Words.List([.. report.Model.Columns.Select(c => c.Name)])}{(report.Model.Scaling.Name == "none" ? "" : $" ({report.Model.Scaling.Name} scale)")}.",
            ink, width);
        if (report.Comparison is { } comparison) ComparisonText.AppendTo(page, comparison, ink, width);
        else if (report.Search is { } search)
        {
            Help.Paragraph(page, search.Reason, 2, width);
            ComparisonText.AppendTo(page, search, ink, width);
        }

        Clusters(page.Append('\n'), report, ink, width);
        Fit(page.Append('\n'), report, ink, width);
        Notes(page, report, ink, width);
        Next(page.Append('\n'), report, destination, width);
        return terminal.Unicode ? page.ToString() : page.Replace("…", "...").Replace("×", "x").Replace("−", "-").ToString();
    }

    private static void Clusters(StringBuilder page, ClusterReport report, Ink ink, int width)
    {
        page.Append(ink.Bold("Clusters")).Append('\n');
        var (sizes, noise) = (report.Scores.Sizes, report.Scores.Noise);
        var most = Math.Max(1, Math.Max(noise, sizes.Count == 0 ? 0 : sizes.Max()));
        var table = new Table(width)
            .Column("Cluster")
            .Column("Rows", right: true)
            .Column("Share", right: true, weight: 1)
            .Picture(4, 24, 2, (row, room) => ink.Bar((double)(row < sizes.Count ? sizes[row] : noise) / most, room), (_, text) => text);
        for (var q = 0; q < report.Model.Columns.Count; q++) table.Column(Short(report.Model.Columns[q].Name), right: true, weight: q + 3);
        for (var c = 0; c < sizes.Count; c++) table.Row([.. Head(c.ToString(System.Globalization.CultureInfo.InvariantCulture), sizes[c]), .. report.Model.Columns.Select((column, q) => Value(report, column, c, q))]);
        if (noise > 0) table.Row([.. Head("none", noise), .. report.Model.Columns.Select(_ => "")]);
        table.AppendTo(page);
        Help.Paragraph(page, "The bar is the share of the rows. The other columns are means in their own unit.", 2, width);

        string[] Head(string name, int size) => [name, Figures.Count(size), Figures.Percent((double)size / Math.Max(1, report.Rows.Count)), ""];
    }

    private static string Value(ClusterReport report, ClusterColumn column, int c, int q) =>
        report.Scores.Sizes[c] == 0 ? "" : column.Categories is { Count: > 0 } words ? Short(words[(int)report.Means[c][q]]) : Mean(report.Means[c][q]);

    private static string Mean(double value) => Math.Abs(value) is 0 or (>= 0.01 and < 1e15) ? Figures.Typical(value) : value.ToString("G4", System.Globalization.CultureInfo.InvariantCulture);

    private static void Fit(StringBuilder page, ClusterReport report, Ink ink, int width)
    {
        page.Append(ink.Bold("How well they fit")).Append('\n');
        var scores = report.Scores;
        Help.Paragraph(page, $"Silhouette {ComparisonText.Score(scores.Silhouette)} (from -1 to 1; from .5 on clusters are really apart), Calinski-Harabasz {ComparisonText.Score(scores.CalinskiHarabasz)} (more is better), Davies-Bouldin {ComparisonText.Score(scores.DaviesBouldin)} (less is better), inertia {ComparisonText.Score(scores.Inertia)}.", 2, width);
        foreach (var fact in report.Facts)
        {
            if (!fact.IsList) Help.Paragraph(page, $"{fact.Name} {ComparisonText.Score(fact.Values[0])}.", 2, width);
        }
    }

    private static void Notes(StringBuilder page, ClusterReport report, Ink ink, int width)
    {
        if (report.Notes.Count == 0) return;
        page.Append('\n').Append(ink.Bold("Good to know")).Append('\n');
        foreach (var note in report.Notes.Distinct())
        {
            var start = page.Length;
            Help.Paragraph(page, Words.Sentence(note), 4, width);
            page.Remove(start, 4).Insert(start, $"  {ink.Dot} ");
        }
    }

    private static void Next(StringBuilder page, ClusterReport report, Destination destination, int width)
    {
        if (destination.Folder is not { } folder)
        {
            Help.Paragraph(page, "Nothing was written. To keep each row's cluster, add: --out clusters", 2, width);
            return;
        }

        Help.Paragraph(page, $"The results lie in {folder}: {Words.List(destination.Files)}.", 2, width);
        if (report.Plan.Model is null) page.Append($"  Put new rows into these clusters: clientele cluster NEW.csv --model {NextSteps.Quote(Path.Combine(folder, Clientele.Clusters.Files.ClusterFiles.Model))}\n");
        page.Append($"  Do exactly this again: clientele run {NextSteps.Quote(Path.Combine(folder, Reports.Exports.Run))}\n");
    }

    private static string Short(string name) => name.Length <= 18 ? name : string.Concat(name.AsSpan(0, 17), "~");
}
