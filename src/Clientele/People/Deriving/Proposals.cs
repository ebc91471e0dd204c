using Clientele.People.Deriving.Expressions;
using Clientele.People.Reading;

namespace Clientele.People.Deriving;

/// <summary>A column worth having.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Name and formula.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Meaning">One sentence.</param>
internal sealed record Proposal(string Name, string Text, string Unit, string Meaning);

/// <summary>The usual derived columns, where the table has what they need: household, total spend and its shares, channels and deals, days since enrolment.</summary>
internal static class Proposals
{
    public static IEnumerable<Proposal> Of(Roster roster, DateTime? asOf)
    {
        string[] children = [.. Names(roster, ColumnPart.Household, c => c.Column.Nature == Tables.ColumnKind.Count)];
        if (children.Length > 1 && Array.TrueForAll(children, IsChild)) yield return New("children", Sum(children), "people", $"Children in the household: {List(children)}.");
        if (children.Length > 0 && Array.TrueForAll(children, IsChild) && Partnered(roster) is { } adults) yield return New("household_size", $"{adults} + {Sum(children)}", "people", "Adults (two when married or together) and children in the household.");

        var spend = Family(roster);
        if (spend.Names.Count > 1)
        {
            yield return New("total_spend", Sum(spend.Names), spend.Unit, $"Money spent in all: {List(spend.Names)}.");
            var total = Sum(spend.Names);
            foreach (var name in spend.Names) yield return New($"share_{Short(name)}", $"{Expression.Quote(name)} / ({total})", "share", $"Part of the money spent that {name} is, 0 to 1.");
        }

        string[] channels = [.. Names(roster, ColumnPart.Channel, _ => true)];
        string[] deals = [.. Names(roster, ColumnPart.Deals, _ => true)];
        if (channels.Length > 1)
        {
            var total = Sum(channels);
            yield return New("total_purchases", total, "purchases", $"Purchases in all: {List(channels)}.");
            if (deals is [var deal]) yield return New("deals_share", $"{Expression.Quote(deal)} / ({total})", "share", "Purchases with a discount for each purchase; above 1 where more were counted with a discount than in all channels.");
            foreach (var name in channels) yield return New($"share_{Short(name)}", $"{Expression.Quote(name)} / ({total})", "share", $"Part of the purchases that {name} is, 0 to 1.");
            if (spend.Names.Count > 1) yield return New("spend_per_purchase", $"({Sum(spend.Names)}) / ({total})", spend.Unit, "Money spent for each purchase.");
        }

        if (asOf is null) yield break;
        foreach (var name in Names(roster, ColumnPart.Enrolled, _ => true).Take(1)) yield return New("days_enrolled", $"days({Expression.Quote(name)})", "days", $"Days from {name} to the as-of day.");
    }

    private static Proposal New(string name, string formula, string unit, string meaning) => new(name, $"{name} = {formula}", unit, meaning);

    private static string Sum(IReadOnlyList<string> names) => string.Join(" + ", names.Select(Expression.Quote));

    private static string List(IReadOnlyList<string> names) => string.Join(", ", names);

    // By name, so that sums and words are the same whatever the order of columns in the file.
    private static IEnumerable<string> Names(Roster roster, ColumnPart part, Func<RosterColumn, bool> fits) =>
        roster.Columns.Where(c => c.Note.Part == part && c.Column.Kind == Customers.ColumnKind.Number && fits(c)).Select(c => c.Name).Concat(
            part == ColumnPart.Enrolled ? roster.Columns.Where(c => c.Note.Part == part && c.Column.Kind == Customers.ColumnKind.Date).Select(c => c.Name) : []).Order(StringComparer.Ordinal);

    // Sums of money make sense in one unit only.
    private static (IReadOnlyList<string> Names, string Unit) Family(Roster roster)
    {
        var columns = roster.Columns.Where(c => c.Note.Part == ColumnPart.Spend && c.Column.Kind == Customers.ColumnKind.Number).ToArray();
        return columns.Select(c => (c.Column.Unit, c.Note.Source)).Distinct().Count() == 1 ? ([.. columns.Select(c => c.Name).Order(StringComparer.Ordinal)], columns[0].Column.Unit) : ([], "");
    }

    private static bool IsChild(string name)
    {
        var folded = Tables.Table.Folded(name, gaps: false);
        return !folded.Contains("size", StringComparison.Ordinal) && !folded.Contains("grosse", StringComparison.Ordinal);
    }

    private static string? Partnered(Roster roster)
    {
        var column = roster.Columns.Where(c => c.Note.Part == ColumnPart.Partner).MinBy(c => c.Name, StringComparer.Ordinal);
        if (column is null) return null;
        string[] two = [.. column.Column.Levels.Where(l => Cleaning.MaritalWords.IsTwo(l))];
        return two.Length == 0 ? null : $"1 + {string.Join(" + ", two.Select(l => $"({Expression.Quote(column.Name)} == \"{l.Replace("\"", "\"\"", StringComparison.Ordinal)}\")"))}";
    }

    /// <summary><c>MntMeatProducts</c> → <c>meat</c>, <c>NumWebPurchases</c> → <c>web</c>.</summary>
    private static string Short(string name)
    {
        string[] dull = ["mnt", "num", "products", "product", "prods", "prod", "purchases", "purchase", "amount", "spend", "spent", "spending", "of", "on", "in", "total", "orders"];
        var words = Tables.Table.Folded(name, gaps: true).Split(' ').Where(w => w.Length > 0 && !dull.Contains(w, StringComparer.Ordinal)).ToArray();
        return words.Length == 0 ? Tables.Table.Folded(name, gaps: false) : string.Join('_', words);
    }
}
