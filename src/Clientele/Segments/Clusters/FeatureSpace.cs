using Clientele.Numerics;

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
            var values = Array.ConvertAll(features.Values[c], v => transform.Forward(v));
            var ascending = values.AsSpan().ToArray();
            Array.Sort(ascending);
            var (shift, spread) = scale.Fit(ascending);
            if (!double.IsFinite(shift) || !double.IsFinite(spread)) throw Problems.TooLarge(features.Names[c]);
            if (spread == 0) spread = 1;
            _scales[c] = (shift, spread);
            for (var i = 0; i < n; i++) points[i * d + c] = (values[i] - shift) / spread;
            if (points.AsSpan().ContainsAnyExceptInRange(double.MinValue, double.MaxValue)) throw Problems.TooLarge(features.Names[c]);
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
            if (!found.Exists(other => Points.Row(other).SequenceEqual(Points.Row(i)))) found.Add(i);
        }

        return found.Count;
    }
}
