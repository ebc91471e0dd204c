using Clientele.Tables;

namespace Clientele.People.Reading;

/// <summary>Rows that a report or a person added and that are no customers: totals, and comments that begin with #.</summary>
internal static class NotCustomers
{
    public const string Totals = "totals-line";
    public const string Comments = "comment-line";

    // More are ids of that kind.
    private const int MostTotals = 5;
    private const int OneCommentIn = 10;

    private static readonly HashSet<string> s_totals = new(
        ["total", "totals", "grandtotal", "subtotal", "sum", "sums", "overall", "summe", "gesamt", "gesamtsumme", "insgesamt", "zwischensumme", "totale", "totaal", "totalgeneral", "soustotal", "suma", "somme", "soma", "razem"], StringComparer.Ordinal);

    /// <summary>The order without them; each kind is counted in the book.</summary>
    public static IdOrder LeaveOut(IdOrder order, AuditBook book)
    {
        var (totals, comments) = (new List<int>(), new List<int>());
        for (var i = 0; i < order.Ids.Length; i++)
        {
            if (order.Ids[i].StartsWith('#')) comments.Add(i);
            else if (IsTotal(order.Ids[i])) totals.Add(i);
        }

        if (totals.Count > MostTotals || totals.Count == order.Ids.Length) totals.Clear();
        if (comments.Count * OneCommentIn > order.Ids.Length) comments.Clear();
        if (totals.Count + comments.Count == 0) return order;
        if (totals.Count > 0) book.Rows(Totals, totals.Count);
        if (comments.Count > 0) book.Rows(Comments, comments.Count);
        HashSet<int> leave = [.. totals, .. comments];
        int[] stay = [.. Enumerable.Range(0, order.Ids.Length).Where(i => !leave.Contains(i))];
        return order with { Ids = Gather.Of(order.Ids, stay), Rows = Gather.Of(order.Rows, stay) };
    }

    // Looked up only where the first letter fits.
    private static bool IsTotal(string id) => id.Length is > 2 and < 24 && "tgsiozr".Contains(char.ToLowerInvariant(id[0]), StringComparison.Ordinal) && s_totals.Contains(Table.Folded(id, gaps: false));
}
