using System.Globalization;
using System.Text;
using Clientele.Customers;
using Clientele.Sales.Layouts;

namespace Clientele.Cleaning;

/// <summary>Customer ids that hardly are one customer each.</summary>
internal static class IdFindings
{
    private const double SuspiciousShare = 0.05;

    private const int LongestName = 14;

    private static readonly string[] s_nobody =
    [
        "0", "0.0", "-1", "-", "--", "?", "nan", "null", "(null)", "(blank)", "none", "nil", "n/a", "na", "n.a.", "#n/a", "#ref!", "#value!", "#name?",
        "guest", "unknown", "undefined", "anonymous", "gast", "unbekannt",
    ];

    private static readonly string[] s_totals =
    [
        "total", "totals", "total:", "grand total", "subtotal", "sub-total", "sum", "sum:", "summe", "summe:", "gesamt", "gesamt:", "gesamtsumme",
        "zwischensumme", "somme", "sous-total", "total général", "totale", "totaal", "suma", "razem", "итого",
    ];

    public static void Add(List<Finding> findings, FoldedCustomers customers)
    {
        long nobody = 0, totals = 0, lines = 0;
        var (damaged, names) = (0, 0);
        for (var i = 0; i < customers.Count; i++)
        {
            var own = customers[i].Lines;
            var id = customers.Ids[i];
            lines += own;
            if (IsNumber(id)) continue;
            if (IsScientific(id)) damaged++;
            if (IsPersonsName(id)) names++;
            if (id.Length > LongestName) continue;
            var name = id.Trim().ToLowerInvariant();
            if (s_nobody.AsSpan().Contains(name)) nobody += own;
            else if (s_totals.AsSpan().Contains(name)) totals += own;
        }

        if (totals > 0)
        {
            findings.Add(new Finding("customer.totals-lines", $"{Count(totals, "kept line has", "kept lines have")} a word like Total or Summe for the customer: probably sums that were counted as sales. Take them out and run again.", totals));
        }

        if (damaged > 0)
        {
            findings.Add(new Finding("customer.scientific-ids", $"{Count(damaged, "customer id is", "customer ids are")} written like 1.23E+11: a spreadsheet has cut off the last digits, so several customers may be one here. Export the file again with ids as text.", damaged));
        }

        if (names * 2 > customers.Count)
        {
            findings.Add(new Finding("customer.names", $"{Count(names, "customer id reads", "customer ids read")} like a name: all who share it are one customer here. Where the file has a number for each customer, say --customer with that column.", names));
        }

        if (nobody > lines * SuspiciousShare)
        {
            findings.Add(new Finding("customer.suspicious-ids", $"{nobody:N0} of {lines:N0} kept lines belong to ids like 0, guest or unknown: probably many people, not one customer.", nobody));
        }

        var alike = LookAlikes.Count(customers.Ids);
        if (alike > 0)
        {
            findings.Add(new Finding("customer.look-alike-ids", $"{alike:N0} customer ids differ from another only by case, blanks, accents' spelling, leading zeros or a final .0; they are kept apart.", alike));
        }
    }

    /// <summary>Digits only, as most ids are, but not zero: none of the words below, and not scientific.</summary>
    private static bool IsNumber(string id)
    {
        foreach (var c in id)
        {
            if (c is not (>= '0' and <= '9')) return false;
        }

        return id is not ("" or "0");
    }

    /// <summary>Words with a blank between them and no digit.</summary>
    private static bool IsPersonsName(string id)
    {
        foreach (var sign in id)
        {
            if (char.IsAsciiDigit(sign)) return false;
        }

        return id.Trim().Contains(' ', StringComparison.Ordinal);
    }

    private static bool IsScientific(string id)
    {
        if (id.Length is < 6 or > 32 || !id.Contains('+', StringComparison.Ordinal)) return false;
        return IdEvidence.IsScientific(Encoding.UTF8.GetBytes(id));
    }

    private static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
