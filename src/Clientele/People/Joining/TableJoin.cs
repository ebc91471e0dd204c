using Clientele.Customers;
using Clientele.People.Reading;
using Clientele.People.Typing;
using Clientele.Sales;
using Clientele.Tables;

namespace Clientele.People.Joining;

/// <summary>A customer table with the columns of other tables beside its own.</summary>
/// <param name="Customers">The table.</param>
/// <param name="Results">What matched, table by table.</param>
/// <param name="Tables">The tables that were joined: layout, size, hash and rows.</param>
/// <param name="Findings">Facts worth knowing.</param>
public sealed record JoinedTables(CustomerTable Customers, IReadOnlyList<JoinResult> Results, IReadOnlyList<Table> Tables, IReadOnlyList<Clientele.Cleaning.Finding> Findings);

/// <summary>Joins tables by customer. Every customer stays, and none is multiplied; where a table has no row for one, nothing is known.</summary>
public static class TableJoin
{
    /// <summary>Adds the columns of tables to any customer table, that of sales, too.</summary>
    /// <param name="customers">Whose ids the keys are compared with, leading zeros and capitals heeded.</param>
    /// <param name="with"><c>table.csv</c> or <c>table.csv:key</c> each.</param>
    /// <param name="reading">How the tables are written, where a person said so.</param>
    /// <param name="context">Threads, cancellation.</param>
    /// <exception cref="UserException">A key comes twice, or nothing matches.</exception>
    public static JoinedTables Add(CustomerTable customers, IReadOnlyList<string> with, ReadOptions reading, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(with);
        var book = new AuditBook(0);
        var roster = new Roster(customers.Ids, [.. customers.Columns.Select(c => new RosterColumn(c, new ColumnNote(ColumnPart.None, ""), new long[customers.Count]))], book);
        var plan = new PeoplePlan { Reading = reading, With = with };
        var (results, tables) = (new List<JoinResult>(), new List<Table>());
        foreach (var text in with) results.Add(Add(roster, JoinSpec.Parse(text), plan, _ => "", context, out var table, out _, tables));
        var audit = book.Close(roster.Count);
        var cells = audit.Cells.Select(c => new Clientele.Cleaning.Finding("join." + c.Rule, $"{c.Column}: {c.Reason}; {c.Action}.", c.Cells));
        return new(new CustomerTable(roster.Ids, [.. roster.Columns.Select(c => c.Column)]), results, tables, [.. audit.Findings, .. cells]);
    }

    internal static JoinResult Add(Roster roster, JoinSpec spec, PeoplePlan plan, Func<string, string> meaning, RunContext context, out Table table, out TypeRequests requests, List<Table> tables)
    {
        var other = table = TableReader.Read(spec.Path, plan.Reading with { HeaderLine = null, Sheet = null, Columns = new RoleTexts() }, context.StandardInput, context.Threads, context.Cancellation);
        tables.Add(table);
        foreach (var note in TableNotes.Of(table)) roster.Book.Find(note.Code, note.Text, note.Count);
        var key = spec.Key is { } asked ? table.Find(asked, "--with") : (IdColumn.Find(table, null) ?? throw JoinProblems.NoKey(other)).Column;
        var empty = Unique(key);
        requests = new TypeRequests(table, plan, others: true);
        var joined = RosterReader.Of(table, key, new ColumnTyper(plan.Reading, requests, column => meaning(column.Name)), refuseRepeats: true, roster.Book.Beside(), context);
        var places = new Dictionary<string, int>(joined.Count, StringComparer.Ordinal);
        for (var i = 0; i < joined.Count; i++) places.Add(joined.Ids[i], i);
        var rows = new int[roster.Count];
        var (matched, used) = (0L, new bool[joined.Count]);
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = places.GetValueOrDefault(roster.Ids[row], -1);
            if (rows[row] < 0) continue;
            matched++;
            used[rows[row]] = true;
        }

        string[] left = [.. roster.Ids.Where((_, row) => rows[row] < 0)], right = [.. joined.Ids.Where((_, i) => !used[i])];
        var hint = left.Length > 0 && right.Length > 0 ? KeyHints.Of(left, right) : null;
        if (matched == 0) throw JoinProblems.NoMatch(key, joined.Count, roster.Count, hint);
        if (hint is var (count, words)) roster.Book.Find("join.near", $"{PeopleProblems.Count(count)} more {(count == 1 ? "customer" : "customers")} would match {other.Path} {words}.", count);
        if (left.Length > 0) roster.Book.Find("join.unmatched", $"Customers without a row in {other.Path}, of {PeopleProblems.Count(roster.Count)}; nothing is known of them there.", left.Length);
        if (right.Length > 0) roster.Book.Find("join.unused", $"Rows of {other.Path}, of {PeopleProblems.Count(joined.Count)}, that belong to no customer.", right.Length);
        if (empty > 0) roster.Book.Find("join.no-key", $"Rows of {other.Path} whose key is empty; they are left out.", empty);
        var names = Append(roster, joined, rows, other.Path);
        return new(other.Path, key.Name, other.Rows, matched, left.Length, right.Length, names) { WithoutKey = empty };
    }

    private static List<string> Append(Roster roster, Roster joined, int[] rows, string path)
    {
        var (names, lines) = (new List<string>(), new long[rows.Length]);
        for (var row = 0; row < rows.Length; row++) lines[row] = rows[row] < 0 || joined.Columns.Count == 0 ? 0 : joined.Columns[0].Lines[rows[row]];
        foreach (var column in joined.Columns)
        {
            var name = column.Name;
            for (var n = 1; roster.IndexOf(name) >= 0; n++) name = $"{column.Name}_{Stem(path)}{(n == 1 ? "" : n.ToString(System.Globalization.CultureInfo.InvariantCulture))}";
            if (name != column.Name) roster.Book.Find("join.renamed", $"{column.Name} of {path} is called {name}, because there is a column {column.Name} already.", 0);
            roster.Columns.Add(column with { Column = Gather.Of(column.Column, rows) with { Name = name }, Lines = lines });
            names.Add(name);
        }

        return names;
    }

    // Rows without a key.
    private static int Unique(TableColumn key)
    {
        var order = IdOrder.Of(key);
        var (first, second, more) = (-1, -1, -1L);
        for (var i = 1; i < order.Ids.Length; i++)
        {
            if (!string.Equals(order.Ids[i], order.Ids[i - 1], StringComparison.Ordinal)) continue;
            more++;
            if (second < 0 || order.Rows[i] < second) (first, second) = (order.Rows[i - 1], order.Rows[i]);
        }

        return second < 0 ? order.Missing.Count : throw JoinProblems.KeyTwice(key, first, second, more);
    }

    private static string Stem(string path)
    {
        var name = path == "-" ? "input" : System.IO.Path.GetFileName(path);
        var dot = name.IndexOf('.', Math.Min(1, name.Length));
        return dot > 0 ? name[..dot] : name;
    }
}
