using Clientele.Tables;

namespace Clientele.Clusters;

/// <summary>Which columns of a table are clustered by.</summary>
/// <param name="Columns">In the order asked for; in that of the table when nobody asked.</param>
/// <param name="Categorical">For each, whether its texts are categories.</param>
internal sealed record ColumnChoice(IReadOnlyList<TableColumn> Columns, IReadOnlyList<bool> Categorical)
{
    /// <summary>Those whose words count as their frequency.</summary>
    public IReadOnlySet<TableColumn> Frequent { get; init; } = new HashSet<TableColumn>();

    public static ColumnChoice Of(Table table, ClusterPlan plan, List<string> notes)
    {
        var id = plan.Id is null ? null : table.Find(plan.Id, "--id");
        var (columns, categorical, left) = (new List<TableColumn>(), new List<bool>(), new List<string>());
        foreach (var asked in plan.Columns) Add(table.Find(asked, "--columns"), "--columns", category: false);
        foreach (var asked in plan.Categorical) Add(table.Find(asked, "--categorical"), "--categorical", category: true);
        var frequent = new HashSet<TableColumn>();
        foreach (var asked in plan.Frequency)
        {
            // A column may be named under --columns, too.
            var column = table.Find(asked, "--frequency");
            if (!frequent.Add(column) || plan.Columns.Count == 0 || !columns.Contains(column) || categorical[columns.IndexOf(column)]) Add(column, "--frequency", category: false);
        }

        if (plan.Columns.Count == 0)
        {
            foreach (var column in Numeric(table, id, columns, left, notes))
            {
                columns.Insert(categorical.Count(c => !c), column);
                categorical.Insert(categorical.Count(c => !c), false);
            }
        }

        if (columns.Count == 0) throw ClusterProblems.NothingNumeric(table, left);
        return new(columns, categorical) { Frequent = frequent };

        void Add(TableColumn column, string option, bool category)
        {
            // A column may be named under --columns and marked under --categorical.
            var at = columns.IndexOf(column);
            if (at >= 0 && category && !categorical[at]) categorical[at] = true;
            else if (at >= 0) throw ClusterProblems.ColumnTwice(column, option);
            else
            {
                columns.Add(column);
                categorical.Add(category);
            }
        }
    }

    private static List<TableColumn> Numeric(Table table, TableColumn? id, List<TableColumn> taken, List<string> left, List<string> notes)
    {
        var chosen = new List<TableColumn>();
        foreach (var column in table.Columns)
        {
            if (ReferenceEquals(column, id) || taken.Contains(column)) continue;
            var nature = ColumnNature.Of(column);
            if (nature.Kind is ColumnKind.Count or ColumnKind.Amount or ColumnKind.Flag && column.Evidence.IsNumeric)
            {
                if (IsConstant(column)) left.Add($"{column.Name} (the same in every row)");
                else chosen.Add(column);
            }
            else if (nature.Kind is ColumnKind.Id || column.Evidence.Numbers > 0) left.Add($"{column.Name} ({Word(nature.Kind)}: {nature.Reason})");
        }

        notes.Add($"Clustered by every numeric column that is no id: {ClusterWords.List([.. chosen.Select(c => c.Name)])}. Choose with --columns.");
        if (left.Count > 0) notes.Add($"Left out: {ClusterWords.List(left)}.");
        return chosen;
    }

    private static bool IsConstant(TableColumn column)
    {
        for (var row = 1; row < column.Rows; row++)
        {
            if (!column.Cells[row].SequenceEqual(column.Cells[0])) return false;
        }

        return true;
    }

    private static string Word(ColumnKind kind) => kind switch
    {
        ColumnKind.Id => "an id",
        ColumnKind.Date => "days",
        _ => "text",
    };
}
