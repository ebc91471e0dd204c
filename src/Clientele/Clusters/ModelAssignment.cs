using Clientele.Clusters.Files;
using Clientele.Numerics;
using Clientele.Tables;

namespace Clientele.Clusters;

/// <summary>New rows into the clusters of a model that was fitted before.</summary>
internal static class ModelAssignment
{
    // Fewer rows say little about the unit of a column.
    private const int LeastRows = 10;

    public static ClusterReport Run(ClusterPlan plan, Table table, TableColumn? id, RunContext context, StageClock clock)
    {
        var path = plan.Model!;
        var model = TableModel.Read(path);
        List<string> notes = [.. TableNotes.Of(table).Select(n => n.Text)];
        if (id is not null && IdNotes.Of(id) is { } doubt) notes.Add(doubt);
        var (columns, values) = (new TableColumn[model.Columns.Count], new double[model.Columns.Count][]);
        for (var q = 0; q < columns.Length; q++)
        {
            var fitted = model.Columns[q];
            columns[q] = table.Columns.FirstOrDefault(c => c.Name == fitted.Name) ?? throw ClusterProblems.ModelColumn(table, path, fitted.Name);
            values[q] = fitted.Categories is { } words ? Codes(columns[q], words, path) : fitted.Shares is { } shares ? Shares(columns[q], shares, path, notes) : Numbers(columns[q], fitted, plan, path);
        }

        var rows = Known(columns, model, values, notes);
        var input = ClusterInput.Gather(values, rows);
        var scaled = model.Scaling.Apply(input, model.Columns);
        clock.Note("preparing");
        var fit = new FitContext { Threads = context.Threads, Cancellation = context.Cancellation };
        var labels = rows.Length == 0 ? [] : model.Model.Assign(scaled, fit);
        clock.Note("assigning");
        return new ClusterReport
        {
            Plan = plan,
            Table = table,
            Id = id,
            Rows = rows,
            Labels = labels,
            Method = model.Model.Method,
            Model = model,
            Scores = Scores(scaled, labels, model, plan, context, notes),
            Means = ClusterMeans.Of(input, labels, model.Model.K, model.Columns),
            Notes = notes,
            Timings = clock.Times,
            Values = input,
            Points = scaled,
        };
    }

    private static double[] Numbers(TableColumn column, ClusterColumn fitted, ClusterPlan plan, string path)
    {
        var numbers = NumberColumn.Of(column, plan.Reading.Decimal);
        if (numbers.Unit != fitted.Unit) throw ClusterProblems.ModelUnit(column, path, fitted.Unit, numbers.Unit);
        double[] known = [.. numbers.Values.Where(v => !double.IsNaN(v))];
        if (known.Length < LeastRows || plan.TrustUnits) return numbers.Values;
        Array.Sort(known);
        var (middle, width) = (known[known.Length / 2], fitted.Most - fitted.Least);
        return middle >= fitted.Least - width && middle <= fitted.Most + width ? numbers.Values : throw ClusterProblems.ModelScale(column, path, fitted, middle);
    }

    private static double[] Codes(TableColumn column, IReadOnlyList<string> words, string path)
    {
        string[] sorted = [.. words];
        var codes = new double[column.Rows];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = column.IsMissing(row) ? double.NaN : Array.BinarySearch(sorted, column.Text(row).Trim(), StringComparer.Ordinal);
            if (codes[row] < 0) throw ClusterProblems.NewCategory(column, row, path);
        }

        return codes;
    }

    // The shares of the rows that were fitted: how frequent a word is among the new ones says nothing.
    private static double[] Shares(TableColumn column, IReadOnlyList<WordShare> shares, string path, List<string> notes)
    {
        var values = WordShares.Values(column, shares, out var unseen);
        if (unseen == 0) return values;
        if (unseen == column.Evidence.Filled) throw ClusterProblems.NewCategory(column, Array.FindIndex(values, v => !double.IsNaN(v)), path);
        notes.Add($"{ClusterWords.Count(unseen, "row")} of {ClusterWords.Count(column.Rows)} have a word in {column.Name} that was not there when the model was fitted; its share is 0.");
        return values;
    }

    // What was filled in when the model was fitted is filled in again; nothing is learnt from the new rows.
    private static int[] Known(TableColumn[] columns, TableModel model, double[][] values, List<string> notes)
    {
        var rows = new List<int>();
        for (var q = 0; q < values.Length; q++)
        {
            if (columns[q].Evidence.Missing == 0) continue;
            if (model.Columns[q].Fill is { } fill)
            {
                for (var row = 0; row < values[q].Length; row++)
                {
                    if (double.IsNaN(values[q][row])) values[q][row] = fill;
                }

                notes.Add($"Filled in {ClusterWords.Count(columns[q].Evidence.Missing, "value")} of {columns[q].Name} with what the model was fitted on, {ClusterWords.Value(fill)}.");
            }
            else if (model.Missing != "drop") throw ClusterProblems.ModelMissing(columns[q]);
        }

        for (var row = 0; row < columns[0].Rows; row++)
        {
            if (Array.TrueForAll(values, column => !double.IsNaN(column[row]))) rows.Add(row);
        }

        if (rows.Count < columns[0].Rows) notes.Add($"Left out {ClusterWords.Count(columns[0].Rows - rows.Count, "row")} of {ClusterWords.Count(columns[0].Rows)} in which a value is missing.");
        return [.. rows];
    }

    // Clusters that got no row have no score: the others are scored among themselves, under their own numbers.
    private static PartitionScores Scores(Matrix x, int[] labels, TableModel model, ClusterPlan plan, RunContext context, List<string> notes)
    {
        var sizes = new int[model.Model.K];
        foreach (var label in labels)
        {
            if (label >= 0) sizes[label]++;
        }

        var (numbers, used) = (new int[sizes.Length], 0);
        for (var c = 0; c < sizes.Length; c++) numbers[c] = sizes[c] > 0 ? used++ : -1;
        if (used == 0) return new(0, double.NaN, double.NaN, double.NaN, sizes, labels.Length);
        var scores = PartitionScores.Of(CategorySpace.Of(x, model.Columns, model.Model), [([.. labels.Select(l => l < 0 ? l : numbers[l])], used)], plan.Seed, context, notes)[0];
        return scores with { Sizes = sizes };
    }
}
