using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Explore;

namespace Clientele.Cli.Summary.Explored;

/// <summary>The triangle of retention: a row per cohort, a column per month since the first order.</summary>
internal static class CohortTable
{
    private const int MostCohorts = 13;
    private const int Cell = 4;
    private const int Head = 20;

    public static void AppendTo(StringBuilder page, ExploreResult result, Ink ink, int width)
    {
        var (cohort, age, retention, state, size) = (result.Column("cohort")!, result.Column("age")!, result.Column("retention")!, result.Column("state")!, result.Column("customers")!);
        var starts = new List<int>();
        for (var row = 0; row < cohort.Count; row++)
        {
            if (age.Whole(row) == 0) starts.Add(row);
        }

        var ages = cohort.Count / Math.Max(1, starts.Count);
        var shown = Math.Clamp((width - Head) / Cell, 1, ages - 1);
        if (ages < 2)
        {
            Help.Paragraph(page, "All sales are of one month: nobody can have come back in another.", 2, width);
            return;
        }

        if (starts.Count > MostCohorts) starts.RemoveRange(0, starts.Count - MostCohorts);
        page.Append("  First order  New ");
        for (var a = 1; a <= shown; a++) page.Append(Fill.Pad("+" + Figures.Count(a), Cell, right: true));
        page.Append('\n');
        foreach (var start in starts)
        {
            var line = new StringBuilder("  ").Append(cohort.Text(start)).Append(Fill.Pad(Figures.Count(size.Whole(start)), 9, right: true));
            for (var a = 1; a <= shown; a++)
            {
                var row = start + a;
                if (!retention.Has(row)) break;
                var text = Fill.Pad(Figures.Percent(retention.Number(row)), Cell, right: true);
                line.Append(state.Text(row) == "whole" ? Shade(ink, retention.Number(row), text) : ink.Dim(text));
            }

            page.Append(line).Append('\n');
        }

        Help.Paragraph(page, $"Of the customers who first ordered in a month, the share that ordered in the 1st, 2nd, {(shown > 2 ? "3rd … " : "")}month after it.{(shown < ages - 1 ? " cohorts.csv has all months." : "")}", 2, width);
    }

    private static string Shade(Ink ink, double share, string text) => share >= 0.3 ? ink.Green(text) : share < 0.1 ? ink.Red(text) : text;
}
