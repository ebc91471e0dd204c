using System.Text.Json;
using Clientele.Numerics.Clustering;
using MathNet.Numerics.Distributions;

namespace Clientele.Numerics.Scaling;

/// <summary>A quantile transform with its quantiles found.</summary>
public sealed class FittedQuantiles : FittedTransform
{
    // The normal quantile of 1e-7: a finite place for the edges.
    private const double Edge = 5.1993375821928165;

    private readonly double[] _quantiles;

    internal FittedQuantiles(TargetShape shape, int columns, int count, double[] quantiles) =>
        (Shape, Columns, Count, _quantiles) = (shape, columns, count, quantiles);

    public override string Name => "quantile";

    public override int Columns { get; }

    public TargetShape Shape { get; }

    /// <summary>Quantiles per column.</summary>
    public int Count { get; }

    /// <summary>Rising values at shares 0, 1/(count − 1), …, 1 of one column [count].</summary>
    public ReadOnlySpan<double> Quantiles(int column) => new(_quantiles, column * Count, Count);

    public override Matrix Apply(Matrix x)
    {
        Check(x);
        var values = (double[])x.Values.Clone();
        for (var i = 0; i < values.Length;)
        {
            for (var q = 0; q < Columns; q++, i++)
            {
                var share = Share(Quantiles(q), values[i]);
                values[i] = Shape == TargetShape.Uniform ? share : ToNormal(share);
            }
        }

        return new(values, x.Rows, x.Columns);
    }

    public override double[] Invert(ReadOnlySpan<double> row)
    {
        Check(row);
        var original = new double[row.Length];
        for (var q = 0; q < original.Length; q++)
        {
            var share = Shape == TargetShape.Uniform ? row[q] : Math.Abs(row[q]) >= Edge ? Math.Sign(row[q]) : Normal.CDF(0, 1, row[q]);
            original[q] = Statistics.Quantile.OfSorted(Quantiles(q), Math.Clamp(share, 0, 1));
        }

        return original;
    }

    internal static FittedQuantiles ReadState(JsonElement state)
    {
        var (columns, count) = (state.GetProperty("columns").GetInt32(), state.GetProperty("count").GetInt32());
        if (columns < 1 || count < 1) throw new FormatException($"columns is {columns} and count is {count}.");
        var shape = state.GetProperty("shape").GetString() switch
        {
            "uniform" => TargetShape.Uniform,
            "normal" => TargetShape.Normal,
            var other => throw new FormatException($"There is no shape \"{other}\"."),
        };
        return new(shape, columns, count, state.Doubles("quantiles", (long)columns * count));
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteString("shape", Shape == TargetShape.Uniform ? "uniform" : "normal");
        json.WriteNumber("columns", Columns);
        json.WriteNumber("count", Count);
        json.WriteNumbers("quantiles", _quantiles);
    }

    private static double ToNormal(double share) =>
        share <= 0 ? -Edge : share >= 1 ? Edge : Math.Clamp(Normal.InvCDF(0, 1, share), -Edge, Edge);

    // Mean of the shares at which a value is first and last reached.
    private static double Share(ReadOnlySpan<double> quantiles, double value)
    {
        var last = quantiles.Length - 1;
        if (value <= quantiles[0]) return 0;
        if (value >= quantiles[last]) return 1;
        var (first, behind) = (First(quantiles, value, orEqual: true), First(quantiles, value, orEqual: false));
        if (first < behind) return 0.5 * (first + behind - 1) / last;
        var (low, high) = (quantiles[first - 1], quantiles[first]);
        return (first - 1 + (((value * 0.5) - (low * 0.5)) / ((high * 0.5) - (low * 0.5)))) / last;
    }

    // First place that holds more than the value, or as much.
    private static int First(ReadOnlySpan<double> quantiles, double value, bool orEqual)
    {
        var (low, high) = (0, quantiles.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quantiles[middle] > value || (orEqual && quantiles[middle] == value)) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
