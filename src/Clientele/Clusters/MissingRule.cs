using Clientele.Tables;

namespace Clientele.Clusters;

/// <summary>What happens where nothing is known.</summary>
internal static class MissingRule
{
    public static IReadOnlyList<string> Names { get; } = ["refuse", "drop", "mean", "median"];

    /// <summary>Fills or drops; says so. Returns the rows that stay, ascending.</summary>
    /// <param name="from">The columns of the table.</param>
    /// <param name="columns">The same as they are clustered by; receives what was filled in.</param>
    /// <param name="values">[columns][rows], NaN where nothing is known; filled in place.</param>
    /// <param name="rule">A name of <see cref="Names"/>.</param>
    /// <param name="notes">Receives a sentence per rule that did something.</param>
    public static int[] Apply(IReadOnlyList<TableColumn> from, ClusterColumn[] columns, double[][] values, string rule, List<string> notes)
    {
        if (!Names.Contains(rule)) throw ClusterProblems.Missing(rule);
        var rows = values[0].Length;
        var (whole, filled) = (new List<int>(rows), new List<string>());
        for (var q = 0; q < values.Length; q++)
        {
            if (from[q].Evidence.Missing == 0) continue;
            if (rule == "refuse") throw ClusterProblems.MissingValues(from, q);
            if (rule != "drop") filled.Add(Fill(columns, q, values[q], rule, from[q]));
        }

        if (filled.Count > 0) notes.Add($"Filled in where nothing was known: {ClusterWords.List(filled)}.");
        for (var row = 0; row < rows; row++)
        {
            var known = true;
            foreach (var column in values) known &= !double.IsNaN(column[row]);
            if (known) whole.Add(row);
        }

        if (whole.Count < rows) notes.Add($"Left out {ClusterWords.Count(rows - whole.Count, "row")} of {ClusterWords.Count(rows)} in which a value is missing.");
        return [.. whole];
    }

    private static string Fill(ClusterColumn[] columns, int q, double[] values, string rule, TableColumn from)
    {
        if (from.Evidence.Filled == 0) throw ClusterProblems.NothingKnown(from);
        double[] known = [.. values.Where(v => !double.IsNaN(v))];
        Array.Sort(known);
        var fill = columns[q].IsCategory ? Commonest(known) : rule == "median" ? Median(known) : Mean(known);
        for (var row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row])) values[row] = fill;
        }

        columns[q] = columns[q] with { Fill = fill };
        var shown = columns[q].Categories is { } words ? $"the commonest, {words[(int)fill]}" : $"the {rule}, {ClusterWords.Value(fill)}";
        return $"{ClusterWords.Count(from.Evidence.Missing, "value")} of {from.Name} ({shown})";
    }

    private static double Median(double[] ascending)
    {
        var middle = ascending.Length / 2;
        return ascending.Length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] * 0.5) + (ascending[middle] * 0.5);
    }

    // Of ascending values, so that the order of the rows does not reach the last bits.
    private static double Mean(double[] ascending)
    {
        var mean = 0.0;
        for (var i = 0; i < ascending.Length; i++) mean += (ascending[i] - mean) / (i + 1);
        return mean;
    }

    // The smallest of equally common ones.
    private static double Commonest(double[] ascending)
    {
        var (best, most, run) = (ascending[0], 0, 0);
        for (var i = 0; i < ascending.Length; i++)
        {
            run = i > 0 && ascending[i] == ascending[i - 1] ? run + 1 : 1;
            if (run > most) (best, most) = (ascending[i], run);
        }

        return best;
    }
}
