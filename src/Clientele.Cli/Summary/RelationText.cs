using System.Globalization;
using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.People.Describing;

namespace Clientele.Cli.Summary;

/// <summary>The strongest relations in words.</summary>
internal static class RelationText
{
    public static void AppendTo(StringBuilder page, DescribeReport report, Ink ink, int width)
    {
        if (report.PairsLeftOut > 0) Help.Paragraph(page.Append('\n'), $"{Figures.Count(report.PairsLeftOut, "pair")} of columns are too many to measure which go together: describe a table of a thousand columns or fewer for that.", 2, width);
        if (report.Strongest.Count == 0) return;
        page.Append('\n').Append(ink.Bold("What goes with what")).Append('\n');
        foreach (var relation in report.Strongest)
        {
            var start = page.Length;
            Help.Paragraph(page, Sentence(relation), 4, width);
            page.Remove(start, 4).Insert(start, $"  {ink.Dot} ");
        }

        Help.Paragraph(page, "Spearman runs from -1 to 1; Cramér's V and the correlation ratio η from 0 to 1. None of them says what causes what.", 2, width);
    }

    private static string Sentence(Relation r) =>
        !double.IsNaN(r.Spearman) ? $"The more {r.A}, the {(r.Spearman > 0 ? "more" : "less")} {r.B}: {Word(r.Strength)} (Spearman {Figure(r.Spearman)}, Pearson {Figure(r.Pearson)})."
        : !double.IsNaN(r.CramersV) ? $"{r.A} and {r.B} go together: {Word(r.Strength)} (Cramér's V {Figure(r.CramersV)})."
        : $"{r.A} and {r.B} go together: {Word(r.Strength)} (η {Figure(r.Eta)}).";

    private static string Word(double strength) => strength switch { >= 0.7 => "strong", >= 0.4 => "clear", >= 0.2 => "weak", _ => "very weak" };

    private static string Figure(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
