using Clientele.Clusters;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;
using Clientele.People.Segments;
using Clientele.People.Segments.Grouping;

namespace Clientele.Reports.Page.Found;

/// <summary>The ground of the segments of a customer table.</summary>
internal static class PeopleSpace
{
    /// <summary>Null where there is one segment, or nothing that tells customers apart.</summary>
    public static FoundSpace? Of(PeopleSegmentReport report)
    {
        var points = report.Groups.Points;
        if (report.Segments.Count < 2 || points.Columns == 0 || points.Rows < 3) return null;
        var step = FoundSpace.StepFor(points.Rows, FoundSpace.MostRows);
        int[] labels = [.. report.Labels];
        return new FoundSpace(Coordinates(report), FoundSpace.Every(points, step), FoundSpace.Every(labels, step), report.Segments.Count, step)
        {
            Again = Again(report),
            Raw = [.. report.Space.Traits.Where(t => t.IsNumber).Select(t => (t.Name, t.Column.Unit, FoundSpace.Every(t.Numbers, step)))],
            Tree = report.Groups.Tree is { } tree ? Tree(report, tree, labels) : null,
        };
    }

    private static FoundTree Tree(PeopleSegmentReport report, GroupTree tree, int[] labels)
    {
        int[] own = [.. tree.Customers.Select(c => labels[c])];
        return new(tree.Model, own, tree.Own, labels.Length) { Agreement = tree.Own ? double.NaN : Agreement.AdjustedRand(own, tree.Model.Cut(report.Segments.Count)) };
    }

    // Methods for mixed columns look at categories, not at coordinates.
    private static IClusterer? Again(PeopleSegmentReport report)
    {
        var (method, k) = (PeopleMethods.Find(report.Plan.Method).Create(Settings.Defaults), report.Segments.Count);
        if (report.Plan.Method == "kmeans") return new KMeansClusterer(new() { K = k, Starts = 3, Seed = report.Plan.Seed });
        return method.TakesCategories ? null : method.Create(new ClusterAim(k, report.Plan.Seed));
    }

    /// <summary>Names of the coordinates; a category has one per level.</summary>
    private static List<string> Coordinates(PeopleSegmentReport report)
    {
        var names = new List<string>();
        foreach (var column in report.Space.Columns)
        {
            if (column.Treatment != FeatureColumn.Category) names.Add(column.Name);
            else names.AddRange(column.Levels.Select(level => $"{column.Name}: {level}"));
        }

        return names;
    }
}
