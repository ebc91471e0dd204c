using Clientele.Customers;
using Clientele.People.Cleaning;
using Clientele.People.Deriving;
using Clientele.People.Dictionary;
using Clientele.People.Joining;
using Clientele.People.Reading;
using Clientele.People.Typing;
using Clientele.Sales;
using Clientele.Tables;

namespace Clientele.People;

/// <summary>From a file with one row per customer to a customer table.</summary>
public static class PeopleReader
{
    /// <summary>Reads, types, joins, cleans and derives, in that order. The result depends on the plan and the bytes of the files alone.</summary>
    /// <exception cref="UserException">Something the user can mend: an id that comes twice, a date order that nothing proves, a join that fits nothing.</exception>
    public static PeopleData Read(PeoplePlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        var files = new List<PeopleFile>();
        var book = new AuditBook(plan.CellsCap, context.ShowValues);
        var table = TableReader.Read(plan.Input, plan.Reading with { Columns = new RoleTexts() }, context.StandardInput, context.Threads, context.Cancellation);
        files.Add(File("table", table));
        foreach (var note in TableNotes.Of(table)) book.Find(note.Code, note.Text, note.Count);
        var id = IdColumn.Find(table, plan.Id);
        var dictionary = DictionaryOf(plan, table, files, book, context);
        if (id is { } named) dictionary.Meaning(named.Column.Name);
        else book.Find("people.no-id", "No column names the customers: rows are numbered.", 0);

        var requests = new TypeRequests(table, plan, plan.With.Count > 0);
        var roster = RosterReader.Of(table, id?.Column, new ColumnTyper(plan.Reading, requests, column => dictionary.Meaning(column.Name)), RepeatedRows.Refuses(plan), book, context);
        var (joins, missed) = (new List<JoinResult>(), new List<(string Option, string Name)>(requests.Missed));
        foreach (var text in plan.With)
        {
            joins.Add(TableJoin.Add(roster, JoinSpec.Parse(text), plan, dictionary.Meaning, context, out var other, out var asked, []));
            if (files.FirstOrDefault(f => f.Role != "dictionary" && f.Bytes == other.Bytes && string.Equals(f.Hash, other.Hash, StringComparison.Ordinal)) is { } same) throw JoinProblems.SameFile(other.Path, same.Role == "table" ? "the table itself" : $"the table of an earlier --with ({same.Path})");
            files.Add(File("joined", other));
            missed.RemoveAll(m => !asked.Missed.Contains(m));
        }

        if (missed.Count > 0) throw TableProblems.NoSuchColumn(table, missed[0].Name, missed[0].Option);
        NoteDictionary(dictionary, roster, book);
        var asOf = AsOfDay.Of(plan, roster);
        Ages.Apply(roster, asOf.Day);
        TableRules.Apply(roster, plan, asOf.Day, context);
        var derived = Formulas.Apply(roster, plan, asOf.Day, context);
        return new PeopleData
        {
            Plan = plan,
            Customers = new CustomerTable(roster.Ids, [.. roster.Columns.Select(c => c.Column)]),
            Notes = [.. roster.Columns.Select(c => c.Note)],
            Audit = book.Close(roster.Count),
            Files = files,
            AsOf = asOf.Day,
            AsOfReason = asOf.Reason,
            IdColumn = id?.Column.Name,
            Joins = joins,
            Derived = derived,
        };
    }

    private static DataDictionary DictionaryOf(PeoplePlan plan, Table table, List<PeopleFile> files, AuditBook book, RunContext context)
    {
        if (plan.Dictionary is not { } path) return DataDictionary.None;
        var fields = TableReader.Read(path, ReadOptions.Default, context.StandardInput, context.Threads, context.Cancellation);
        files.Add(File("dictionary", fields));
        foreach (var note in TableNotes.Of(fields)) book.Find(note.Code, note.Text, note.Count);
        return DataDictionary.Of(fields, [.. table.Columns.Select(c => c.Name)]);
    }

    private static void NoteDictionary(DataDictionary dictionary, Roster roster, AuditBook book)
    {
        if (dictionary.Count == 0) return;
        if (dictionary.Twice is { Count: > 0 } twice) book.Find("people.dictionary-twice", $"The dictionary describes some columns twice, and the first description counts: {List(twice)}.", twice.Count);
        if (dictionary.Unused is { Count: > 0 } unused) book.Find("people.dictionary-unused", $"The dictionary describes columns that are not there: {List(unused)}.", unused.Count);
        string[] silent = [.. roster.Columns.Where(c => c.Column.Meaning.Length == 0).Select(c => c.Name)];
        if (silent.Length > 0) book.Find("people.dictionary-silent", $"The dictionary does not describe: {List(silent)}.", silent.Length);
    }

    private static string List(IReadOnlyList<string> names) => string.Join(", ", names.Take(20).Select(TableProblems.Cut)) + (names.Count > 20 ? " …" : "");

    private static PeopleFile File(string role, Table table) => new(role, table.Path, table.Bytes, table.Hash, table.Rows, table.Decisions);
}
