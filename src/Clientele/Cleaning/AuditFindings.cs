using System.Globalization;
using Clientele.Customers;
using Clientele.Reports.Writing;
using Clientele.Sales;

namespace Clientele.Cleaning;

/// <summary>The audit of a run with everything worth knowing beside the buckets.</summary>
internal static class AuditFindings
{
    public static Audit Complete(PassResult pass, Settlement settlement, IReadOnlyList<Layout> layouts, Plan plan)
    {
        var findings = new List<Finding>();
        var customers = settlement.Customers;
        findings.AddRange(pass.Findings);
        AddLayouts(findings, layouts);
        IdFindings.Add(findings, customers);
        Add(findings, "lines.empty", pass.Audit.EmptyLines, "Empty lines that were skipped: {0:N0}.");
        Add(findings, "lines.tall", pass.Audit.TallRecords, "Records that run over more than ten lines of the file inside quotes: {0:N0}. If a quote there is never closed where it should be, the sales up to the next quote are missing.");
        Add(findings, "returns.unpaired", settlement.UnpairedReturns, "Returns that met no earlier sale of the same quantity and money: {0:N0}; they are excluded and take nothing with them.");
        AddLargest(findings, pass);
        AddInvoices(findings, customers, layouts);
        if (plan.AsOf is null)
        {
            AddLonelyEnd(findings, customers);
            findings.Add(new Finding("as-of.default", "Recency counts to " + Moment(customers.AsOf) + ": the last kept sale and one day.", 0));
        }

        var audit = pass.Audit.ToAudit(pass.Active, findings, settlement.Further);
        return audit.Balances ? audit : throw new InvalidOperationException("The audit does not balance.");
    }

    /// <summary>To the second. By the figures of the outputs: the framework's formatter would be compiled at every start.</summary>
    private static string Moment(long ticks)
    {
        var text = new Utf8Text(32);
        text.Date(ticks - ticks % TimeSpan.TicksPerSecond, dayOnly: false);
        return text.ToString().Replace('T', ' ');
    }

    private static void AddLayouts(List<Finding> findings, IReadOnlyList<Layout> layouts)
    {
        var (customers, invoices) = (0, 0);
        foreach (var layout in layouts)
        {
            customers += layout.FloatCustomerIds ? 1 : 0;
            invoices += layout.FloatInvoiceIds ? 1 : 0;
        }

        if (customers > 0) findings.Add(new Finding("customer.float-ids", "Customer ids were printed as floats (17850.0); the .0 was removed.", 0));
        if (invoices > 0) findings.Add(new Finding("invoice.float-ids", "Invoice ids were printed as floats; the .0 was removed.", 0));
        AddMissing(findings, layouts, [Role.Invoice], "columns.no-invoice", "There is no invoice column: all lines of a customer on one day count as one order.");
        AddMissing(findings, layouts, [Role.Price, Role.Amount], "columns.no-money", "There is no price or amount column: money is unknown, segments rest on recency and frequency.");
        AddMissing(findings, layouts, [Role.Product], "columns.no-product", "There is no product column: products cannot be counted.");
        AddMissing(findings, layouts, [Role.Quantity], "columns.no-quantity", "There is no quantity column: every line counts as one piece, its price as its money.");
    }

    private static void AddMissing(List<Finding> findings, IReadOnlyList<Layout> layouts, Role[] roles, string code, string text)
    {
        foreach (var layout in layouts)
        {
            foreach (var role in roles)
            {
                if (layout[role] >= 0) return;
            }
        }

        if (code != "columns.no-quantity" || layouts.All(l => l[Role.Amount] < 0)) findings.Add(new Finding(code, text, 0));
    }

    private static void AddLargest(List<Finding> findings, PassResult pass)
    {
        // The mean of the others: in a small file the largest line would lift the mean that it is held against.
        var mean = pass.Audit.LinesKept < 2 ? 0 : (pass.Audit.MoneyKept - pass.Audit.Largest).ToDouble() / (pass.Audit.LinesKept - 1);
        if (mean <= 0 || pass.Audit.Largest.ToDouble() < 1000 * mean) return;
        findings.Add(new Finding("lines.largest", $"The largest line is {pass.Audit.Largest.ToText(group: true)}, {pass.Audit.Largest.ToDouble() / mean:N0} times the mean of the other lines.", 1));
    }

    /// <summary>One customer's last sale more than a year after everybody else's: most often a mistyped year, and all recency counts from it.</summary>
    private static void AddLonelyEnd(List<Finding> findings, FoldedCustomers customers)
    {
        if (customers.Count < 10) return;
        var (last, before) = (long.MinValue, long.MinValue);
        for (var i = 0; i < customers.Count; i++)
        {
            var own = customers[i].Last;
            if (own > last) (last, before) = (own, last);
            else if (own > before) before = own;
        }

        var days = (last - before) / TimeSpan.TicksPerDay;
        if (days <= 365) return;
        findings.Add(new Finding("as-of.lonely", $"One customer's last sale lies {days:N0} days after everyone else's. If its date is wrong, all days since the last order are: mend it.", 1));
    }

    private static void AddInvoices(List<Finding> findings, FoldedCustomers customers, IReadOnlyList<Layout> layouts)
    {
        if (layouts.Any(l => l[Role.Invoice] < 0)) return;
        var (shared, spread) = InvoiceChecks.Count(customers);
        Add(findings, "invoice.two-customers", shared, "Invoices that carry more than one customer: {0:N0}; each customer's part counts as an order.");
        Add(findings, "invoice.two-days", spread, "Invoices that carry lines of more than one day: {0:N0}.");
    }

    private static void Add(List<Finding> findings, string code, long count, string text)
    {
        if (count > 0) findings.Add(new Finding(code, string.Format(CultureInfo.InvariantCulture, text, count), count));
    }
}
