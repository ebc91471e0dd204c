using Clientele.Clusters;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Hierarchical;
using Clientele.Numerics.Validity;
using Clientele.Segments;
using Clientele.Segments.Clusters;

namespace Clientele.People.Segments.Grouping;

/// <summary>Labels of every customer and what is known about them.</summary>
/// <param name="Labels">From 0 [customers].</param>
/// <param name="Points">The space in which they were found; for mixed methods with their weight of categories.</param>
/// <param name="Choice">How many and why.</param>
internal sealed record Groups(int[] Labels, Matrix Points, GroupChoice Choice)
{
    /// <summary>A tree over customers, of the method itself or of the one that it was held against; null when none was grown.</summary>
    public GroupTree? Tree { get; init; }
}

/// <summary>A tree over customers.</summary>
/// <param name="Model">The tree.</param>
/// <param name="Customers">Customer of each of its rows.</param>
/// <param name="Own">The segments are a cut of it.</param>
internal sealed record GroupTree(HierarchicalModel Model, int[] Customers, bool Own);

/// <summary>Finds groups of customers, and how many.</summary>
internal sealed class GroupSearch(FeatureSpace space, int customers, PeopleSegmentPlan plan, RunContext context, List<string> notes)
{
    // Fewer customers do not show how a group spreads.
    private const int RowsPerGroup = 4;
    private const int Starts = 10;
    private const double Level = 0.01;

    private readonly FitContext _fit = new() { Threads = context.Threads, Cancellation = context.Cancellation };
    private GroupTree? _tree;

    public Groups Find()
    {
        var n = customers;
        if (space.Columns.Count == 0) return Alone("No column tells customers apart, so there is one segment.");
        var least = Math.Min(plan.K.Least, n);
        var most = Math.Min(plan.K.Most, Math.Max(least, n / RowsPerGroup));
        if (plan.K.Least > n) notes.Add($"{Figure.Count(n, "customer")} cannot make {plan.K.Least} segments.");
        if (most < plan.K.Most && plan.K.Most > plan.K.Least) notes.Add($"{Figure.Count(n, "customer")}: the number of segments stops at {most}; beyond, a segment would have fewer than {RowsPerGroup} customers on average.");
        context.Progress?.Invoke(new("segments", 0, 0, 0));
        var (points, found) = Fit(least, most);
        if (found[^1].K < least + found.Count - 1) notes.Add($"There are only {Figure.Count(found[^1].K, "different customer")} by these columns, so there are no more segments.");
        if (found.Count == 1 && found[0].K == 1) return Alone(n == 1 ? "There is one customer." : least == 1 ? "One segment was asked for." : "All customers are alike by these columns.");

        GroupTrial[] tried = [.. PartitionScores.Clear(points, found, plan.Seed, context, notes).Select((score, i) => new GroupTrial(least + i, score.Inertia, score.Silhouette, score.Sizes))];
        var (k, reason) = Choose(tried);
        var (structured, structure) = Structure(tried[k - least].Silhouette, Math.Max(most, 2));
        var labels = found[k - least].Labels;
        var choice = Compare(points, labels, new GroupChoice(found[k - least].K, reason, tried, structured, structure));
        return new(labels, points, choice) { Tree = _tree };
    }

    private Groups Alone(string reason) => new(new int[customers], space.Points, new(1, reason, [], null, "One segment is no division, so there is nothing to test."));

    private static (int K, string Reason) Choose(GroupTrial[] tried)
    {
        if (tried.Length == 1) return (tried[0].K, $"{tried[0].K} segments were asked for.");
        var knee = Knee.Locate([.. tried.Select(t => (double)t.K)], [.. tried.Select(t => t.Inertia)]);
        return ChoiceOfK.Of([.. tried.Select(t => new KTrial(t.K, t.Inertia, t.Silhouette, 0, true, t.Sizes))], knee < 0 ? 0 : tried[knee].K);
    }

    private (Matrix Points, List<Partition> Found) Fit(int least, int most)
    {
        var found = new List<Partition>();
        if (plan.Method == "kmeans")
        {
            foreach (var fit in KMeans.FitRange(space.Points, least, most, new() { Starts = Starts, Seed = plan.Seed }, null, _fit))
            {
                if (found.Count > 0 && fit.K < least + found.Count) break;
                found.Add(new(fit.Labels, fit.K, fit.Inertia));
                if (!fit.Converged) notes.Add($"K-Means with {fit.K} segments was stopped before it came to rest; they may still improve.");
            }

            return (space.Points, found);
        }

        var method = PeopleMethods.Find(plan.Method).Create(Settings.Defaults);
        var (rows, columns) = method.TakesCategories ? space.Mixed() : (space.Points, []);
        var categorical = Enumerable.Range(0, columns.Count).Where(q => columns[q].IsCategory).ToArray();
        ClusterModel? model = null;
        for (var k = least; k <= most; k++)
        {
            if (model is HierarchicalModel tree && k <= tree.Tree.Weights.Length) found.Add(new(tree.Cut(k), k));
            else
            {
                model = Run(method.Create(new ClusterAim(k, plan.Seed) { Categorical = categorical }), rows);
                if (found.Count > 0 && model.K < k) break;
                found.Add(new(model.Labels, model.K));
            }
        }

        if (model is HierarchicalModel grown) _tree = new(grown, [.. Enumerable.Range(0, customers)], Own: true);
        return (method.TakesCategories ? CategorySpace.Of(rows, columns, model!) : space.Points, found);
    }

    private ClusterModel Run(IClusterer clusterer, Matrix rows)
    {
        try
        {
            return clusterer.Fit(rows, null, _fit);
        }
        catch (MemoryLimitException problem)
        {
            throw ClusterProblems.Memory(clusterer.Method, problem);
        }
    }

    private (bool? Structured, string Words) Structure(double silhouette, int most)
    {
        if (space.HasCategories)
            return (silhouette >= ChoiceOfK.Weak, $"Categories have no random data of the same shape to be held against; a silhouette of {Figure.Score(silhouette)} {(silhouette >= ChoiceOfK.Weak ? "says that there are groups" : "says that the groups run into each other")}.");
        if (StructureTest.Of(space.Points, most, seed: plan.Seed, context: _fit) is not { } test) return (null, "There are too few customers to test whether there are groups at all.");
        return test.PValue <= Level
            ? (true, $"Customers fall into groups: of {test.References} random data sets of the same shape without groups, {(test.AtLeastAsClear == 0 ? "none divides" : $"{Divide(test.AtLeastAsClear)}")} as clearly (p = {Figure.Value(test.PValue)}).")
            : (false, $"Customers do not fall into groups: of {test.References} random data sets of the same shape without groups, {Divide(test.AtLeastAsClear)} as clearly (p = {Figure.Value(test.PValue)}). The segments cut a continuum into handy parts.");
    }

    private static string Divide(int count) => count == 1 ? "1 divides" : $"{count} divide";

    // The same number of groups by another principle: sums of squares by a tree, or by centres where the tree was asked for.
    private GroupChoice Compare(Matrix points, int[] labels, GroupChoice choice)
    {
        const int MostCompared = 5_000;
        if (choice.K < 2) return choice;
        var count = Math.Min(points.Rows, MostCompared);
        int[] rows = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * points.Rows / count))];
        var some = count == points.Rows ? points : Rows(points, rows);
        var other = plan.Method == "kmeans" ? "ward" : "kmeans";
        int[] others = other == "ward"
            ? Ward(some, rows, choice.K)
            : KMeans.Fit(some, new() { K = Math.Min(choice.K, count), Starts = Starts, Seed = plan.Seed }, null, _fit).Labels;
        int[] own = [.. rows.Select(i => labels[i])];
        return choice with { Alternative = other, Agreement = Agreement.AdjustedRand(own, others), Compared = count };
    }

    private int[] Ward(Matrix some, int[] rows, int k)
    {
        var model = (HierarchicalModel)Run(new HierarchicalClusterer(new() { Linkage = Linkage.Ward, K = Math.Min(k, rows.Length) }), some);
        _tree ??= new(model, rows, Own: false);
        return model.Labels;
    }

    private static Matrix Rows(Matrix points, int[] rows)
    {
        var values = new double[rows.Length * points.Columns];
        for (var i = 0; i < rows.Length; i++) points.Row(rows[i]).CopyTo(values.AsSpan(i * points.Columns));
        return new(values, rows.Length, points.Columns);
    }
}
