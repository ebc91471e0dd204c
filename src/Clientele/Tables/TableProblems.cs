using System.Globalization;
using System.Text;

namespace Clientele.Tables;

/// <summary>What a person is told when a table cannot be used.</summary>
internal static class TableProblems
{
    private const int MostShown = 80;
    private const int MostNames = 40;

    public static UserException OneFile(string path, int count) => new("table.one-file", $"'{path}' names {count} files.", "Give one table.");

    public static UserException Width(string path, long line, int fields, int columns) => new(
        "table.width", $"{path}:{line}: {fields} field{(fields == 1 ? "" : "s")} instead of {columns}.", "Look for a delimiter inside a value; put quotes (\"…\") around that value.", ExitCode.BadData);

    public static UserException TextAfterQuote(string path, long line) => new(
        "table.quote", $"{path}:{line}: text after a closing quote.", "Double the quotes (\"\") that belong to a value.", ExitCode.BadData);

    public static UserException Damaged(string path, long line) => new(
        "table.damaged-text", $"{path}:{line}: damaged text (zero bytes or broken UTF-8).", "Export the file again.", ExitCode.BadData);

    public static UserException TooLarge(string path, long line) => new(
        "table.too-large", $"{path}:{line}: the table has more than {Count(Array.MaxLength)} rows.", "Give fewer rows.", ExitCode.Limit);

    public static UserException NoSuchColumn(Table table, string asked, string option) => new(
        "table.unknown-column", $"{table.Path}: there is no column '{Cut(asked)}' for {option}. Found: {Names(table)}.",
        $"Give one of these names or a number from 1 to {table.Columns.Count}.");

    public static UserException SeveralColumns(Table table, string asked, string option, TableColumn first, TableColumn second) => new(
        "table.several-columns", $"{table.Path}: '{Cut(asked)}' fits column {first.Number} ('{Cut(first.Name)}') and column {second.Number} ('{Cut(second.Name)}').",
        $"Choose by number: {option} {first.Number} or {option} {second.Number}.");

    public static UserException NotNumbers(TableColumn column, int row, ColumnEvidence evidence, string fix) => new(
        "table.not-a-number",
        $"{column.Table.Place(row, column)}: \"{Cut(column.Text(row))}\" is not a number ({Count(evidence.Filled - evidence.Numbers)} of {Count(evidence.Filled)} filled cells are not).",
        fix, ExitCode.BadData);

    public static UserException TooBig(TableColumn column, int row) => new(
        "table.number-too-large", $"{column.Table.Place(row, column)}: \"{Cut(column.Text(row))}\" is beyond the largest number, 1.8 × 10^308.", "Mend the value.", ExitCode.BadData);

    public static UserException Percent(TableColumn column, int row, bool has) => new(
        "table.percent", $"{column.Table.Place(row, column)}: \"{Cut(column.Text(row))}\" {(has ? "has a percent sign and others have none" : "has no percent sign and others have one")}.",
        "Write the whole column in one way.", ExitCode.BadData);

    public static UserException Currencies(TableColumn column, string codes) => new(
        "table.several-currencies", $"{column.Table.Path} [{Cut(column.Name)}]: amounts are in several currencies: {codes}.", "Give amounts in one currency.", ExitCode.BadData);

    public static UserException DecimalUnknown(TableColumn column, int row, long numbers) => new(
        "table.decimal-mark",
        $"{column.Table.Place(row, column)}: \"{Cut(column.Text(row))}\" and {Count(numbers - 1)} more could be thousands or decimals, and nothing in the file proves which.",
        "Say --decimal point (1,234 is 1234) or --decimal comma (1,234 is 1.234).", ExitCode.BadData);

    public static UserException DecimalMixed(TableColumn column, long points, long commas) => new(
        "table.decimal-mark-mixed", $"{column.Table.Path} [{Cut(column.Name)}]: {Count(points)} numbers prove a decimal point and {Count(commas)} a decimal comma, so others could be either.",
        "Say --decimal point or --decimal comma, or mend the file.", ExitCode.BadData);

    public static string Names(Table table)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Math.Min(table.Columns.Count, MostNames); i++) text.Append(i == 0 ? "" : ", ").Append(Cut(table.Columns[i].Name));
        return table.Columns.Count > MostNames ? text.Append(CultureInfo.InvariantCulture, $" … ({table.Columns.Count} columns)").ToString() : text.ToString();
    }

    /// <summary>At most 80 characters, without control characters.</summary>
    public static string Cut(string value)
    {
        var text = new StringBuilder(Math.Min(value.Length, MostShown) + 1);
        foreach (var c in value)
        {
            if (text.Length == MostShown) return text.Append('…').ToString();
            text.Append(char.IsControl(c) ? ' ' : c);
        }

        return text.ToString();
    }

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
