using Clientele.People.Dictionary;
using Clientele.People.Reading;
using Clientele.People.Typing;
using Clientele.Sales;
using Clientele.Tables;

namespace Clientele.People;

/// <summary>What is understood about a customer table, column by column, before anything is done with it.</summary>
/// <param name="Path">As given.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Rows">Data rows.</param>
/// <param name="IdColumn">Names the customers; null when rows are numbered.</param>
/// <param name="Columns">In the order of the file.</param>
/// <param name="Decisions">How the file is written, and why that was decided.</param>
/// <param name="Notes">What a reader must know: lines set aside, columns that may have been meant otherwise.</param>
public sealed record PeopleInspection(string Path, long Bytes, int Rows, string? IdColumn, IReadOnlyList<InspectedColumn> Columns, IReadOnlyList<Decision> Decisions, IReadOnlyList<string> Notes)
{
    private const int Examples = 3;

    /// <summary>Reads and types the whole table.</summary>
    /// <param name="plan">What is read and what a person says about it; joins and cleaning are left alone.</param>
    /// <param name="context">Threads, standard input.</param>
    /// <exception cref="UserException">Something the user can mend.</exception>
    public static PeopleInspection Of(PeoplePlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        var table = TableReader.Read(plan.Input, plan.Reading with { Columns = new RoleTexts() }, context.StandardInput, context.Threads, context.Cancellation);
        var book = new AuditBook(0);
        foreach (var note in TableNotes.Of(table)) book.Find(note.Code, note.Text, note.Count);
        var dictionary = plan.Dictionary is { } path ? DataDictionary.Of(TableReader.Read(path, ReadOptions.Default, context.StandardInput, context.Threads, context.Cancellation), [.. table.Columns.Select(c => c.Name)]) : DataDictionary.None;
        var (id, typer) = (Reading.IdColumn.Find(table, plan.Id), new ColumnTyper(plan.Reading, new TypeRequests(table, plan, others: false), column => dictionary.Meaning(column.Name)));
        var typed = new TypedColumn[table.Columns.Count];
        EachColumn.Do(typed.Length, context, q =>
        {
            if (table.Columns[q] != id?.Column) typed[q] = typer.Of(table.Columns[q]);
        });
        ColumnDoubts.Find([.. table.Columns.Where((_, q) => typed[q] is not null)], [.. typed.Where(t => t is not null)], book);
        return new(table.Path, table.Bytes, table.Rows, id?.Column.Name, [.. table.Columns.Select((c, q) => Inspected(c, typed[q], id?.Reason ?? "", dictionary))], table.Decisions, [.. book.Close(0).Findings.Select(f => f.Text)]);
    }

    private static InspectedColumn Inspected(TableColumn column, TypedColumn? typed, string whyId, DataDictionary dictionary)
    {
        var examples = new List<string>();
        for (var row = 0; row < column.Rows && examples.Count < Examples; row++)
        {
            if (!column.IsMissing(row) && column.Text(row).Trim() is var text && !examples.Contains(text)) examples.Add(text);
        }

        var evidence = column.Evidence;
        return typed is null
            ? new(column.Number, column.Name, "id", "", "customer", whyId, dictionary.Meaning(column.Name), evidence.Missing, 0, examples, [])
            : new(column.Number, column.Name, TypeWords.Of(typed.Column.Nature), typed.Column.Unit, typed.Note.Part == ColumnPart.None ? "" : typed.Note.Part.ToString().ToLowerInvariant(), typed.Column.Reason, typed.Column.Meaning,
                evidence.Missing, typed.Others.Count, examples, typed.Note.Decisions);
    }
}

/// <summary>One column of an inspected table.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">As in the header.</param>
/// <param name="Type">A word of <see cref="TypeWords"/>.</param>
/// <param name="Unit">Empty when there is none.</param>
/// <param name="Part">What it tells about a customer; empty for nothing in particular.</param>
/// <param name="Reason">Why it has that type.</param>
/// <param name="Meaning">In the words of the dictionary.</param>
/// <param name="Missing">Cells that are empty.</param>
/// <param name="Others">Filled cells that are not of its type.</param>
/// <param name="Examples">A few different cells.</param>
/// <param name="Decisions">About dates and decimal marks.</param>
public sealed record InspectedColumn(int Number, string Name, string Type, string Unit, string Part, string Reason, string Meaning, long Missing, long Others, IReadOnlyList<string> Examples, IReadOnlyList<string> Decisions);
