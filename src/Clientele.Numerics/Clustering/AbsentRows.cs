using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Clustering;

/// <summary>Rows of weight 0 took no part in a fit; the finished model labels them like any later row.</summary>
internal static class AbsentRows
{
    /// <summary>Fills in the labels of those rows, in place.</summary>
    public static T Labelled<T>(T model, Matrix x, DistinctRows distinct, FitContext context)
        where T : ClusterModel
    {
        var absent = new List<int>();
        for (var i = 0; i < distinct.Group.Length; i++)
        {
            if (distinct.Group[i] < 0) absent.Add(i);
        }

        if (absent.Count == 0) return model;
        var values = new double[(long)absent.Count * x.Columns];
        for (var i = 0; i < absent.Count; i++) x.Row(absent[i]).CopyTo(new Span<double>(values, i * x.Columns, x.Columns));
        var labels = model.Assign(new(values, absent.Count, x.Columns), context with { Progress = null });
        for (var i = 0; i < absent.Count; i++) model.Labels[absent[i]] = labels[i];
        return model;
    }
}
