namespace Clientele.Numerics.Clustering;

/// <summary>Moves of single points, one after the other, with centres and weights that follow each move.</summary>
/// <remarks>[HW79].</remarks>
internal sealed class SingleMoves
{
    /// <summary>A gain must be real, not a rounding: points could otherwise move to and fro.</summary>
    public const double Margin = 1 - 1e-10;

    private readonly Points _points;
    private readonly int[] _labels;
    private readonly double[] _centres;
    private readonly double[] _weights;
    private readonly int _k;

    /// <summary>Begins with all points in their clusters and the means of these.</summary>
    /// <param name="points">All points.</param>
    /// <param name="labels">Changed by moves.</param>
    /// <param name="centres">Means of the clusters [k × d]; copied.</param>
    /// <param name="sums">Sums per cluster [k × stride] with the weight behind the columns.</param>
    /// <param name="k">Clusters.</param>
    public SingleMoves(Points points, int[] labels, double[] centres, double[] sums, int k)
    {
        (_points, _labels, _k) = (points, labels, k);
        _centres = (double[])centres.Clone();
        _weights = new double[k];
        for (var c = 0; c < k; c++) _weights[c] = sums[(c * points.Stride) + points.Dimensions];
    }

    /// <summary>Moves point i to the cluster where it costs least, if that gains.</summary>
    public bool Try(int i)
    {
        var (from, weight, d) = (_labels[i], _points.Weights[i], _points.Dimensions);
        var home = _weights[from];
        if (weight == 0 || home <= weight) return false;

        var (least, to) = (double.PositiveInfinity, -1);
        for (var c = 0; c < _k; c++)
        {
            if (c == from) continue;
            var cost = Square(i, c) * _weights[c] / (_weights[c] + weight);
            if (cost < least) (least, to) = (cost, c);
        }

        if (!(least < Square(i, from) * home / (home - weight) * Margin)) return false;
        for (var q = 0; q < d; q++)
        {
            var value = _points[i, q];
            _centres[(to * d) + q] += (value - _centres[(to * d) + q]) * weight / (_weights[to] + weight);
            _centres[(from * d) + q] -= (value - _centres[(from * d) + q]) * weight / (home - weight);
        }

        _weights[to] += weight;
        _weights[from] -= weight;
        _labels[i] = to;
        return true;
    }

    private double Square(int i, int c)
    {
        var (sum, d) = (0.0, _points.Dimensions);
        for (var q = 0; q < d; q++)
        {
            var step = _centres[(c * d) + q] - _points[i, q];
            sum += step * step;
        }

        return sum;
    }
}
