using Clientele.Clusters;
using Clientele.Numerics;
using Clientele.Numerics.Hierarchical;
using Clientele.Numerics.Validity;

namespace Clientele.Reports.Page.Found;

/// <summary>The ground of the clusters of any table.</summary>
internal static class TableSpace
{
    private const int MostInTree = 1000;

    public static FoundSpace Of(ClusterReport report)
    {
        var points = CategorySpace.Of(report.Points, report.Model.Columns, report.Model.Model);
        var step = FoundSpace.StepFor(points.Rows, FoundSpace.MostRows);
        int[] labels = [.. report.Labels];
        var (numeric, mixed) = (Enumerable.Range(0, report.Model.Columns.Count).Where(q => !report.Model.Columns[q].IsCategory), report.Model.Columns.Any(c => c.IsCategory));
        var space = new FoundSpace(Coordinates(report, points.Columns), FoundSpace.Every(points, step), FoundSpace.Every(labels, step), report.Model.Model.K, step)
        {
            Again = mixed || report.Plan.Model is not null ? null : Method(report).Create(new ClusterAim(Math.Max(1, report.Model.Model.K), report.Plan.Seed)),
            Raw = [.. numeric.Select(q => (report.Model.Columns[q].Name, report.Model.Columns[q].Unit ?? "", FoundSpace.Every(Column(report.Values, q), step)))],
        };
        return space with { Tree = report.Plan.Model is not null || points.Rows < 3 ? null : report.Model.Model is HierarchicalModel own ? new(own, labels, Own: true, labels.Length) : Beside(space, labels.Length) };
    }

    private static FoundTree? Beside(FoundSpace space, int rows)
    {
        if (space.K < 2) return null;
        var some = space.AtMost(MostInTree);
        var model = new HierarchicalClusterer(new() { Linkage = Linkage.Ward, K = Math.Min(space.K, some.Points.Rows) }).FitTree(some.Points, null, space.Fit);
        return new(model, some.Labels, Own: false, rows) { Agreement = Agreement.AdjustedRand(some.Labels, model.Labels) };
    }

    // With all methods compared, the recommended one ran with its defaults.
    private static ClusterMethod Method(ClusterReport report) =>
        Clusterers.Catalog.Find(report.Method).Create(report.Plan.Method == ClusterPlan.AllMethods ? Settings.Defaults : new Settings(report.Plan.Settings));

    private static double[] Column(Matrix values, int q)
    {
        var column = new double[values.Rows];
        for (var i = 0; i < column.Length; i++) column[i] = values.Row(i)[q];
        return column;
    }

    private static List<string> Coordinates(ClusterReport report, int width)
    {
        var names = new List<string>();
        foreach (var column in report.Model.Columns)
        {
            if (column.Categories is not { } levels || width == report.Model.Columns.Count) names.Add(column.Name);
            else names.AddRange(levels.Select(level => $"{column.Name}: {level}"));
        }

        return names;
    }
}
