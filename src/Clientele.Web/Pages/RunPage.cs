using System.Globalization;
using Clientele.Cleaning;
using Clientele.Web.Runs;

namespace Clientele.Web.Pages;

/// <summary>The one page: totals, segments, audit, files.</summary>
internal static class RunPage
{
    /// <summary>Groups with a colour of their own.</summary>
    private static readonly string[] s_groups = ["high-value", "promising", "occasional", "at-risk", "lost"];

    public static string Of(RunView run, RunFolderFiles folder)
    {
        var page = new Page();
        page.Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Customer segments – Clientele</title>
            <link rel="stylesheet" href="/style.css">
            </head>
            <body>
            <header>
            <h1>Customer segments</h1>
            <p>{string.Join(", ", run.Inputs)}{Period(run)}</p>
            </header>
            <main>
            """);
        Headline(page, run);
        foreach (var method in run.Segments.Select(segment => segment.Method).Distinct(StringComparer.Ordinal))
        {
            Segments(page, method, [.. run.Segments.Where(segment => segment.Method == method)]);
        }

        Audit(page, run);
        Notes(page, run.Notes);
        Files(page, folder);
        page.Add($"""
            </main>
            <footer>Clientele {run.Version} · read-only, on this machine only</footer>
            </body>
            </html>
            """);
        return page.ToString();
    }

    private static string Period(RunView run) => run.First.Length == 0 ? "" : $" · {Day(run.First)} to {Day(run.Last)}";

    private static string Day(string time) => time.Length >= 10 ? time[..10] : time;

    private static void Headline(Page page, RunView run)
    {
        page.Add($"""<section class="headline" aria-label="Totals">""");
        Total(page, Figures.Count(run.Customers), "customers");
        Total(page, Figures.Count(run.Orders), "orders");
        Total(page, Figures.Whole(run.Audit.MoneyKept), "money in kept sales");
        Total(page, Figures.Percent(Share(run.Audit.LinesKept, run.Audit.LinesRead)), $"of {Figures.Count(run.Audit.LinesRead)} lines kept");
        page.Add($"</section>");
    }

    private static void Total(Page page, string figure, string what) => page.Add($"<div><b>{figure}</b> <span>{what}</span></div>");

    private static void Segments(Page page, string method, List<SegmentView> segments)
    {
        var customers = segments.Sum(segment => segment.Customers);
        var money = segments.Aggregate(Money.Zero, (sum, segment) => sum + segment.Money).ToDouble();
        page.Add($"""
            <section>
            <h2>{(method == "rfm" ? "Segments by recency, frequency and money" : method == "kmeans" ? "Clusters of similar customers" : method)}</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">Segment</th><th scope="col" class="n">Customers</th><th scope="col">Share of customers</th><th scope="col" class="n">Money</th><th scope="col">Share of money</th><th scope="col" class="n">Days ago</th><th scope="col" class="n">Orders</th><th scope="col" class="n">Spent</th></tr></thead>
            <tbody>
            """);
        foreach (var segment in segments)
        {
            page.Add($"""
                <tr class="{Group(segment.Group)}"><th scope="row"><i></i>{segment.Name}<small>{segment.Group}</small><small class="why">{segment.Why}</small></th><td class="n">{Figures.Count(segment.Customers)}</td>
                """);
            Bar(page, Share(segment.Customers, customers));
            page.Add($"""<td class="n">{Figures.Whole(segment.Money)}</td>""");
            Bar(page, segment.Money.ToDouble() / money);
            Middle(page, segment.Middle);
        }

        page.Add($"""
            </tbody></table></div>
            <p class="note">Days since the last order, orders and spending are those of the segment's middle customer (median).</p>
            </section>
            """);
    }

    private static void Bar(Page page, double share)
    {
        var width = double.IsFinite(share) ? Math.Clamp(share, 0, 1) * 100 : 0;
        page.Add($"""
            <td class="bar"><svg aria-hidden="true" width="100%" height="10"><rect width="{width.ToString("0.##", CultureInfo.InvariantCulture)}%" height="10" rx="2"/></svg><span>{Figures.Percent(share)}</span></td>
            """);
    }

    private static void Middle(Page page, (double Recency, double Orders, double Spent)? middle)
    {
        if (middle is { } of) page.Add($"""<td class="n">{Figures.Typical(of.Recency)}</td><td class="n">{Figures.Typical(of.Orders)}</td><td class="n">{Figures.Typical(of.Spent)}</td></tr>""");
        else page.Add($"""<td class="n">–</td><td class="n">–</td><td class="n">–</td></tr>""");
    }

    private static void Audit(Page page, RunView run)
    {
        var audit = run.Audit;
        page.Add($"""
            <section>
            <h2>Where every line went</h2>
            <div class="wide"><table class="audit">
            <thead><tr><th scope="col">What</th><th scope="col" class="n">Lines</th><th scope="col" class="n">Money</th></tr></thead>
            <tbody>
            """);
        AuditRow(page, "read", "sum", audit.LinesRead, audit.MoneyRead);
        foreach (var entry in audit.Excluded) AuditRow(page, RuleWords.Of(entry.Rule), "out", entry.Lines, entry.Money);
        AuditRow(page, "kept", "sum", audit.LinesKept, audit.MoneyKept);
        page.Add($"""
            </tbody></table></div>
            <p class="{(audit.Balances ? "good" : "bad")}">{(audit.Balances ? "✓ Lines and money balance: read = kept + left out, to the last digit." : "✗ Lines or money do not balance: this run must not be trusted.")}</p>
            </section>
            """);
    }

    private static void AuditRow(Page page, string what, string kind, long lines, Money money) =>
        page.Add($"""<tr class="{kind}"><th scope="row">{what}</th><td class="n">{Figures.Count(lines)}</td><td class="n">{Figures.Exact(money)}</td></tr>""");

    private static void Notes(Page page, IReadOnlyList<string> notes)
    {
        if (notes.Count == 0) return;
        page.Add($"<section><h2>Worth knowing</h2><ul>");
        foreach (var note in notes) page.Add($"<li>{note}</li>");
        page.Add($"</ul></section>");
    }

    private static void Files(Page page, RunFolderFiles folder)
    {
        page.Add($"<section><h2>Files</h2><ul>");
        foreach (var (name, _, holds) in RunFolderFiles.Known)
        {
            if (folder.Has(name)) page.Add($"""<li><a href="/files/{name}">{name}</a> – {holds}</li>""");
        }

        page.Add($"</ul></section>");
    }

    private static string Group(string group) => Array.IndexOf(s_groups, group) >= 0 ? group : "other";

    private static double Share(long part, long whole) => whole == 0 ? double.NaN : part / (double)whole;
}
