using Clientele.Numerics.Ordering;
using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Decomposition;

/// <summary>Covariances (divisor n − 1) or correlations of columns, divided by a power of two so that no square overflows or vanishes.</summary>
internal sealed class Covariance
{
    private readonly int _exponent;

    public Covariance(Matrix x, bool correlation)
    {
        var (d, order) = (x.Columns, RowOrder.Of(x));
        (Means, Spreads, Values) = (new double[d], new double[d], new double[d * d]);
        var columns = new double[d][];
        for (var q = 0; q < d; q++)
        {
            columns[q] = [.. order.Select(i => x.Row(i)[q])];
            Means[q] = Moments.Mean(columns[q]);
            var sd = Moments.SampleSd(columns[q]);
            Spreads[q] = correlation && double.IsNormal(sd) ? sd : 1;
        }

        var largest = 0.0;
        for (var q = 0; q < d; q++)
        {
            foreach (ref var value in columns[q].AsSpan())
            {
                value = (value - Means[q]) / Spreads[q];
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        _exponent = largest == 0 ? 0 : Math.ILogB(largest);
        var power = new Power(-_exponent);
        foreach (var column in columns)
        {
            foreach (ref var value in column.AsSpan()) value = power.Times(value);
        }

        for (var a = 0; a < d; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var sum = default(ExactSum);
                for (var i = 0; i < order.Length; i++) sum.Add(columns[a][i] * columns[b][i]);
                Values[(a * d) + b] = Values[(b * d) + a] = order.Length == 1 ? 0 : sum.Value / (order.Length - 1);
            }
        }
    }

    /// <summary>[d].</summary>
    public double[] Means { get; }

    /// <summary>Sample standard deviations, or 1 each [d].</summary>
    public double[] Spreads { get; }

    /// <summary>Scaled down, symmetric [d × d].</summary>
    public double[] Values { get; }

    /// <summary>A variance in the units of the data; at most the largest finite number.</summary>
    public double Original(double variance) => Math.Min(Math.ScaleB(variance, 2 * _exponent), double.MaxValue);
}
