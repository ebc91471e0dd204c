using System.Globalization;
using Clientele.Customers;
using Clientele.Sales;

namespace Clientele.Cleaning;

/// <summary>The audit of a run with everything worth knowing beside the buckets.</summary>
internal static class AuditFindings
{
    private const double SuspiciousShare = 0.05;

    private static readonly string[] s_suspicious = ["0", "-1", "nan", "null", "none", "n/a", "na", "guest", "unknown", "anonymous", "gast", "unbekannt"];

    public static Audit Complete(PassResult pass, Settlement settlement, IReadOnlyList<Layout> layouts, Plan plan)
    {
        var findings = new List<Finding>();
        var customers = settlement.Customers;
        findings.AddRange(pass.Findings);
        AddLayouts(findings, layouts);
        AddIds(findings, customers);
        Add(findings, "lines.empty", pass.Audit.EmptyLines, "{0:N0} empty lines were skipped.");
        Add(findings, "returns.unpaired", settlement.UnpairedReturns, "{0:N0} returns met no earlier sale of the same quantity and money; they are excluded and take nothing with them.");
        AddLargest(findings, pass);
        AddInvoices(findings, customers, layouts);
        if (plan.AsOf is null)
        {
            findings.Add(new Finding("as-of.default", "Recency counts to " + new DateTime(customers.AsOf).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + ": the last kept sale and one day.", 0));
        }

        var audit = pass.Audit.ToAudit(pass.Active, findings, settlement.Further);
        return audit.Balances ? audit : throw new InvalidOperationException("The audit does not balance.");
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

    private static void AddIds(List<Finding> findings, FoldedCustomers customers)
    {
        var (suspicious, lines) = (0L, 0L);
        for (var i = 0; i < customers.Count; i++)
        {
            lines += customers[i].Lines;
            if (customers.Ids[i].Length <= 9 && s_suspicious.AsSpan().Contains(customers.Ids[i].ToLowerInvariant())) suspicious += customers[i].Lines;
        }

        if (suspicious > lines * SuspiciousShare)
        {
            findings.Add(new Finding("customer.suspicious-ids", $"{suspicious:N0} of {lines:N0} kept lines belong to ids like 0, guest or unknown: probably many people, not one customer.", suspicious));
        }

        Add(findings, "customer.look-alike-ids", LookAlikes.Count(customers.Ids), "{0:N0} customer ids differ from another only by case, blanks or accents' spelling; they are kept apart.");
    }

    private static void AddLargest(List<Finding> findings, PassResult pass)
    {
        var mean = pass.Audit.LinesKept == 0 ? 0 : pass.Audit.MoneyKept.ToDouble() / pass.Audit.LinesKept;
        if (mean <= 0 || pass.Audit.Largest.ToDouble() < 1000 * mean) return;
        findings.Add(new Finding("lines.largest", $"The largest line is {pass.Audit.Largest.ToText(group: true)}, {pass.Audit.Largest.ToDouble() / mean:N0} times the mean line.", 1));
    }

    private static void AddInvoices(List<Finding> findings, FoldedCustomers customers, IReadOnlyList<Layout> layouts)
    {
        if (layouts.Any(l => l[Role.Invoice] < 0)) return;
        var (shared, spread) = InvoiceChecks.Count(customers);
        Add(findings, "invoice.two-customers", shared, "{0:N0} invoices carry more than one customer; each customer's part counts as an order.");
        Add(findings, "invoice.two-days", spread, "{0:N0} invoices carry lines of more than one day.");
    }

    private static void Add(List<Finding> findings, string code, long count, string text)
    {
        if (count > 0) findings.Add(new Finding(code, string.Format(CultureInfo.InvariantCulture, text, count), count));
    }
}
