using Clientele.Numerics;
using Clientele.Segments.Scoring;

namespace Clientele.Segments.Clusters;

/// <summary>Features as points: transformed, scaled, and back again.</summary>
internal sealed class FeatureSpace
{
    private readonly Transform _transform;
    private readonly (double Shift, double Spread)[] _scales;

    public FeatureSpace(FeatureSet features, Transform transform, Scale scale)
    {
        _transform = transform;
        var d = features.Values.Count;
        var n = d == 0 ? 0 : features.Values[0].Length;
        var points = new double[n * d];
        _scales = new (double, double)[d];
        for (var c = 0; c < d; c++)
        {
            var values = new double[n];
            for (var i = 0; i < n; i++) values[i] = transform.Forward(features.Values[c][i]);
            var (shift, spread) = scale.Fit(RankOrder.Ascending(values));
            if (!double.IsFinite(shift) || !double.IsFinite(spread)) throw Problems.TooLarge(features.Names[c]);
            if (spread == 0) spread = 1;
            _scales[c] = (shift, spread);
            for (var i = 0; i < n; i++)
            {
                var point = (values[i] - shift) / spread;
                points[i * d + c] = double.IsFinite(point) ? point : throw Problems.TooLarge(features.Names[c]);
            }
        }

        Points = new Matrix(points, n, d);
    }

    /// <summary>One row per customer; the same bits for any row order.</summary>
    public Matrix Points { get; }

    /// <summary>A centre in the features' own units.</summary>
    public double[] Back(ReadOnlySpan<double> centre)
    {
        var own = new double[centre.Length];
        for (var c = 0; c < own.Length; c++) own[c] = _transform.Back(centre[c] * _scales[c].Spread + _scales[c].Shift);
        return own;
    }

    /// <summary>Distinct points, counted up to <paramref name="enough"/>.</summary>
    public int Distinct(int enough)
    {
        var found = new List<int>();
        for (var i = 0; i < Points.Rows && found.Count < enough; i++)
        {
            var row = i;
            if (!found.Exists(other => Same(other, row))) found.Add(i);
        }

        return found.Count;
    }

    private bool Same(int one, int other)
    {
        for (var c = 0; c < Points.Columns; c++)
        {
            if (Points.Values[one * Points.Columns + c] != Points.Values[other * Points.Columns + c]) return false;
        }

        return true;
    }
}
