using System.Buffers;
using Clientele.People.Typing;
using Clientele.Tables;
using Words = Clientele.Sales.Layouts.Words;

namespace Clientele.People.Reading;

/// <summary>Columns that may have been meant otherwise than they were typed; told, because a column taken for words forms no segments.</summary>
internal static class ColumnDoubts
{
    private const double LeastDay = 20_000; // 1954
    private const double MostDay = 60_000; // 2064
    private const int Looked = 200;

    private static readonly SearchValues<byte> s_hex = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly SearchValues<byte> s_underscored = SearchValues.Create("0123456789_."u8);
    private static readonly SearchValues<byte> s_grouped = SearchValues.Create("0123456789,."u8);

    public static void Find(TableColumn[] columns, TypedColumn[] typed, AuditBook book)
    {
        for (var q = 0; q < columns.Length; q++)
        {
            var (column, nature) = (columns[q], typed[q].Column.Nature);
            if (typed[q].Column.Reason == ColumnTyper.AskedFor) continue;
            var (evidence, name) = (column.Evidence, TableProblems.Cut(column.Name));
            if (nature is ColumnKind.Count or ColumnKind.Amount)
            {
                if (IsDays(column.Name, typed[q].Column.Numbers))
                    book.Find("people.day-numbers", $"{name} may hold days as a spreadsheet counts them (40,909 is 1 Jan 2012). If so: --type \"{name}=date\" --date-order excel.", evidence.Filled);
            }
            else if (nature is ColumnKind.Text or ColumnKind.Id or ColumnKind.Category && !ColumnNature.NamesThings(column.Name))
            {
                if (evidence.Numbers * 2 >= evidence.Filled && evidence.Numbers < evidence.Filled)
                    book.Find("people.some-numbers", $"{name} is taken for words: {PeopleProblems.Count(evidence.Filled - evidence.Numbers)} of its {PeopleProblems.Count(evidence.Filled)} filled cells are no numbers (the first in line {PeopleProblems.Count(column.Table.Line(evidence.FirstOther))}). --type \"{name}=amount\" takes it for numbers and sets those cells missing.", evidence.Filled - evidence.Numbers);
                else if (evidence.Numbers * 2 < evidence.Filled && Foreign(column) is { } kind)
                    book.Find("people.unread-numbers", $"{name} is taken for words: its cells are {kind}, which are not read as numbers. Write them with digits, at most one decimal mark, and thousands in groups of three.", evidence.Filled);
            }
        }
    }

    private static bool IsDays(string name, double[] numbers)
    {
        var words = new NameWords(name, "");
        if (!words.Names("date", "day", "dt", "datum", "fecha", "data", "joined", "since", "enrolled", "registered", "birthdate", "birthday", "dob", "geburtsdatum")) return false;
        var known = 0;
        foreach (var value in numbers)
        {
            if (double.IsNaN(value)) continue;
            if (!(value >= LeastDay && value <= MostDay)) return false;
            known++;
        }

        return known > 0;
    }

    // One kind for all cells looked at, or null.
    private static string? Foreign(TableColumn column)
    {
        var (kind, looked) = ("", 0);
        for (var row = 0; row < column.Rows && looked < Looked; row++)
        {
            if (column.IsMissing(row)) continue;
            if (Foreign(Words.Trim(column.Cells[row])) is not { } found || (looked > 0 && found != kind)) return null;
            (kind, looked) = (found, looked + 1);
        }

        return looked > 0 ? kind : null;
    }

    private static string? Foreign(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > 2 && cell[0] == '0' && (cell[1] | 0x20) == 'x') return !cell[2..].ContainsAnyExcept(s_hex) ? "hexadecimal" : null;
        if (cell.ContainsAnyExceptInRange((byte)0, (byte)0x7F)) return IsOtherDigits(System.Text.Encoding.UTF8.GetString(cell)) ? "in digits of another script" : null;
        if (cell.Length == 0 || cell[0] is < (byte)'0' or > (byte)'9') return null;
        if (cell.Contains((byte)'_')) return !cell.ContainsAnyExcept(s_underscored) ? "grouped by underscores" : null;
        return cell.Count((byte)',') > 1 && !cell.ContainsAnyExcept(s_grouped) ? "grouped by hundreds or otherwise" : null;
    }

    private static bool IsOtherDigits(string text)
    {
        var some = false;
        foreach (var c in text)
        {
            var digit = char.IsDigit(c) || c is '½' or '¼' or '¾';
            if (!digit && c is not ('.' or ',' or '٫' or '٬' or '-')) return false;
            some |= digit && !char.IsAsciiDigit(c);
        }

        return some;
    }
}
