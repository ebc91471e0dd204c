using Clientele.Numerics.Ordering;
using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Rules;

/// <summary>
/// A shallow decision tree that tells groups apart (CART: Gini, questions with two answers), and for each group its best short rule.
/// Thresholds lie between neighbouring values and have no more places than these (<see cref="Threshold"/>). A missing value goes to the
/// side where it does less harm, in a node without any to the larger one; a category that a node has not seen goes right.
/// </summary>
/// <remarks>[BFOS84]. Counts alone decide, and among equally good columns the fewest gaps, then what they hold: the order of rows and columns and threads change nothing. Costs n · d a depth after sorting, 4 · n · d bytes and some.</remarks>
public sealed class RuleTree
{
    private RuleTree(RuleNode[] nodes, ClusterRule[] rules, int columns) => (Nodes, Rules, Columns) = (nodes, rules, columns);

    /// <summary>The tree after pruning; the first is the root, children stand behind their parents.</summary>
    public IReadOnlyList<RuleNode> Nodes { get; }

    /// <summary>The best rule for each label [k]; found in the tree before pruning, so that small groups have one, too.</summary>
    public IReadOnlyList<ClusterRule> Rules { get; }

    /// <summary>Columns that rows must have.</summary>
    public int Columns { get; }

    /// <summary>Share of the rows whose label the tree gives.</summary>
    public double Fidelity => 1 - ((double)Nodes.Where(node => node.Left < 0).Sum(node => node.Wrong) / Nodes[0].Rows);

    /// <summary>Share of the rows that carry the most frequent label: the fidelity of asking nothing.</summary>
    public double Baseline => 1 - ((double)Nodes[0].Wrong / Nodes[0].Rows);

    /// <summary>Grows and prunes a tree.</summary>
    /// <param name="columns">[d], each [n].</param>
    /// <param name="labels">Groups from 0, −1 for rows that do not count [n].</param>
    /// <param name="options">Depth, leaves, pruning; null: the defaults.</param>
    /// <param name="context">Threads, progress, cancellation, limit; null: the defaults.</param>
    public static RuleTree Fit(IReadOnlyList<RuleColumn> columns, int[] labels, RuleTreeOptions? options = null, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(labels);
        (options, context) = (options ?? new(), context ?? FitContext.Default);
        var n = ColumnCheck.Rows([.. columns.Select(column => column.Values)], nameof(columns));
        if (labels.Length != n) throw new ArgumentException($"{labels.Length} labels for {n} rows.", nameof(labels));
        var most = -1;
        for (var i = 0; i < n; i++)
        {
            if (labels[i] is < -1 or >= 1 << 16) throw new ArgumentException($"Row {i} (counted from 0) has label {labels[i]}; labels run from 0 to {(1 << 16) - 1}, and -1 is none.", nameof(labels));
            most = Math.Max(most, labels[i]);
        }

        if (most < 0) throw new ArgumentException("No row has a label.", nameof(labels));
        context.Reserve($"a tree of {columns.Count} columns of {n:#,0} rows", (8.0 * columns.Count * n) + (48.0 * n * Threading.Crew.Count(context.Threads)), "Take fewer columns, or a sample of the rows.");
        using var crew = new Threading.Crew(context.Threads);
        // A rule on what is always known says more than an equally good one on what is often missing.
        int[] order = [.. ContentOrder.Of([.. columns.Select(column => (column.Values, 0, 1))], n, labels, [.. columns.Select(column => column.Category ? 1 : 0)], crew).OrderBy(q => Gaps(columns[q].Values))];
        var grown = new TreeGrower(columns, order, labels, most + 1, options).Grow(crew, context);
        var rules = new RuleFinder(columns, order, labels, grown).Find(context);
        context.Progress?.Report(1);
        return new(Pruning.Prune(grown, options.Complexity), rules, columns.Count);
    }

    private static int Gaps(double[] values)
    {
        var gaps = 0;
        foreach (var value in values) gaps += double.IsNaN(value) ? 1 : 0;
        return gaps;
    }

    /// <summary>The answer that a row comes to, as an index into <see cref="Nodes"/>.</summary>
    /// <param name="row">One value a column, NaN for missing [d].</param>
    public int Leaf(ReadOnlySpan<double> row)
    {
        if (row.Length != Columns) throw new ArgumentException($"{row.Length} columns; fitted were {Columns}.", nameof(row));
        var at = 0;
        while (Nodes[at] is { Question: { } question } node) at = question.Holds(row[question.Column]) ? node.Left : node.Right;
        return at;
    }

    /// <summary>What is asked on the way to a node, one condition a column, in the order of the columns.</summary>
    public IReadOnlyList<Condition> Way(int node) => RuleFinder.Way([.. Nodes], node);
}
