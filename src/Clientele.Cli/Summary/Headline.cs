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
        Help.Title(page, lead + Best(report), ink, width);
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
            : $" The {Figures.Count(count, "high-value customer")} ({Figures.Percent((double)count / report.Customers.Count)}) {(count == 1 ? "brings" : "bring")} {Figures.Percent(money / total)} of the money.";
    }
}
