namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// Which rows are in which cluster, and the distances of clusters from those of their rows: Σ uᵢ vⱼ |xᵢ − xⱼ| with shares that depend
/// on the linkage, or the largest.
/// </summary>
/// <remarks>Average: shares are weights over their sum. Weighted: 1 halved at every join.</remarks>
internal sealed class Members
{
    private readonly Linkage _linkage;
    private readonly ScaledRows _rows;
    private readonly int[] _next;
    private readonly int[] _last;
    private readonly double[] _shares;
    private readonly double[] _sums;

    public Members(Linkage linkage, ScaledRows rows, double[] weights)
    {
        (_linkage, _rows) = (linkage, rows);
        (_next, _last, _shares, _sums) = (new int[rows.Count], new int[rows.Count], new double[rows.Count], new double[rows.Count]);
        Array.Fill(_next, -1);
        for (var i = 0; i < rows.Count; i++)
        {
            _last[i] = i;
            _shares[i] = _sums[i] = linkage == Linkage.Average ? weights[i] : 1;
        }
    }

    public Linkage Linkage => _linkage;

    public ScaledRows Rows => _rows;

    /// <summary>What the rows' shares are multiplied by [m].</summary>
    public ReadOnlySpan<double> Shares => _shares;

    /// <summary>What the sum over a cluster is divided by.</summary>
    public double Sum(int id) => _linkage == Linkage.Average ? _sums[id] : 1;

    public int Next(int row) => _next[row];

    public void Merge(int first, int second)
    {
        if (_linkage == Linkage.Weighted)
        {
            for (var i = first; i >= 0; i = _next[i]) _shares[i] /= 2;
            for (var i = second; i >= 0; i = _next[i]) _shares[i] /= 2;
        }

        _sums[first] += _sums[second];
        _next[_last[first]] = second;
        _last[first] = _last[second];
    }

    /// <summary>Distance of two clusters, the same bits either way round; infinite when it is certainly above the limit.</summary>
    public double Distance(int a, int b, double limit)
    {
        var (first, second) = a < b ? (a, b) : (b, a);
        return _linkage == Linkage.Complete ? Largest(first, second, limit) : Mean(first, second, limit);
    }

    private double Largest(int first, int second, double limit)
    {
        var (most, stop) = (0.0, limit * limit * (1 + 1e-12));
        for (var i = first; i >= 0; i = _next[i])
        {
            for (var j = second; j >= 0; j = _next[j])
            {
                most = Math.Max(most, Square(i, j));
                if (most > stop) return double.PositiveInfinity;
            }
        }

        return Math.Sqrt(most);
    }

    private double Mean(int first, int second, double limit)
    {
        var (sum, all) = (0.0, Sum(first) * Sum(second));
        var stop = limit * all * (1 + 1e-10);
        for (var i = first; i >= 0; i = _next[i])
        {
            var part = 0.0;
            for (var j = second; j >= 0; j = _next[j]) part += _shares[j] * Math.Sqrt(Square(i, j));
            sum += _shares[i] * part;
            if (sum > stop) return double.PositiveInfinity;
        }

        return sum / all;
    }

    private double Square(int i, int j)
    {
        var d = _rows.Dimensions;
        ReadOnlySpan<double> x = new(_rows.Values, i * d, d), y = new(_rows.Values, j * d, d);
        var sum = 0.0;
        for (var q = 0; q < x.Length; q++) sum += (x[q] - y[q]) * (x[q] - y[q]);
        return sum;
    }
}
