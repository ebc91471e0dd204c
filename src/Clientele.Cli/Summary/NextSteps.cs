using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Reports;

namespace Clientele.Cli.Summary;

/// <summary>Where the results lie and what to type next.</summary>
internal static class NextSteps
{
    public static void AppendTo(StringBuilder page, Report report, Destination destination, int width)
    {
        var took = 0.0;
        foreach (var time in report.Timings) took += time.Milliseconds;
        if (destination.Folder is { } folder)
        {
            Help.Paragraph(page, $"The results lie in {folder}: {Words.List(destination.Files)}.", 2, width);
            if (destination.Files.Contains(Exports.Report)) Line(page, "Look at the report", Path.Combine(folder, Exports.Report));
            Line(page, "See it in your browser", $"clientele serve {Quote(folder)}");
            Line(page, "Look up a customer", Path.Combine(folder, "segments.csv"));
            Line(page, "Do exactly this again", $"clientele run {Quote(Path.Combine(folder, Exports.Run))}");
        }
        else
        {
            Help.Paragraph(page, "Nothing was written. To keep the list of customers and their segments, add: --out results", 2, width);
        }

        if (report.Inputs is [{ Layout.Path: not "-" }, ..]) Line(page, "See how the file was read", $"clientele inspect {Quote(report.Inputs[0].Layout.Path)}");
        if (took > 0) Help.Paragraph(page, $"{Figures.Count(report.Audit.LinesRead, "line")} took {Figures.Typical(Math.Round(took / 1000, 2))} seconds.", 2, width);
    }

    private static void Line(StringBuilder page, string what, string command) => page.Append("  ").Append(what).Append(": ").Append(command).Append('\n');

    /// <summary>In quotes where the shell would need them.</summary>
    public static string Quote(string path) => !path.Any(c => " \t'\"&;()$*?".Contains(c, StringComparison.Ordinal)) ? path : $"\"{path.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
