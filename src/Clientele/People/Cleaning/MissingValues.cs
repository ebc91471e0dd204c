using Clientele.Customers;
using Clientele.Numerics;
using Clientele.Numerics.Imputing;
using Clientele.People.Reading;

namespace Clientele.People.Cleaning;

/// <summary>Gaps: filled, or their rows dropped. Outcomes are neither filled nor looked at; ids, texts and dates are left as they are.</summary>
internal sealed class MissingValues(string how, double value, int neighbours, bool flags) : TableRule
{
    private const string Unknown = "Unknown";
    private static readonly Knob s_how = Knob.OfWords("how", "What fills a gap", "median", "mean", "mode", "constant", "knn", "drop", "keep");
    private static readonly Knob s_flag = Knob.OfWords("flags", "A column that says where something was missing", "noflag", "flag");
    private static readonly Knob s_value = new("value", "What a constant fills in: the number, or the number of neighbours for knn", 0, -1e15, 1e15) { Otherwise = "0, or 5 neighbours" };

    public static Choice<TableRule> Choice { get; } = new(
        "missing", "Gaps are filled with the median, mean, mode, a constant or the nearest rows, or their rows are dropped; categories take their mode, or 'Unknown' for a constant.",
        [s_how, s_flag, s_value], Create);

    internal override void Apply(Roster roster, DateTime? asOf, RunContext context)
    {
        int[] columns = [.. Enumerable.Range(0, roster.Columns.Count).Where(q => Takes(roster.Columns[q]))];
        var gaps = new Dictionary<int, int[]>();
        foreach (var q in columns)
        {
            if (Cell.Missing(roster.Columns[q].Column, roster.Count) is { Length: > 0 } rows) gaps.Add(q, rows);
        }

        if (how == "drop") Drop(roster, gaps);
        else roster.Book.Rows("missing", 0);
        if (how is "drop" or "keep" || gaps.Count == 0) return;
        if (flags) AddFlags(roster, gaps);
        if (how == "knn") ByNeighbours(roster, columns, gaps, context);
        else ByColumn(roster, gaps);
    }

    private static MissingValues Create(Settings settings)
    {
        var (how, value) = (settings.Word(s_how), settings[s_value]);
        if (how == "knn" && settings.Has(s_value) && !(value >= 1 && value <= 1000 && value == Math.Floor(value))) throw PeopleProblems.Option("--missing", $"knn:{Cell.Text(value)}", "Neighbours are a whole number from 1 to 1000: --missing knn:5.");
        return new(how, value, settings.Has(s_value) && how == "knn" ? (int)value : 5, settings.Word(s_flag) == "flag");
    }

    private static bool Takes(RosterColumn column) =>
        column.Note.Part != ColumnPart.Outcome
        && (column.Column.Kind == ColumnKind.Number || column.Column.Nature is Tables.ColumnKind.Category or Tables.ColumnKind.Ordinal);

    private static void Drop(Roster roster, Dictionary<int, int[]> gaps)
    {
        var leaves = new bool[roster.Count];
        foreach (var (q, rows) in gaps)
        {
            roster.Book.Cells("missing", roster.Columns[q], roster.Ids, rows, "row dropped", "nothing is known", _ => ("", "", "missing"));
            foreach (var row in rows) leaves[row] = true;
        }

        roster.Drop("missing", leaves);
    }

    private static void AddFlags(Roster roster, Dictionary<int, int[]> gaps)
    {
        foreach (var (q, rows) in gaps)
        {
            var (column, values) = (roster.Columns[q], new double[roster.Count]);
            foreach (var row in rows) values[row] = 1;
            var flag = new CustomerColumn(column.Name + "_missing", "", $"1 where {column.Name} was missing", ColumnKind.Number) { Numbers = values, Nature = Tables.ColumnKind.Flag, Reason = "made by --missing" };
            roster.Columns.Add(new(flag, new ColumnNote(ColumnPart.Derived, ""), roster.NoLines));
        }
    }

    private void ByColumn(Roster roster, Dictionary<int, int[]> gaps)
    {
        foreach (var (q, rows) in gaps)
        {
            var column = roster.Columns[q];
            if (rows.Length == roster.Count && how != "constant")
            {
                roster.Book.Find("people.nothing-known", $"{column.Name} has no value to fill its gaps with.", rows.Length);
                continue;
            }

            var category = IsCategory(column);
            if (category && how == "constant" && column.Column.Kind == ColumnKind.Text) Put(roster, q, rows, _ => Unknown, "filled in", "a constant");
            else if (category && how != "constant")
            {
                var mode = column.Column.Kind == ColumnKind.Text ? Mode(column.Column) : Cell.Text(Number(column, new Fill(FillKind.Mode)));
                Put(roster, q, rows, _ => mode, "filled in", $"the commonest, {mode}");
            }
            else
            {
                var number = Number(column, new Fill(how switch { "mean" => FillKind.Mean, "mode" => FillKind.Mode, "constant" => FillKind.Constant, _ => FillKind.Median }, Value: value));
                Put(roster, q, rows, _ => Cell.Text(number), "filled in", $"the {how}, {Cell.Text(number)}", _ => number);
            }
        }
    }

    private void ByNeighbours(Roster roster, int[] columns, Dictionary<int, int[]> gaps, RunContext context)
    {
        // By name, so that the order of columns in a file changes nothing.
        int[] used = [.. columns.Where(q => !(gaps.TryGetValue(q, out var rows) && rows.Length == roster.Count)).OrderBy(q => roster.Columns[q].Name, StringComparer.Ordinal)];
        if ((long)used.Length * roster.Count > Array.MaxLength) throw new UserException("people.knn-size", $"{PeopleProblems.Count(roster.Count)} rows of {used.Length} columns are too many for --missing knn.", "Say --missing median.", ExitCode.Limit);
        var (values, codes) = (new double[used.Length * roster.Count], new Dictionary<int, string[]>());
        for (var p = 0; p < used.Length; p++)
        {
            var column = roster.Columns[used[p]].Column;
            var levels = column.Kind == ColumnKind.Text ? codes[used[p]] = [.. column.Levels.Order(StringComparer.Ordinal)] : null;
            for (var row = 0; row < roster.Count; row++)
            {
                values[(row * used.Length) + p] = levels is null ? column.Numbers[row]
                    : column.Texts[row].Length == 0 ? double.NaN : Array.BinarySearch(levels, column.Texts[row], StringComparer.Ordinal);
            }
        }

        var matrix = new Matrix(values, roster.Count, used.Length);
        Fill[] fills = [.. used.Select(q => new Fill(FillKind.Neighbours, IsCategory(roster.Columns[q])))];
        var filled = Imputer.Fit(matrix, fills, new ImputerOptions { Neighbours = neighbours }).Apply(matrix, new FitContext { Threads = context.Threads, Cancellation = context.Cancellation });
        foreach (var (q, rows) in gaps)
        {
            var p = Array.IndexOf(used, q);
            if (p < 0) continue;
            double At(int row) => filled.Values[(row * used.Length) + p];
            Put(roster, q, rows, row => codes.TryGetValue(q, out var levels) ? levels[(int)At(row)] : Cell.Text(At(row)), "filled in", $"the {neighbours} nearest rows", At);
        }
    }

    private static void Put(Roster roster, int q, int[] rows, Func<int, string> text, string action, string reason, Func<int, double>? number = null)
    {
        var column = roster.Columns[q];
        roster.Book.Cells("missing", column, roster.Ids, rows, action, reason, row => ("", text(row), "missing"));
        if (column.Column.Kind == ColumnKind.Text)
        {
            var texts = (string[])column.Column.Texts.Clone();
            foreach (var row in rows) texts[row] = text(row);
            roster.Columns[q] = column with { Column = Cell.Texts(column.Column, texts) };
            return;
        }

        var numbers = (double[])column.Column.Numbers.Clone();
        foreach (var row in rows) numbers[row] = number?.Invoke(row) ?? double.Parse(text(row), System.Globalization.CultureInfo.InvariantCulture);
        roster.Columns[q] = column with { Column = column.Column with { Numbers = numbers } };
    }

    private static bool IsCategory(RosterColumn column) => column.Column.Kind == ColumnKind.Text || column.Column.Nature == Tables.ColumnKind.Flag;

    private static double Number(RosterColumn column, Fill fill) => Imputer.Fit(new Matrix(column.Column.Numbers, column.Column.Numbers.Length, 1), [fill]).Numbers[0];

    private static string Mode(CustomerColumn column) =>
        column.Texts.Where(t => t.Length > 0).CountBy(t => t, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
}
