using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Scaling;
using MathNet.Numerics.LinearAlgebra;

namespace Clientele.Numerics.Decomposition;

/// <summary>
/// Principal components: directions at right angles along which rows vary most. Immutable, can be undone, and reads back from JSON to
/// the same bits.
/// </summary>
/// <remarks>
/// Exact: symmetric eigenvectors of the covariance (divisor n − 1), whose sums carry twice the digits; components with less than about
/// 1e-15 of the largest variance are noise. Sign: of each component the entry of largest magnitude is positive, of equals the first.
/// Costs n · d² + d³, memory n · d.
/// </remarks>
public sealed class Pca : FittedTransform
{
    private readonly double[] _means;
    private readonly double[] _spreads;
    private readonly double[] _components;
    private readonly double[] _variances;

    private Pca(double[] means, double[] spreads, double[] components, double[] variances, double total) =>
        (_means, _spreads, _components, _variances, TotalVariance) = (means, spreads, components, variances, total);

    /// <summary>Subtracted first [d].</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>Divide next [d]; 1 for covariances.</summary>
    public ReadOnlySpan<double> Spreads => _spreads;

    /// <summary>Directions of length 1 [components × d], row by row.</summary>
    public ReadOnlySpan<double> Components => _components;

    /// <summary>Variance along each (divisor n − 1), falling [components].</summary>
    public ReadOnlySpan<double> Variances => _variances;

    /// <summary>Variance of all columns together, after division by the spreads.</summary>
    public double TotalVariance { get; }

    public override string Name => "pca";

    public override int Columns => _means.Length;

    public override int OutputColumns => _variances.Length;

    /// <summary>Components kept.</summary>
    public int Count => _variances.Length;

    /// <summary>Each component's share of the total variance [components]; 0 when nothing varies.</summary>
    public double[] ExplainedShares() => [.. _variances.Select(v => TotalVariance > 0 ? v / TotalVariance : 0)];

    /// <summary>Finds the components.</summary>
    /// <param name="x">Finite values [n × d]; not changed.</param>
    /// <param name="options">How many, and of what.</param>
    public static Pca Fit(Matrix x, PcaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.Finite(x);
        var d = x.Columns;
        var covariance = new Covariance(x, options.Correlation);
        var count = Math.Min(options.Components == 0 ? int.MaxValue : options.Components, Math.Min(x.Rows, d));
        var (values, vectors) = Eigen(covariance.Values, d);
        var components = new double[count * d];
        for (var c = 0; c < count; c++)
        {
            var largest = 0;
            for (var q = 1; q < d; q++)
            {
                if (Math.Abs(vectors[(c * d) + q]) > Math.Abs(vectors[(c * d) + largest]) * (1 + 1e-9)) largest = q;
            }

            var sign = vectors[(c * d) + largest] < 0 ? -1 : 1;
            for (var q = 0; q < d; q++) components[(c * d) + q] = sign * vectors[(c * d) + q];
        }

        var total = 0.0;
        for (var q = 0; q < d; q++) total += covariance.Values[(q * d) + q];
        return new(covariance.Means, covariance.Spreads, components, [.. values.Take(count).Select(covariance.Original)], covariance.Original(total));
    }

    /// <summary>Rows as components [m × components].</summary>
    /// <param name="x">As many columns as were fitted; finite; not changed.</param>
    public override Matrix Apply(Matrix x)
    {
        Check(x);
        var (d, values) = (_means.Length, new double[(long)x.Rows * Count]);
        for (var i = 0; i < x.Rows; i++)
        {
            var row = x.Row(i);
            for (var c = 0; c < Count; c++)
            {
                var sum = 0.0;
                for (var q = 0; q < d; q++) sum += (row[q] - _means[q]) / _spreads[q] * _components[(c * d) + q];
                values[(i * Count) + c] = sum;
            }
        }

        return new(values, x.Rows, Count);
    }

    /// <summary>A row of components in the units before; what the left-out components held is lost.</summary>
    /// <param name="row">[components].</param>
    public override double[] Invert(ReadOnlySpan<double> row)
    {
        Check(row);
        var d = _means.Length;
        var original = new double[d];
        for (var q = 0; q < d; q++)
        {
            for (var c = 0; c < Count; c++) original[q] += row[c] * _components[(c * d) + q];
            original[q] = (original[q] * _spreads[q]) + _means[q];
        }

        return original;
    }

    internal static Pca ReadState(JsonElement state)
    {
        var (means, variances) = (state.Doubles("means", -1), state.Doubles("variances", -1));
        return new(
            means, state.Doubles("spreads", means.Length), state.Doubles("components", (long)means.Length * variances.Length), variances,
            state.GetProperty("totalVariance").GetDouble());
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteNumbers("means", _means);
        json.WriteNumbers("spreads", _spreads);
        json.WriteNumbers("variances", _variances);
        json.WriteNumbers("components", _components);
        json.WriteNumber("totalVariance", TotalVariance);
    }

    // Largest value first; vectors row by row. Values below 0 are roundings of 0.
    private static (double[] Values, double[] Vectors) Eigen(double[] symmetric, int d)
    {
        var eigen = Matrix<double>.Build.Dense(d, d, symmetric).Evd(Symmetricity.Symmetric);
        var order = Enumerable.Range(0, d).OrderByDescending(c => eigen.EigenValues[c].Real).ToArray();
        var (values, vectors) = (new double[d], new double[d * d]);
        for (var c = 0; c < d; c++)
        {
            values[c] = Math.Max(eigen.EigenValues[order[c]].Real, 0);
            for (var q = 0; q < d; q++) vectors[(c * d) + q] = eigen.EigenVectors[q, order[c]];
        }

        return (values, vectors);
    }
}
