using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Reports;

namespace Clientele.Cli.Summary;

/// <summary>The first sentence: who bought how much, when, and how much of it comes from the best.</summary>
internal static class Headline
{
    public static void AppendTo(StringBuilder page, Report report, Ink ink, int width)
    {
        var totals = report.Totals;
        var kept = report.Audit.MoneyKept;
        var time = totals.First.Date == totals.Last.Date
            ? $"on {Figures.Day(totals.First)}"
            : $"between {Figures.Day(totals.First)} and {Figures.Day(totals.Last)}";
        var lead = kept == Money.Zero
            ? $"{Figures.Count(totals.Customers, "customer")} placed {Figures.Count(totals.Orders, "order")} {time}."
            : $"{Figures.Count(totals.Customers, "customer")} spent {Figures.Cents(kept)} in {Figures.Count(totals.Orders, "order")} {time}.";
        var start = page.Length;
        Help.Paragraph(page, lead + Best(report), 0, width);
        var text = page.ToString(start, page.Length - start).TrimEnd('\n');
        page.Length = start;
        foreach (var line in text.Split('\n')) page.Append(ink.Bold(line)).Append('\n');
    }

    /// <summary>What the high-value group brings, when there is one.</summary>
    private static string Best(Report report)
    {
        var (count, money, total) = (0L, 0.0, 0.0);
        foreach (var segment in report.Segments.Main.Segments)
        {
            total += segment.Money.ToDouble();
            if (segment.Group != Segments.Groups.HighValue) continue;
            count += segment.Count;
            money += segment.Money.ToDouble();
        }

        return count == 0 || total <= 0 || report.Customers.Count == 0
            ? ""
            : $" The {Figures.Percent((double)count / report.Customers.Count)} of high value bring {Figures.Percent(money / total)} of the money.";
    }
}
