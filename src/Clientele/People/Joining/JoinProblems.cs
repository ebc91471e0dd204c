using Clientele.Tables;

namespace Clientele.People.Joining;

/// <summary>What a person is told when a table cannot be joined.</summary>
internal static class JoinProblems
{
    public static UserException NoKey(Table table) => new(
        "join.no-key", $"{table.Path}: no column names the customers. Found: {TableProblems.Names(table)}.", $"Name it: --with {table.Path}:column.", ExitCode.BadData);

    public static UserException SameFile(string path, string other) => new(
        "join.same-file", $"{path} is {other}, byte for byte: joining it would double its columns.", "Leave this --with out.");

    public static UserException KeyTwice(TableColumn column, int first, int second, long more) => new(
        "join.key-twice",
        $"{column.Table.Place(second, column)}: the key of line {column.Table.Line(first).ToString(System.Globalization.CultureInfo.InvariantCulture)} stands here again{(more > 0 ? $", and {PeopleProblems.Count(more)} more rows repeat a key" : "")}. Joining would multiply customers.",
        "Give a table with one row per customer, or name another key: --with table.csv:key.", ExitCode.BadData);

    public static UserException NoMatch(TableColumn column, long rows, long customers, (long Count, string Words)? hint) => new(
        "join.no-match",
        $"{column.Table.Path}: none of the {PeopleProblems.Count(rows)} keys in '{TableProblems.Cut(column.Name)}' is the id of one of the {PeopleProblems.Count(customers)} customers.{(hint is var (count, words) ? $" {PeopleProblems.Count(count)} would match {words}." : "")}",
        hint is null ? "Name the column of customer ids: --with table.csv:key." : "Write the ids the same way in both files.", ExitCode.BadData);
}
