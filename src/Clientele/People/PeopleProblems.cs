using System.Globalization;
using Clientele.Tables;

namespace Clientele.People;

/// <summary>What a person is told when a customer table cannot be used. No id and no cell of the id column ever appears here.</summary>
internal static class PeopleProblems
{
    public static UserException DateOrderUnknown(TableColumn column, int row, long dates) => new(
        "people.date-order", $"{column.Table.Place(row, column)}: no date of this column has a day or month above 12 ({Count(dates)} looked at), so nothing proves which comes first.",
        "Say --date-order dmy (31/12/2011) or --date-order mdy (12/31/2011).", ExitCode.BadData);

    public static UserException DateOrderMixed(TableColumn column, long dayFirst, long monthFirst) => new(
        "people.date-order-mixed", $"{column.Table.Path} [{TableProblems.Cut(column.Name)}]: {Count(dayFirst)} dates can only be day first and {Count(monthFirst)} only month first, so the others could be either.",
        "Say --date-order dmy or --date-order mdy (dates of the other kind then count as unreadable), or mend the file.", ExitCode.BadData);

    public static UserException Option(string option, string text, string takes) => new("people.option", $"{option} does not understand '{TableProblems.Cut(text)}'.", takes);

    public static UserException TypeWord(string word) => new("people.type", $"--type does not know '{TableProblems.Cut(word)}'.", $"Choose one of: {string.Join(", ", Typing.TypeWords.Names)}.");

    public static UserException TypeTwice(TableColumn column, string option) => new("people.type-twice", $"{option} names column '{TableProblems.Cut(column.Name)}' twice.", "Name a column once.");

    public static UserException OrderLevels(TableColumn column, IReadOnlyList<string> unlisted) => new(
        "people.order-levels", $"{column.Table.Path} [{TableProblems.Cut(column.Name)}]: --order leaves out {string.Join(", ", unlisted.Take(10).Select(l => $"'{TableProblems.Cut(l)}'"))}.",
        "List every level once, the least first: --order \"Education=Basic<Graduation<PhD\".");

    public static UserException NotADate(TableColumn column, int row) => new(
        "people.not-a-date", $"{column.Table.Place(row, column)}: \"{TableProblems.Cut(column.Text(row))}\" is no date.", "Give --type another word for this column, or see --date-order.", ExitCode.BadData);

    public static UserException DuplicateIds(TableColumn column, int first, int second, long more, string? mend) => new(
        "people.duplicate-ids",
        $"{column.Table.Place(second, column)}: the id of line {Text(column.Table.Line(first))} stands here again with other values{(more > 0 ? $", and {Count(more)} more rows repeat an id" : "")}.",
        mend ?? "A customer table has one row per customer: mend the file, name another column with --id, or segment it as sales when these are single sales.", ExitCode.BadData);

    public static UserException RepeatedRow(TableColumn column, int first, int second, long more) => new(
        "people.repeated-row", $"{column.Table.Place(second, column)}: this row repeats line {Text(column.Table.Line(first))} word for word{(more > 0 ? $", and {Count(more)} more rows repeat another" : "")}.",
        "Say --duplicates drop to leave repeats out.", ExitCode.BadData);

    public static UserException NoIds(Table table, string column) => new(
        "people.no-ids", $"{table.Path}: no cell of the id column '{TableProblems.Cut(column)}' is filled.", "Name another column with --id.", ExitCode.BadData);

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long value, string one) => $"{Count(value)} {one}{(value == 1 ? "" : "s")}";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
