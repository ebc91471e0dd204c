using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Explore;

namespace Clientele.Cli.Summary.Explored;

/// <summary>What a shop owner would tell a friend: one sentence per finding.</summary>
internal static class GlanceLines
{
    public static void AppendTo(StringBuilder page, ExploreReport report, Ink ink, int width)
    {
        var lines = new List<string>();
        if (report["concentration"] is { CannotTell: null } concentration) Concentration(lines, concentration);
        if (report["customers"] is { CannotTell: null } customers) Customers(lines, customers);
        if (report["returning"] is { CannotTell: null } returning && double.IsFinite(returning.Figure("returning_money_share")))
            lines.Add($"{Figures.Percent(returning.Figure("returning_money_share"))} of the money comes from customers after the month of their first order.");
        if (report["cohorts"] is { CannotTell: null } cohorts) Cohorts(lines, cohorts);
        if (report["gaps"] is { CannotTell: null } gaps)
            lines.Add($"Those who order again do so after {Figures.Typical(Math.Round(gaps.Figure("gap_median")))} days in the middle; three quarters of the gaps are shorter than {Figures.Typical(Math.Ceiling(gaps.Figure("gap_three_quarters")))} days.");
        if (report["basket"] is { CannotTell: null } basket && double.IsFinite(basket.Figure("value_median")))
            lines.Add($"The middle order is worth {Figures.Typical(basket.Figure("value_median"))} and holds {Figures.Typical(basket.Figure("lines_median"))} {(basket.Figure("lines_median") == 1 ? "line" : "lines")}; one order in ten is worth {Figures.Typical(basket.Figure("value_nine_tenths"))} or more.");
        if (report["season"] is { CannotTell: null } season) Season(lines, season);
        if (report["hours"] is { CannotTell: null } hours) Hours(lines, hours);
        if (report["places"] is { CannotTell: null } places) Places(lines, places);
        if (report["returns"] is { CannotTell: null } returns) Returns(lines, returns);
        if (report["change"] is { CannotTell: null } change) Change(lines, change);
        if (lines.Count == 0) return;
        page.Append('\n').Append(ink.Bold("At a glance")).Append('\n');
        foreach (var line in lines)
        {
            var start = page.Length;
            Help.Paragraph(page, line, 4, width);
            page.Remove(start, 4).Insert(start, $"  {ink.Dot} ");
        }
    }

    private static void Concentration(List<string> lines, ExploreResult result)
    {
        if (result.Figure("customers_for_50_share") is not (var half and > 0)) return;
        lines.Add($"Half of the money comes from {Few(result, "customers", half, 50)}; four fifths from {Figures.Percent(result.Figure("customers_for_80_share"))}.");
        if (result.Figure("products_for_80_share") is var products and > 0) lines.Add($"{Figures.Percent(products)} of the products bring four fifths of the money.");
    }

    private static string Few(ExploreResult result, string what, double share, int of)
    {
        var count = (long)result.Figure($"{what}_for_{of}");
        return $"{Figures.Percent(share)} of the {what} ({Figures.Count(count)})";
    }

    private static void Customers(List<string> lines, ExploreResult result)
    {
        var share = result.Figure("customers_once") / result.Figure("customers");
        lines.Add($"{Figures.Percent(share)} of the customers ordered once; the middle one ordered {Times(result.Figure("orders_median"))}{Spent(result)}.");
    }

    private static string Times(double orders) => orders == 1 ? "once" : orders == 2 ? "twice" : $"{Figures.Typical(orders)} times";

    private static string Spent(ExploreResult result) => double.IsFinite(result.Figure("spent_median")) ? $" and spent {Figures.Typical(result.Figure("spent_median"))}" : "";

    private static void Cohorts(List<string> lines, ExploreResult result)
    {
        var parts = new List<string>();
        foreach (var age in (int[])[1, 3, 6, 12])
        {
            if (result.Figure($"retention_{age}") is var kept && double.IsFinite(kept)) parts.Add($"{Figures.Percent(kept)} in the {(age == 1 ? "first" : age == 3 ? "third" : age == 6 ? "sixth" : "twelfth")}");
        }

        if (parts.Count > 0) lines.Add($"Of the new customers order again, by month after their first order: {Words.List(parts)}.");
    }

    private static void Season(List<string> lines, ExploreResult result)
    {
        lines.Add($"{result.TextFigure("best_weekday")} is the strongest day of the week, {Away(result.Figure("best_weekday_season"))} an average day; {result.TextFigure("worst_weekday")} the weakest, {Away(result.Figure("worst_weekday_season"))} it.");
        if (result.TextFigure("best_month").Length == 0) return;
        lines.Add($"{result.TextFigure("best_month")} is the strongest month of the year, {Away(result.Figure("best_month_season"))} an average month; {result.TextFigure("worst_month")} the weakest, {Away(result.Figure("worst_month_season"))} it.");
    }

    private static string Away(double share) => $"{Figures.Percent(Math.Abs(share))} {(share < 0 ? "below" : "above")}";

    private static void Hours(List<string> lines, ExploreResult result)
    {
        var hour = result.Figure("busiest_hour");
        lines.Add(double.IsFinite(hour)
            ? $"The busiest hour is {result.TextFigure("busiest_weekday")} from {Figures.Count((long)hour)} to {Figures.Count((long)hour + 1)} o'clock with {Figures.Percent(result.Figure("busiest_share"))} of all orders."
            : $"{result.TextFigure("busiest_weekday")} has most orders: {Figures.Percent(result.Figure("busiest_share"))}.");
    }

    private static void Places(List<string> lines, ExploreResult result)
    {
        foreach (var kind in (string[])["country", "store", "category"])
        {
            if (result.TextFigure($"top_{kind}") is { Length: > 0 } name && result.Figure($"{kind}_count") > 1)
                lines.Add($"{Figures.Percent(result.Figure($"top_{kind}_share"))} of the money comes from {name}, the largest of {Figures.Count((long)result.Figure($"{kind}_count"))} {(kind == "country" ? "countries" : kind == "store" ? "stores" : "categories")}.");
        }
    }

    private static void Returns(List<string> lines, ExploreResult result)
    {
        if (result.Figure("returned_lines") == 0) return;
        var money = double.IsFinite(result.Figure("money_rate")) ? $", {Figures.Percent(result.Figure("money_rate"))} of the money" : "";
        lines.Add($"{Figures.Percent(result.Figure("lines_rate"))} of the lines sold came back{money}.");
    }

    private static void Change(List<string> lines, ExploreResult result)
    {
        var change = result.MoneyFigure("money_change");
        if (change.Sign == 0 || result.Column("name") is not { } names || result.Column("part") is not { } parts || result.Column("meaning") is not { } meanings || result.Column("kind") is not { } kinds) return;
        var most = -1;
        for (var row = 0; row < names.Count; row++)
        {
            if (kinds.Text(row) == "factor" && parts.Amount(row).Sign == change.Sign && (most < 0 || Math.Abs(parts.Number(row)) > Math.Abs(parts.Number(most)))) most = row;
        }

        var share = result.Figure("money_change_share");
        var how = double.IsFinite(share) ? $" ({(share < 0 ? "-" : "+")}{Figures.Percent(Math.Abs(share))})" : "";
        var cause = most < 0 ? "" : $" Most of it ({Signed(parts.Amount(most))}) comes from {(change.Sign > 0 ? "more" : meanings.Text(most).StartsWith("money", StringComparison.Ordinal) ? "less" : "fewer")} {meanings.Text(most)}.";
        lines.Add($"From {result.TextFigure("before")} to {result.TextFigure("after")} money went {(change.Sign > 0 ? "up" : "down")} by {Figures.Whole(change.Sign < 0 ? -change : change)}{how}.{cause}");
    }

    internal static string Signed(Money money) => (money.Sign > 0 ? "+" : "") + Figures.Whole(money);
}
