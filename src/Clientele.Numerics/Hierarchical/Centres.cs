namespace Clientele.Numerics.Hierarchical;

/// <summary>Centres of clusters, by name: the least row of each.</summary>
/// <param name="values">[m × d], one per row to begin with; owned.</param>
/// <param name="dimensions">d.</param>
/// <param name="weights">[m]; owned.</param>
internal sealed class Centres(double[] values, int dimensions, double[] weights)
{
    public int Dimensions => dimensions;

    /// <summary>[m × d].</summary>
    public double[] Values => values;

    /// <summary>Weight of each cluster [m].</summary>
    public double[] Weights => weights;

    /// <summary>Largest magnitude of any coordinate of its rows [m], what the rounding of a centre goes by.</summary>
    public double[] Reaches { get; } = Largest(values, dimensions, weights.Length);

    /// <summary>Where each stands in the tree [m].</summary>
    public int[] Places { get; } = new int[weights.Length];

    public Span<double> Of(int id) => new(values, id * dimensions, dimensions);

    /// <summary>The first becomes the mean of both, by these weights; sizes add up.</summary>
    public void Merge(int first, int second, double firstWeight, double secondWeight)
    {
        var (a, b) = (first * dimensions, second * dimensions);
        var both = firstWeight + secondWeight;
        for (var q = 0; q < dimensions; q++) values[a + q] = ((firstWeight * values[a + q]) + (secondWeight * values[b + q])) / both;
        weights[first] += weights[second];
        Reaches[first] = Math.Max(Reaches[first], Reaches[second]);
    }

    /// <summary>Squared distance of two centres, column by column; the same bits either way round.</summary>
    public double Square(int a, int b)
    {
        ReadOnlySpan<double> x = Of(a), y = Of(b);
        var sum = 0.0;
        for (var q = 0; q < x.Length; q++) sum += (x[q] - y[q]) * (x[q] - y[q]);
        return sum;
    }

    private static double[] Largest(double[] values, int d, int m)
    {
        var reaches = new double[m];
        for (var i = 0; i < values.Length; i++) reaches[i / d] = Math.Max(reaches[i / d], Math.Abs(values[i]));
        return reaches;
    }
}
