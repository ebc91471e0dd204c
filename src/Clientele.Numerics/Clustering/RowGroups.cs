using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Clustering;

/// <summary>Equal rows joined: one distinct row each, in canonical order, with the total weight of its copies.</summary>
internal sealed class RowGroups
{
    public RowGroups(SpatialOrder spatial, Matrix x, double[]? weights)
    {
        var (order, fresh) = (spatial.Order, spatial.Fresh);
        var n = x.Rows;
        var distinct = 0;
        foreach (var differs in fresh) distinct += differs ? 1 : 0;
        Group = GC.AllocateUninitializedArray<int>(n);
        if (distinct == n && weights is null)
        {
            for (var i = 0; i < n; i++) Group[order[i]] = i;
            (Representative, Weights, Largest) = (order, new double[n], 1);
            Room.Fill(Weights, 1);
            return;
        }

        (Representative, Weights) = (new int[distinct], new double[distinct]);
        var (used, copies) = (0, new List<double>());
        for (var first = 0; first < n;)
        {
            var end = first + 1;
            while (end < n && !fresh[end]) end++;
            var total = DistinctRows.Total(order, first, end, weights, copies);
            for (var i = first; i < end; i++) Group[order[i]] = used;
            (Representative[used], Weights[used]) = (order[first], total);
            Largest = Math.Max(Largest, total);
            used++;
            first = end;
        }
    }

    /// <summary>Distinct row of each row [n].</summary>
    public int[] Group { get; }

    /// <summary>A row for each distinct row [m].</summary>
    public int[] Representative { get; }

    /// <summary>[m], above 0.</summary>
    public double[] Weights { get; }

    /// <summary>The largest of the weights.</summary>
    public double Largest { get; }
}
