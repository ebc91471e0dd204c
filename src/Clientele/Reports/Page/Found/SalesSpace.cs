using Clientele.Customers;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Hierarchical;
using Clientele.Numerics.Validity;
using Clientele.Segments.Clusters;

namespace Clientele.Reports.Page.Found;

/// <summary>The ground of the clusters of a sales file: the chosen measures, transformed and scaled.</summary>
internal static class SalesSpace
{
    private const int MostInTree = 1000;
    private const int Starts = 3;

    /// <summary>Null where there are no clusters, or nothing that tells customers apart.</summary>
    public static FoundSpace? Of(FinishedRun run)
    {
        var report = run.Report;
        if (report.Segments is not { Clusters: { Segments.Count: > 1 } clusters, Search: { Features.Count: > 0 } search } || report.Customers.Count < 3) return null;
        var options = report.Plan.Segments;
        var other = SalesMethods.Find(clusters.Method);
        var step = FoundSpace.StepFor(report.Customers.Count, run.Stability || other is not null ? FoundSpace.MostRows : SilhouetteJson.Most);
        var features = FeatureSet.Of(Every(report.Customers, search.Features, step), search.Features, options.Transform, []);
        if (features.Names.Count == 0) return null;
        var transform = Transforms.Catalog.Find(options.Transform).Create(Settings.Defaults);
        var scale = Scales.Catalog.Find(options.Scale).Create(Settings.Defaults);
        var raw = new (string Name, string Unit, double[] Values)[features.Names.Count];
        for (var i = 0; i < raw.Length; i++) raw[i] = (features.Names[i], report.Customers[features.Names[i]].Unit, features.Values[i]);
        var space = new FoundSpace(features.Names, new FeatureSpace(features, transform, scale).Points, FoundSpace.Every(clusters.Labels, step), clusters.Segments.Count, step)
        {
            Again = other?.Create(new(clusters.Segments.Count, options.Seed)) ?? new KMeansClusterer(new() { K = clusters.Segments.Count, Starts = Starts, Seed = options.Seed }),
            Raw = raw,
            Fit = new FitContext { Threads = run.Threads, Cancellation = run.Cancellation },
        };
        return run.Stability || other is not null ? space with { Tree = Own(space) ?? Beside(space, report.Customers.Count) } : space with { Brief = true };
    }

    /// <summary>The tree that the clusters are a cut of, grown again: the same rows give the same tree.</summary>
    private static FoundTree? Own(FoundSpace space) => space is { Step: 1, Again: HierarchicalClusterer own } ? new(own.FitTree(space.Points, null, space.Fit), space.Labels, Own: true, space.Labels.Length) : null;

    /// <summary>The tree of another principle over some of the customers, to be held against the clusters.</summary>
    private static FoundTree Beside(FoundSpace space, int customers)
    {
        var some = space.AtMost(MostInTree);
        var model = new HierarchicalClusterer(new() { Linkage = Linkage.Ward, K = Math.Min(space.K, some.Points.Rows) }).FitTree(some.Points, null, space.Fit);
        return new(model, some.Labels, Own: false, customers) { Agreement = Agreement.AdjustedRand(some.Labels, model.Labels) };
    }

    private static CustomerTable Every(CustomerTable customers, IReadOnlyList<string> features, int step)
    {
        if (step == 1) return customers;
        var columns = new List<CustomerColumn>();
        foreach (var name in features)
        {
            var column = customers[name];
            columns.Add(new CustomerColumn(name, column.Unit, column.Meaning, ColumnKind.Number) { Numbers = FoundSpace.Every(column.Numbers, step) });
        }

        return new CustomerTable(FoundSpace.Every(customers.Ids, step), columns);
    }
}
