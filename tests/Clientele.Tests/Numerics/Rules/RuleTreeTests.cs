using Clientele.Numerics;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Rules;
using Clientele.Numerics.Threading;
using Clientele.Tests.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Rules;

public sealed class RuleTreeTests
{
    private static readonly double s_gap = double.NaN;

    [Fact]
    public void Trees_are_as_right_as_those_of_scikit_learn()
    {
        var rows = Expected.Rows("neighbours", "x");
        RuleColumn[] columns = [.. Enumerable.Range(0, 4).Select(q => new RuleColumn([.. rows.Select(row => row[q])]))];
        foreach (var tree in Expected.Of("trees", "trees").EnumerateArray())
        {
            var fitted = RuleTree.Fit(columns, Expected.Integers("trees", "species"), new() { MostDepth = tree.GetProperty("depth").GetInt32(), Complexity = 0 });
            Expected.Close(tree.GetProperty("accuracy").GetDouble(), fitted.Fidelity);
            Expected.Close(1.0 / 3, fitted.Baseline);
        }
    }

    [Fact]
    public void Every_question_is_the_best_of_all_there_are() => Columns.Check(1000, c =>
    {
        using var crew = new Crew(2);
        var (columns, labels, leaf) = (Mixed(c), c.Codes(3), 1 + (c.Seed % 4));
        if (labels.All(label => label < 0)) return true;
        var options = new RuleTreeOptions { MostDepth = 3, MinimumLeaf = leaf, Complexity = 0 };
        var nodes = new TreeGrower(columns, [.. Enumerable.Range(0, columns.Length)], labels, labels.Max() + 1, options).Grow(crew, FitContext.Default);
        int[] all = [.. Enumerable.Range(0, c.Rows).Where(i => labels[i] >= 0)];
        return Grown(nodes, 0, columns, labels, all, 0, options);
    });

    [Fact]
    public void Rules_are_counted_right_and_the_way_leads_to_the_leaf() => Columns.Check(1000, c =>
    {
        var (columns, labels) = (Mixed(c), c.Codes(4));
        if (labels.All(label => label < 0)) return true;
        var options = new RuleTreeOptions { MostDepth = 1 + (c.Seed % 6), MinimumLeaf = 1 + (c.Seed % 3), Complexity = 0.05 * (c.Seed % 2) };
        var tree = RuleTree.Fit(columns, labels, options);
        int[] all = [.. Enumerable.Range(0, c.Rows).Where(i => labels[i] >= 0)];
        double[] Row(int i) => [.. columns.Select(column => column.Values[i])];
        bool Holds(IReadOnlyList<Condition> conditions, int i) => conditions.All(condition => condition.Holds(columns[condition.Column].Values[i]));
        foreach (var rule in tree.Rules)
        {
            var (rows, hits, members) = (all.Count(i => Holds(rule.Conditions, i)), all.Count(i => Holds(rule.Conditions, i) && labels[i] == rule.Label), all.Count(i => labels[i] == rule.Label));
            if ((rule.Rows, rule.Hits, rule.Members, rule.All) != (rows, hits, members, all.Length)) return false;
            if (!rule.Precision.Equals((double)hits / rows) || !rule.Coverage.Equals((double)hits / members) || !rule.F1.Equals(2.0 * hits / (rows + members))) return false;
            // No condition is idle, and each column is asked once.
            if (rule.Conditions.Count > 1 && rule.Conditions.Any(left => F1(rule.Conditions.Where(other => other != left)) >= rule.F1)) return false;
            if (!rule.Conditions.Select(condition => condition.Column).SequenceEqual(rule.Conditions.Select(condition => condition.Column).Distinct().Order())) return false;

            double F1(IEnumerable<Condition> some)
            {
                int[] passing = [.. all.Where(i => Holds([.. some], i))];
                return 2.0 * passing.Count(i => labels[i] == rule.Label) / (passing.Length + members);
            }
        }

        if (tree.Fidelity != (double)all.Count(i => tree.Nodes[tree.Leaf(Row(i))].Label == labels[i]) / all.Length && Math.Abs(tree.Fidelity - ((double)all.Count(i => tree.Nodes[tree.Leaf(Row(i))].Label == labels[i]) / all.Length)) > 1e-12) return false;
        for (var node = 0; node < tree.Nodes.Count; node++)
        {
            int[] here = [.. all.Where(i => Holds(tree.Way(node), i))];
            if (here.Length != tree.Nodes[node].Rows || Depth(tree, node) > options.MostDepth || (node > 0 && here.Length < options.MinimumLeaf)) return false;
            if (tree.Nodes[node].Left < 0 && here.Any(i => tree.Leaf(Row(i)) != node)) return false;
            if (tree.Nodes[node].Parent >= node) return false;
        }

        return true;
    });

    [Fact]
    public void Order_of_rows_and_columns_and_threads_change_nothing() => Columns.Check(1000, IsGrownInAnyOrder);

    [Fact]
    public void Columns_that_look_alike_are_told_apart_by_the_others() => Assert.True(IsGrownInAnyOrder(new(6, 5, 0.4, 2, 311844), orExchangeable: false));

    private static bool IsGrownInAnyOrder(Columns c) => IsGrownInAnyOrder(c, orExchangeable: true);

    private static bool IsGrownInAnyOrder(Columns c, bool orExchangeable)
    {
        // Few values, so that many splits are equally good.
        RuleColumn[] columns = [.. Mixed(c).Select(column => column with { Values = [.. column.Values.Select(v => Math.Round(Math.Clamp(v, column.Category ? 0 : -1, 2)))] })];
        var labels = c.Codes(3);
        if (labels.All(label => label < 0)) return true;
        // Columns that could be exchanged for each other, rows with them, are told apart by their place alone.
        ContentOrder.Of([.. columns.Select(column => (column.Values, 0, 1))], c.Rows, labels, [.. columns.Select(column => column.Category ? 1 : 0)], out var symmetric);
        if (symmetric) return orExchangeable;
        var (order, turned) = (c.Shuffle(), Enumerable.Range(0, columns.Length).ToArray());
        new Random(c.Seed).Shuffle(turned);
        RuleColumn[] moved = [.. turned.Select(q => columns[q] with { Values = [.. order.Select(i => columns[q].Values[i])] })];
        var options = new RuleTreeOptions { MinimumLeaf = 2 };
        var one = RuleTree.Fit(columns, labels, options, new() { Threads = 1 });
        var other = RuleTree.Fit(moved, [.. order.Select(i => labels[i])], options, new() { Threads = 3 });
        // Columns by what they hold: which of two equal ones is asked does not matter.
        string[] held = [.. columns.Select(column => $"{column.Category} {string.Join(' ', column.Values.Select(v => v + 0.0))}")];
        return Tree(one, held) == Tree(other, [.. turned.Select(q => held[q])]) && Rules(one, held) == Rules(other, [.. turned.Select(q => held[q])]);
    }

    private static string Said(Condition condition, string[] held) => $"{held[condition.Column]} {condition.Above:R} {condition.UpTo:R} {string.Join(',', condition.Categories ?? [-1])} {condition.Except} {condition.OrMissing}";

    private static string Tree(RuleTree tree, string[] held) => string.Join('|', tree.Nodes.Select(node => $"{node.Parent} {node.Left} {string.Join(',', node.Counts)} {(node.Question is { } asked ? Said(asked, held) : "")}"));

    private static string Rules(RuleTree tree, string[] held) => string.Join('|', tree.Rules.Select(rule => $"{rule.Rows} {rule.Hits}: {string.Join("; ", rule.Conditions.Select(condition => Said(condition, held)).Order(StringComparer.Ordinal))}"));

    [Fact]
    public void Many_rows_are_parted_in_pieces_and_counted_once()
    {
        const int Rows = 150_000;
        var random = new Random(11);
        var (columns, labels) = (new double[3][], new int[Rows]);
        for (var q = 0; q < columns.Length; q++) columns[q] = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            labels[i] = random.Next(50) == 0 ? -1 : random.Next(4);
            columns[0][i] = random.Next(30) == 0 ? double.NaN : Math.Round((labels[i] * 10) + (random.NextDouble() * 25), 2);
            columns[1][i] = random.Next(5);
            columns[2][i] = random.Next(3) == 0 ? labels[i] & 1 : random.Next(2);
        }

        RuleColumn[] given = [new(columns[0]), new(columns[1], Category: true), new(columns[2])];
        var trees = new[] { 1, 2, 7 }.Select(threads => RuleTree.Fit(given, labels, new() { MostDepth = 3 }, new() { Threads = threads })).ToArray();
        Assert.All(trees, tree => Assert.Equal(trees[0].Nodes.Select(Told), tree.Nodes.Select(Told)));
        var counts = trees[0].Nodes.Select(node => new long[node.Counts.Length]).ToArray();
        for (var i = 0; i < Rows; i++)
        {
            if (labels[i] < 0) continue;
            for (var at = trees[0].Leaf([columns[0][i], columns[1][i], columns[2][i]]); at >= 0; at = trees[0].Nodes[at].Parent) counts[at][labels[i]]++;
        }

        Assert.All(trees[0].Nodes, (node, at) => Assert.Equal(counts[at], node.Counts));

        static string Told(RuleNode node) => $"{node.Parent} {node.Left} {node.Right} {node.Question?.Column} {node.Question?.UpTo} {node.Question?.OrMissing} {string.Join(',', node.Counts)}";
    }

    [Fact]
    public void Groups_that_differ_in_one_thing_are_told_by_it()
    {
        var random = new Random(3);
        int[] labels = [.. Enumerable.Range(0, 300).Select(i => i % 3)];
        RuleColumn[] columns =
        [
            new([.. labels.Select(_ => Case.Noise(random))]),
            new([.. labels.Select(label => label == 1 ? 100.0 + random.Next(50) : random.Next(40))]),
            new([.. labels.Select(label => label == 2 ? 4.0 : random.Next(4))], Category: true),
        ];
        var tree = RuleTree.Fit(columns, labels);
        Assert.Equal(1, tree.Fidelity);
        Assert.Equal(5, tree.Nodes.Count);
        var rich = Assert.Single(tree.Rules[1].Conditions);
        Assert.Equal((1, double.PositiveInfinity, null), (rich.Column, rich.UpTo, rich.Categories));
        Assert.InRange(rich.Above, 39, 99.99);
        Assert.Equal((1.0, 1.0, 3.0), (tree.Rules[1].Precision, tree.Rules[1].Coverage, tree.Rules[1].Lift));
        var kind = Assert.Single(tree.Rules[2].Conditions);
        Assert.True(kind.Column == 2 && kind.Holds(4) && !kind.Holds(1));
        Assert.Equal([1, 2], tree.Rules[0].Conditions.Select(condition => condition.Column));
    }

    [Fact]
    public void Thresholds_have_no_more_places_than_the_data()
    {
        foreach (var (low, high, expected) in ((double, double, double)[])[(41, 42, 41), (40, 50, 45), (10.25, 10.26, 10.25), (0.1, 0.2, 0.1), (-3, 4, 0), (-42, -41, -42), (999.99, 1_000_000, 500_500), (1e155, 2e155, 1.5e155), (1e-170, 3e-170, 2e-170)])
            Assert.Equal(expected, Threshold.Between(low, high));
        Columns.Check(1000, c =>
        {
            double[] sorted = [.. c.Values()[0].Where(v => !double.IsNaN(v)).Distinct().Order()];
            return sorted.Zip(sorted.Skip(1)).All(pair => Threshold.Between(pair.First, pair.Second) is var t && t >= pair.First && t < pair.Second);
        });
    }

    [Fact]
    public void Edges_are_sane()
    {
        var one = RuleTree.Fit([new([5])], [0]);
        Assert.Equal((1.0, 1.0, 1), (one.Fidelity, one.Baseline, one.Nodes.Count));
        Assert.Empty(Assert.Single(one.Rules).Conditions);
        var constant = RuleTree.Fit([new([.. Enumerable.Repeat(2.0, 40)]), new([.. Enumerable.Repeat(s_gap, 40)])], [.. Enumerable.Range(0, 40).Select(i => i % 2)]);
        Assert.Equal((0.5, 1), (constant.Fidelity, constant.Nodes.Count));
        var gaps = RuleTree.Fit([new([.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? s_gap : 7)])], [.. Enumerable.Range(0, 40).Select(i => i % 2)]);
        Assert.Equal(1, gaps.Fidelity);
        Assert.True(gaps.Rules[0].Conditions[0].IsMissing && gaps.Rules[1].Conditions[0].IsPresent);
        // A number that no row has.
        Assert.True(double.IsNaN(RuleTree.Fit([new([1, 2])], [0, 2]).Rules[1].Coverage));
        Assert.Equal(1, RuleTree.Fit([new([-double.MaxValue, -double.MaxValue, double.MaxValue, double.MaxValue])], [0, 0, 1, 1], new() { MinimumLeaf = 1 }).Fidelity);
        Assert.Throws<ArgumentException>(() => RuleTree.Fit([], [0]));
        Assert.Throws<ArgumentException>(() => RuleTree.Fit([new([1, 2])], [0]));
        Assert.Throws<ArgumentException>(() => RuleTree.Fit([new([1, 2])], [-1, -1]));
        Assert.Contains("columns[1]", Assert.Throws<ArgumentException>(() => RuleTree.Fit([new([1, 2]), new([1, double.PositiveInfinity])], [0, 1])).ParamName ?? "columns[1]");
        Assert.Contains("column 0", Assert.Throws<ArgumentException>(() => RuleTree.Fit([new([1, -2], Category: true)], [0, 1])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleTreeOptions { MostDepth = 7 });
        Assert.Throws<MemoryLimitException>(() => RuleTree.Fit([new([1, 2])], [0, 1], null, new() { MemoryLimit = 10 }));
    }

    // Numbers with gaps, and every third column categories.
    private static RuleColumn[] Mixed(Columns c) =>
        [.. c.Values().Select((column, q) => q % 3 == 2 ? new RuleColumn([.. c.Codes(4 + (c.Seed % 3), q).Select(code => code < 0 ? s_gap : code)], Category: true) : new(column))];

    private static int Depth(RuleTree tree, int node) => tree.Nodes[node].Parent < 0 ? 0 : 1 + Depth(tree, tree.Nodes[node].Parent);

    // The whole tree from the definition: each question's purity is the highest that any question reaches, and none is missing.
    private static bool Grown(RuleNode[] nodes, int at, RuleColumn[] columns, int[] labels, int[] rows, int depth, RuleTreeOptions options)
    {
        var node = nodes[at];
        if (node.Rows != rows.Length || !node.Counts.Select((count, label) => count == rows.Count(i => labels[i] == label)).All(same => same)) return false;
        var (floor, best) = (Purity(rows, labels), depth == options.MostDepth ? 0 : BruteForce.Best(columns, labels, rows, options.MinimumLeaf));
        if (node.Question is not { } question) return best <= floor * (1 + 1e-12) || node.Wrong == 0;
        int[] left = [.. rows.Where(i => question.Holds(columns[question.Column].Values[i]))], right = [.. rows.Except(left)];
        if (left.Length < options.MinimumLeaf || right.Length < options.MinimumLeaf) return false;
        if (Math.Abs(Purity(left, labels) + Purity(right, labels) - best) > 1e-12 * best) return false;
        return Grown(nodes, node.Left, columns, labels, left, depth + 1, options) && Grown(nodes, node.Right, columns, labels, right, depth + 1, options);
    }

    private static double Purity(int[] rows, int[] labels) => BruteForce.Purity(rows, labels);
}
