using System.Globalization;
using System.Text;

namespace Clientele.Sales.Layouts;

/// <summary>What a person is told when a file cannot be understood. No cell of a customer column ever appears here.</summary>
internal static class LayoutProblems
{
    private const int MostShown = 80;

    public static UserException Empty(string path) => new("file.empty", $"{path} is empty.", "Give a file with a header and lines.", ExitCode.BadData);

    public static UserException NoRows(string path) => new("sales.no-rows", $"{path} has a header and 0 data rows.", "Export the file again with its lines in it.", ExitCode.BadData);

    public static UserException LongRecord(string path, int line) => new(
        "sales.long-record", $"{path}:{line}: no whole record fits into the first 64 KiB behind this line.", "Look for a quote that is never closed.", ExitCode.Limit);

    public static UserException NoDelimiter(string path) => new(
        "sales.no-delimiter", $"{path}:1: no delimiter gives most lines the same number of fields (tried comma, semicolon, tab, pipe, blanks).",
        "Name it with --delimiter \";\" (or tab, blanks …), and see --encoding if the text looks strange.", ExitCode.BadData);

    public static UserException AmbiguousDelimiter(string path, int line, byte first, byte second) => new(
        "sales.ambiguous-delimiter",
        $"{path}:{line}: {Dialect.NameOf(first, first == ' ')} and {Dialect.NameOf(second, second == ' ')} explain the lines equally well.",
        $"Choose: --delimiter {Dialect.OptionOf(first, first == ' ')} or --delimiter {Dialect.OptionOf(second, second == ' ')}.", ExitCode.BadData);

    public static UserException UnclosedHeader(string path, SampleTable table, int record)
    {
        var row = table[record];
        var before = row.Text.AsSpan(row.Start, row.End.Trouble - row.Start);
        var line = row.Line + before.Count((byte)'\n');
        var column = row.End.Trouble - row.Start - before.LastIndexOf((byte)'\n');
        return new("sales.unclosed-quote", $"{path}:{line}:{column}: the quote that opens here is never closed.", "Close it, or double it if it belongs to the text.", ExitCode.BadData);
    }

    public static UserException ApostropheQuotes(string path, int line) => new(
        "sales.apostrophe-quotes", $"{path}:{line}: fields stand between apostrophes ('…'), which are read as part of the text.",
        "Export the file with double quotes (\"…\") around fields, or without any.", ExitCode.BadData);

    public static UserException BackslashQuotes(string path, int line, int count) => new(
        "sales.backslash-quotes", $"{path}:{line}: quotes inside fields are written as \\\" ({count} of the sampled lines).",
        "Export the file with doubled quotes (\"\") instead of backslashes.", ExitCode.BadData);

    public static UserException HeaderWidth(string path, int line, int names, int fields) => new(
        "sales.header-width", $"{path}:{line}: the header has {names} names and the lines have {fields} fields.",
        "Give every column a name, or say which line is the header with --header-line N (0 = there is none).", ExitCode.BadData);

    public static UserException NoSuchHeaderLine(string path, int line) => new(
        "sales.header-line", $"{path}: no record starts at line {line} of the beginning of the file.", "Give the line of the header as an editor counts it, or 0 for none.");

    public static UserException BadOption(string option, string value, string allowed) => new(
        "options.value", $"{option} does not know '{Cut(value)}'.", $"Give {allowed}.");

    public static UserException Missing(SampleColumns columns, Role role) => new(
        "sales.missing-column", $"{columns.Path}: no column looks like the {RoleFinder.NameOf(role)}. Found: {List(columns)}.",
        $"Name it with {RoleFinder.OptionOf(role)} <column name or number>.", ExitCode.BadData);

    public static UserException Choose(SampleColumns columns, Role role, int[] equals)
    {
        var option = RoleFinder.OptionOf(role);
        var names = new StringBuilder();
        var types = new StringBuilder();
        foreach (var column in equals)
        {
            names.Append(names.Length == 0 ? "" : ", ").Append(Cut(columns.Name(column))).Append(CultureInfo.InvariantCulture, $" (column {column + 1})");
            types.Append(types.Length == 0 ? "" : " or ").Append(option).Append(' ').Append(Typed(columns, column));
        }

        return new("sales.choose-column", $"{columns.Path}: {equals.Length} columns fit the {RoleFinder.NameOf(role)} equally: {names}.", $"Choose: {types}.", ExitCode.BadData);
    }

    public static UserException NoSuchColumn(SampleColumns columns, Role role, string asked) => new(
        "sales.unknown-column", $"{columns.Path}: there is no column '{Cut(asked)}' for {RoleFinder.OptionOf(role)}. Found: {List(columns)}.",
        $"Give one of these names or a number from 1 to {columns.Count}.");

    public static UserException NameTwice(SampleColumns columns, Role role, string asked, int first, int second) => new(
        "sales.duplicate-name", $"{columns.Path}: columns {first + 1} and {second + 1} are both called '{Cut(asked)}'.",
        $"Choose by number: {RoleFinder.OptionOf(role)} {first + 1} or {RoleFinder.OptionOf(role)} {second + 1}.");

    public static UserException ColumnTwice(SampleColumns columns, Role role, int column) => new(
        "sales.column-twice", $"{columns.Path}: column '{Cut(columns.Name(column))}' is named for two roles, the second is {RoleFinder.OptionOf(role)}.",
        "Name a column once.");

    public static UserException CustomerTable(SampleColumns columns, int ids) => new(
        "sales.customer-table",
        $"{columns.Path} is not a sales file: it has one row per customer ({Cut(columns.Name(ids))} is different in every row) and no day of sale. Found: {List(columns)}.",
        "Give the file of single sales (customer, date, amount per line). If this is one, name its columns with --customer and --date.", ExitCode.BadData);

    public static UserException DamagedIds(SampleColumns columns, int column, int damaged, int filled) => new(
        "sales.damaged-ids", $"{columns.Path}: {damaged} of {filled} sampled ids in column '{Cut(columns.Name(column))}' are written like 1.23E+11: a spreadsheet has cut off their last digits.",
        "Export the file again from the shop system without opening it in a spreadsheet.", ExitCode.BadData);

    public static UserException OrderTotal(SampleColumns columns, int amount) => new(
        "sales.order-total", $"{columns.Path}: '{Cut(columns.Name(amount))}' holds the same value in every line of an invoice, so it looks like the total of the order; adding it up would count orders several times.",
        $"Say --price <column> and --amount \"\" to use prices, or --amount {Typed(columns, amount)} if it is the money of the line.", ExitCode.BadData);

    public static UserException AmountIsPrice(SampleColumns columns, int amount, int price) => new(
        "sales.amount-or-price", $"{columns.Path}: '{Cut(columns.Name(amount))}' equals '{Cut(columns.Name(price))}' also where the quantity is not 1: one of them is not what its name says.",
        $"Say --amount \"\" to count quantity × price, or --price \"\" to count '{Cut(columns.Name(amount))}' as the money of the line.", ExitCode.BadData);

    public static UserException Unreadable(SampleColumns columns, Role role, int column, int record, string fix) => new(
        role is Role.Date or Role.Time ? "sales.unreadable-dates" : "sales.unreadable-numbers",
        $"{columns.Path}:{columns.Table[record].Line} [{Cut(columns.Name(column))}]: most cells of the {RoleFinder.NameOf(role)} column cannot be read, like \"{Cut(columns.Table.CellText(record, column))}\".",
        fix, ExitCode.BadData);

    public static UserException Currencies(string path, string codes) => new(
        "sales.several-currencies", $"{path}: amounts are in several currencies: {codes}. Adding them up would mean nothing.",
        "Give one file per currency, or amounts in one currency (then --currency \"\" leaves a currency column out).", ExitCode.BadData);

    public static UserException DateOrderUnknown(string path, long dates) => new(
        "sales.date-order", $"{path}: no date has a day or month above 12 ({dates} looked at), so nothing proves which comes first.",
        "Say --date-order dmy (31/12/2011) or --date-order mdy (12/31/2011).", ExitCode.BadData);

    public static UserException DateOrderMixed(string path, long dayFirst, long monthFirst) => new(
        "sales.date-order-mixed", $"{path}: {dayFirst} dates can only be day first and {monthFirst} only month first, so the others could be either.",
        "Say --date-order dmy or --date-order mdy (dates of the other kind then count as unreadable), or mend the file.", ExitCode.BadData);

    public static UserException DecimalUnknown(string path, long numbers) => new(
        "sales.decimal-mark", $"{path}: {numbers} numbers are like 1,234 or 1.234 and nothing in the file proves whether that is more than a thousand or little more than one.",
        "Say --decimal point (1,234 is 1234) or --decimal comma (1,234 is 1.234).", ExitCode.BadData);

    public static UserException DecimalMixed(string path, long points, long commas) => new(
        "sales.decimal-mark-mixed", $"{path}: {points} numbers prove a decimal point and {commas} a decimal comma, so others like 1,234 could be either.",
        "Say --decimal point or --decimal comma (numbers of the other kind then count as unreadable), or mend the file.", ExitCode.BadData);

    private static string List(SampleColumns columns)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Math.Min(columns.Count, 40); i++) text.Append(i == 0 ? "" : ", ").Append(Cut(columns.Name(i)));
        return columns.Count > 40 ? text.Append(CultureInfo.InvariantCulture, $" … ({columns.Count} columns)").ToString() : text.ToString();
    }

    /// <summary>How the column is named on the command line: by number where the name does not name it alone.</summary>
    private static string Typed(SampleColumns columns, int column)
    {
        var name = columns.Name(column);
        for (var i = 0; i < columns.Count; i++)
        {
            if (i != column && string.Equals(columns.Name(i), name, StringComparison.OrdinalIgnoreCase)) return (column + 1).ToString(CultureInfo.InvariantCulture);
        }

        return columns.Header.Record < 0 || name.Length > MostShown ? (column + 1).ToString(CultureInfo.InvariantCulture)
            : IsPlain(name) ? name : $"\"{Cut(name)}\"";
    }

    private static bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.')) return false;
        }

        return true;
    }

    /// <summary>At most 80 characters, without control characters.</summary>
    private static string Cut(string value)
    {
        var text = new StringBuilder(Math.Min(value.Length, MostShown) + 1);
        foreach (var c in value)
        {
            if (text.Length == MostShown) return text.Append('…').ToString();
            text.Append(char.IsControl(c) ? ' ' : c);
        }

        return text.ToString();
    }
}
