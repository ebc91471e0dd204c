using Clientele.Numerics;
using Clientele.Tables;

namespace Clientele.Clusters;

/// <summary>What a person is told when a table cannot be clustered.</summary>
internal static class ClusterProblems
{
    public static UserException Scale(string name) => new("cluster.scale", $"There is no scale '{TableProblems.Cut(name)}'.", $"Choose one of: {string.Join(", ", ColumnScaling.Names)}.");

    public static UserException Missing(string name) => new("cluster.missing", $"--missing does not know '{TableProblems.Cut(name)}'.", $"Choose one of: {string.Join(", ", MissingRule.Names)}.");

    public static UserException NothingNumeric(Table table, IReadOnlyList<string> left) => new(
        "cluster.no-columns", $"{table.Path} has no column of numbers that tells rows apart. {(left.Count > 0 ? $"Left out: {ClusterWords.List([.. left.Select(TableProblems.Cut)])}." : $"Found: {TableProblems.Names(table)}.")}", "Name columns with --columns a,b; columns of words need --categorical and --method kprototypes.", ExitCode.BadData);

    public static UserException ColumnTwice(TableColumn column, string option) => new(
        "cluster.column-twice", $"Column '{TableProblems.Cut(column.Name)}' is named twice, the second time behind {option}.", "Name a column once.");

    public static UserException MissingValues(IReadOnlyList<TableColumn> columns, int first)
    {
        var column = columns[first];
        var (rows, whole) = (column.Evidence.Missing, columns.Sum(c => c.Evidence.Missing));
        return new(
            "cluster.missing-values",
            $"{column.Table.Place(column.Evidence.FirstMissing, column)}: nothing stands here{(rows == 1 ? "" : $", and in {ClusterWords.Count(rows - 1, "more row")} of this column")} ({ClusterWords.Count(whole, "missing value")} in all columns used).",
            "Say --missing drop (leave those rows out), --missing mean or --missing median (fill them in), or choose other --columns.", ExitCode.BadData);
    }

    public static UserException NothingKnown(TableColumn column) => new(
        "cluster.empty-column", $"{column.Table.Path}: no cell of column '{TableProblems.Cut(column.Name)}' is filled.", "Choose other --columns.", ExitCode.BadData);

    public static UserException NoRowsLeft(Table table, string rule) => new(
        "cluster.no-rows", $"{table.Path}: of {ClusterWords.Count(table.Rows, "row")} none is left after --missing {rule}.", "Say --missing median, or choose other --columns.", ExitCode.BadData);

    public static UserException TooManyValues(int rows, int columns) => new(
        "cluster.too-many-values", $"{ClusterWords.Count(rows)} rows of {ClusterWords.Count(columns, "column")} are more than {ClusterWords.Count(Array.MaxLength)} values.", "Give fewer rows or columns.", ExitCode.Limit);

    public static UserException BeyondRange(string column) => new(
        "cluster.beyond-range", $"Values of '{TableProblems.Cut(column)}' leave the range of numbers (1.8 × 10^308) when they are scaled.", "Say --scale none, or divide the column by a large number.", ExitCode.BadData);

    public static UserException FindsK(string method, string reason) => new("cluster.k", $"-k means nothing for {method}: {reason}.", "Leave -k out, or choose another --method.");

    public static UserException NoCategories(string method, IEnumerable<string> able) => new(
        "cluster.categories", $"{method} takes numbers only; --categorical names columns of categories.", able.Any() ? $"Use --method {string.Join(" or ", able)}, or leave --categorical out." : "Leave --categorical out.");

    public static UserException ForeignSetting(string method, string knob, IEnumerable<string> owners, IEnumerable<string> own) => new(
        "cluster.setting", $"{method} has no setting --{knob}; it belongs to {ClusterWords.List([.. owners])}.",
        own.Any() ? $"{method} takes: {string.Join(", ", own.Select(name => "--" + name))}." : $"{method} takes no settings of its own.");

    public static UserException Memory(string method, MemoryLimitException problem) => new(
        "cluster.memory", problem.Message[..^problem.Instead.Length].TrimEnd(), $"{problem.Instead} Or take another --method than {method}.", ExitCode.Limit);

    public static UserException NotAModel(string path, string why) => new("cluster.model", $"{path} is not a model that this program can read: {why}", "Give the model.json of a folder that 'clientele cluster' wrote.", ExitCode.BadData);

    public static UserException ModelColumn(Table table, string path, string column) => new(
        "cluster.model-column", $"{table.Path} has no column '{TableProblems.Cut(column)}', which {path} was fitted on. Found: {TableProblems.Names(table)}.", "Give a table with the same columns; their order does not matter.", ExitCode.BadData);

    public static UserException ModelUnit(TableColumn column, string path, string? fitted, string? now) => new(
        "cluster.model-unit", $"{column.Table.Path} [{TableProblems.Cut(column.Name)}] is in {now ?? "no unit"}; {path} was fitted on {fitted ?? "no unit"}.", "Give the column in the unit that was fitted.", ExitCode.BadData);

    public static UserException ModelScale(TableColumn column, string path, ClusterColumn fitted, double middle) => new(
        "cluster.model-scale",
        $"{column.Table.Path} [{TableProblems.Cut(column.Name)}]: the middle value is {ClusterWords.Value(middle)}; {path} was fitted on {ClusterWords.Value(fitted.Least)} to {ClusterWords.Value(fitted.Most)}. Another unit?",
        "Give the column in the unit that was fitted, or say --trust-units when these rows really differ so much.", ExitCode.BadData);

    public static UserException NewCategory(TableColumn column, int row, string path) => new(
        "cluster.new-category", $"{column.Table.Place(row, column)}: \"{TableProblems.Cut(column.Text(row).Trim())}\" was not there when {path} was fitted.", "Mend the value, or fit a new model with these rows.", ExitCode.BadData);

    public static UserException SettingForAll(string knob) => new("cluster.setting", $"--method all runs every method with its own settings; --{knob} cannot be given.", $"Leave --{knob} out, or name one method.");

    public static UserException NoMethod(IReadOnlyList<ComparedMethod> rows) => new(
        "cluster.no-method", $"No method could run: {ClusterWords.List([.. rows.Select(r => $"{r.Name} ({r.LeftOut})")])}.", "Name one method with --method and follow its advice.", ExitCode.Limit);

    public static UserException ModelOption(string option) => new("usage.contradiction", $"{option} cannot be given with --model: the model says it.", $"Leave {option} out.");

    public static UserException ModelMissing(TableColumn column) => new(
        "cluster.missing-values",
        $"{column.Table.Place(column.Evidence.FirstMissing, column)}: nothing stands here, and in {ClusterWords.Count(column.Evidence.Missing - 1)} more rows; when the model was fitted, nothing was missing.",
        "Fill the cells, leave those rows out, or fit the model with --missing drop, mean or median.", ExitCode.BadData);
}
