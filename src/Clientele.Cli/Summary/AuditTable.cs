using System.Text;
using Clientele.Cleaning;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Reports;

namespace Clientele.Cli.Summary;

/// <summary>From the lines read to the lines kept, so that anyone can add it up.</summary>
internal static class AuditTable
{
    public static void AppendTo(StringBuilder page, Report report, Ink ink, int width)
    {
        var audit = report.Audit;
        var decimals = Math.Max(Figures.Decimals(audit.MoneyRead), Figures.Decimals(audit.MoneyKept));
        foreach (var entry in audit.Excluded) decimals = Math.Max(decimals, Figures.Decimals(entry.Money));
        var table = new Table(width)
            .Column("")
            .Column("Lines", right: true)
            .Column("Money", right: true, weight: 1)
            .Row("Read", Figures.Count(audit.LinesRead), Exact(audit.MoneyRead, decimals, ink));
        foreach (var entry in audit.Excluded)
        {
            table.Row($"{ink.Minus} {RuleWords.Of(entry.Rule)}", Figures.Count(entry.Lines), Exact(entry.Money, decimals, ink));
        }

        table.Row("= Kept", Figures.Count(audit.LinesKept), Exact(audit.MoneyKept, decimals, ink)).AppendTo(page);
        Help.Paragraph(page, Balance(report), 2, width);
    }

    private static string Balance(Report report) => report.Audit.Balances
        ? "It balances: every line and every cent stands in exactly one row."
        : "It does NOT balance. Please report this; do not use these figures.";

    private static string Exact(Money money, int decimals, Ink ink) => money.ToText(decimals, group: true).Replace("-", ink.Minus, StringComparison.Ordinal);
}
