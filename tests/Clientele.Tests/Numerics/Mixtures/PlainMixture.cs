using Clientele.Numerics;
using Clientele.Numerics.Mixtures;

namespace Clientele.Tests.Numerics.Mixtures;

/// <summary>A mixture by the textbook: loops over rows and components, two passes for a covariance, inverses by elimination.</summary>
internal sealed class PlainMixture(Matrix x, double[] weights, CovarianceShape shape, int k, double[] floors)
{
    private readonly int _d = x.Columns;

    public double[] Shares { get; } = new double[k];

    public double[][] Means { get; } = [.. Enumerable.Range(0, k).Select(_ => new double[x.Columns])];

    public double[][,] Covariances { get; } = [.. Enumerable.Range(0, k).Select(_ => new double[x.Columns, x.Columns])];

    public void Maximize(double[,] shares)
    {
        var total = weights.Sum();
        var pooled = new double[_d, _d];
        for (var c = 0; c < k; c++)
        {
            var own = Enumerable.Range(0, x.Rows).Select(i => weights[i] * shares[i, c]).ToArray();
            var sum = own.Sum();
            Shares[c] = sum / total;

            // Nobody's component stays as it is, without a share.
            if (sum == 0) continue;

            for (var q = 0; q < _d; q++) Means[c][q] = Enumerable.Range(0, x.Rows).Sum(i => own[i] * x.Row(i)[q]) / sum;
            for (var p = 0; p < _d; p++)
            {
                for (var q = 0; q < _d; q++)
                {
                    Covariances[c][p, q] = p != q && shape is CovarianceShape.Diagonal or CovarianceShape.Spherical && p != q ? 0
                        : Enumerable.Range(0, x.Rows).Sum(i => own[i] * (x.Row(i)[p] - Means[c][p]) * (x.Row(i)[q] - Means[c][q])) / sum;
                    pooled[p, q] += Shares[c] * Covariances[c][p, q];
                }
            }
        }

        for (var c = 0; c < k; c++)
        {
            if (shape == CovarianceShape.Tied) Covariances[c] = (double[,])pooled.Clone();
            for (var q = 0; q < _d && (Shares[c] > 0 || shape == CovarianceShape.Tied); q++) Covariances[c][q, q] += floors[q];
            if (shape != CovarianceShape.Spherical) continue;
            var mean = Enumerable.Range(0, _d).Average(q => Covariances[c][q, q]);
            for (var q = 0; q < _d; q++) Covariances[c][q, q] = mean;
        }
    }

    public (double Likelihood, double[,] Shares) Expect()
    {
        var (likelihood, shares) = (0.0, new double[x.Rows, k]);
        var solved = Covariances.Select(Inverse).ToArray();
        for (var i = 0; i < x.Rows; i++)
        {
            var logs = new double[k];
            for (var c = 0; c < k; c++)
            {
                var square = 0.0;
                for (var p = 0; p < _d; p++)
                {
                    for (var q = 0; q < _d; q++) square += (x.Row(i)[p] - Means[c][p]) * solved[c].Inverse[p, q] * (x.Row(i)[q] - Means[c][q]);
                }

                logs[c] = Math.Log(Shares[c]) - (0.5 * (square + solved[c].LogDeterminant + (_d * Math.Log(Math.Tau))));
            }

            var most = logs.Max();
            var sum = logs.Sum(l => Math.Exp(l - most));
            for (var c = 0; c < k; c++) shares[i, c] = logs[c] - most < Exponential.Least ? 0 : Math.Exp(logs[c] - most) / sum;
            likelihood += weights[i] * (most + Math.Log(sum));
        }

        return (likelihood, shares);
    }

    private static (double[,] Inverse, double LogDeterminant) Inverse(double[,] matrix)
    {
        var d = matrix.GetLength(0);
        var (a, inverse, log) = ((double[,])matrix.Clone(), new double[d, d], 0.0);
        for (var p = 0; p < d; p++) inverse[p, p] = 1;
        for (var p = 0; p < d; p++)
        {
            var pivot = a[p, p];
            log += Math.Log(pivot);
            for (var q = 0; q < d; q++) (a[p, q], inverse[p, q]) = (a[p, q] / pivot, inverse[p, q] / pivot);
            for (var r = 0; r < d; r++)
            {
                if (r == p) continue;
                var factor = a[r, p];
                for (var q = 0; q < d; q++) (a[r, q], inverse[r, q]) = (a[r, q] - (factor * a[p, q]), inverse[r, q] - (factor * inverse[p, q]));
            }
        }

        return (inverse, log);
    }
}
