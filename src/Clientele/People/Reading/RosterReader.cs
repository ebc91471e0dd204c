using Clientele.People.Typing;
using Clientele.Tables;

namespace Clientele.People.Reading;

/// <summary>Makes a roster of a table: one row per customer in the order of the ids, every column typed.</summary>
internal static class RosterReader
{
    public const string NoId = "no-id";
    public const string Duplicates = "duplicates";
    public const string Types = "types";
    public const string Unreadable = "unreadable-line";

    /// <summary>Types all columns, a thread to a column, and orders the rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="id">Column of ids, or null to number the rows.</param>
    /// <param name="typer">Decides on each column.</param>
    /// <param name="refuseRepeats">Rows that repeat another word for word are an error.</param>
    /// <param name="book">Receives rows and cells.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static Roster Of(Table table, TableColumn? id, ColumnTyper typer, bool refuseRepeats, AuditBook book, RunContext context)
    {
        book.RowsRead += table.Rows + table.Rejected.Count;
        if (table.Rejected.Count > 0) book.Rows(Unreadable, table.Rejected.Count);
        var order = id is null ? IdOrder.Numbered(table.Rows) : IdOrder.Of(id);
        if (id is not null && order.Ids.Length == 0) throw PeopleProblems.NoIds(table, id.Name);
        book.Rows(NoId, order.Missing.Count);
        if (order.Floats) book.Find("people.float-ids", $"All ids of {TableProblems.Cut(table.Path)} are printed like 17850.0: the final .0 is taken off.", order.Ids.Length);
        if (id is not null) order = NotCustomers.LeaveOut(order, book);
        var (ids, rows) = Once(table, id, order, refuseRepeats, book);
        if (id is not null) IdDoubts.Find(ids, table.Path, book);
        var columns = table.Columns.Where(c => c != id).ToArray();
        var typed = new TypedColumn[columns.Length];
        var inOrder = IsIdentity(rows, table.Rows);
        EachColumn.Do(columns.Length, context, q =>
        {
            typed[q] = typer.Of(columns[q]);
            if (!inOrder) typed[q] = typed[q] with { Column = Gather.Of(typed[q].Column, rows) };
        });

        var lines = new long[rows.Length];
        for (var i = 0; i < lines.Length; i++) lines[i] = table.Line(rows[i]);
        var roster = new Roster(ids, [.. typed.Select(t => new RosterColumn(t.Column, t.Note, lines))], book);
        NoteOthers(roster, columns, typed, rows);
        ColumnDoubts.Find(columns, typed, book);
        return roster;
    }

    // Cells of another type than their column.
    private static void NoteOthers(Roster roster, TableColumn[] columns, TypedColumn[] typed, int[] rows)
    {
        int[]? places = null;
        for (var q = 0; q < columns.Length; q++)
        {
            if (typed[q].Others.Count == 0) continue;
            places ??= Places(rows, columns[q].Rows);
            int[] at = [.. typed[q].Others.Select(row => places[row]).Where(place => place >= 0).Order()];
            var (column, kind) = (columns[q], TypeWords.Of(typed[q].Column.Nature));
            roster.Book.Cells(Types, roster.Columns[q], roster.Ids, at, "set missing", $"not a value of a column of type {kind}", row => (column.Text(rows[row]), "", $"no {kind}"));
        }
    }

    private static (string[] Ids, int[] Rows) Once(Table table, TableColumn? id, IdOrder order, bool refuse, AuditBook book)
    {
        var (first, second, others) = (-1, -1, 0L);
        var kept = new List<int>(order.Ids.Length);
        var repeats = 0L;
        for (var i = 0; i < order.Ids.Length; i++)
        {
            if (i == 0 || !string.Equals(order.Ids[i], order.Ids[i - 1], StringComparison.Ordinal))
            {
                kept.Add(i);
                continue;
            }

            var same = SameRow(table, order.Rows[kept[^1]], order.Rows[i]);
            if (same) repeats++;
            else others++;
            if ((!same || refuse) && (second < 0 || order.Rows[i] < second)) (first, second) = (order.Rows[kept[^1]], order.Rows[i]);
        }

        if (others > 0) throw PeopleProblems.DuplicateIds(id!, FirstOther(table, order, out second), second, others - 1, IdDoubts.Mend(id!.Text(second).Trim()));
        if (refuse && repeats > 0) throw PeopleProblems.RepeatedRow(id!, first, second, repeats - 1);
        book.Rows(Duplicates, repeats);
        return kept.Count == order.Ids.Length ? (order.Ids, order.Rows) : ([.. kept.Select(i => order.Ids[i])], [.. kept.Select(i => order.Rows[i])]);
    }

    // The earliest row of the file that has the id of another row and other values.
    private static int FirstOther(Table table, IdOrder order, out int second)
    {
        var first = second = -1;
        var start = 0;
        for (var i = 1; i < order.Ids.Length; i++)
        {
            if (!string.Equals(order.Ids[i], order.Ids[i - 1], StringComparison.Ordinal)) start = i;
            else if (!SameRow(table, order.Rows[start], order.Rows[i]) && (second < 0 || order.Rows[i] < second)) (first, second) = (order.Rows[start], order.Rows[i]);
        }

        return first;
    }

    private static bool SameRow(Table table, int a, int b)
    {
        foreach (var column in table.Columns)
        {
            if (!Sales.Layouts.Words.Trim(column.Cells[a]).SequenceEqual(Sales.Layouts.Words.Trim(column.Cells[b]))) return false;
        }

        return true;
    }

    private static bool IsIdentity(int[] rows, int count)
    {
        if (rows.Length != count) return false;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] != i) return false;
        }

        return true;
    }

    private static int[] Places(int[] rows, int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        for (var i = 0; i < rows.Length; i++) places[rows[i]] = i;
        return places;
    }
}
