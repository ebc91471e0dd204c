using Clientele.Customers;
using Clientele.People.Dictionary;
using Clientele.People.Reading;
using Clientele.People.Typing;
using Clientele.Sales;
using Clientele.Tables;

namespace Clientele.People;

/// <summary>From a file with one row per customer to a customer table.</summary>
public static class PeopleReader
{
    /// <summary>Reads, types, joins, cleans and derives. The result depends on the plan and the bytes of the files alone.</summary>
    /// <exception cref="UserException">Something the user can mend: an id that comes twice, a date order that nothing proves, a join that fits nothing.</exception>
    public static PeopleData Read(PeoplePlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        var files = new List<PeopleFile>();
        var book = new AuditBook(plan.CellsCap);
        var table = TableReader.Read(plan.Input, plan.Reading, context.StandardInput, context.Cancellation);
        files.Add(File("table", table));
        var id = IdColumn.Find(table, plan.Id);
        var dictionary = DataDictionary.None;
        if (plan.Dictionary is { } path)
        {
            var fields = TableReader.Read(path, ReadOptions.Default, context.StandardInput, context.Cancellation);
            files.Add(File("dictionary", fields));
            dictionary = DataDictionary.Of(fields, [.. table.Columns.Select(c => c.Name)]);
        }

        var typer = new ColumnTyper(plan.Reading, new TypeRequests(table, plan, plan.With.Count > 0), column => dictionary.Meaning(column.Name));
        var roster = RosterReader.Of(table, id?.Column, typer, refuseRepeats: false, book, context);
        if (id is null) book.Find("people.no-id", "No column names the customers: rows are numbered.", 0);
        if (id is not null) dictionary.Meaning(id.Value.Column.Name);
        return new PeopleData
        {
            Plan = plan,
            Customers = new CustomerTable(roster.Ids, [.. roster.Columns.Select(c => c.Column)]),
            Notes = [.. roster.Columns.Select(c => c.Note)],
            Audit = book.Close(roster.Count),
            Files = files,
            IdColumn = id?.Column.Name,
        };
    }

    private static PeopleFile File(string role, Table table) => new(role, table.Path, table.Bytes, table.Hash, table.Rows, table.Decisions);
}
