namespace Clientele.Numerics.Mixtures;

/// <summary>The components of a mixture in the frame, ready for densities; immutable.</summary>
internal sealed class Components
{
    private static readonly double s_logTau = Exponential.Log(Math.Tau);

    private Components(CovarianceShape shape, int k, int d, double[] weights, double[] means, double[] whitening, double[] constants) =>
        (Shape, K, Columns, Weights, Means, Whitening, Constants) = (shape, k, d, weights, means, whitening, constants);

    public CovarianceShape Shape { get; }

    public int K { get; }

    /// <summary>d.</summary>
    public int Columns { get; }

    /// <summary>Shares of the components [k], together 1.</summary>
    public double[] Weights { get; }

    /// <summary>[k × d].</summary>
    public double[] Means { get; }

    /// <summary>Covariances: triangles [k × d(d + 1)/2] if <see cref="Triangular"/>, else diagonals [k × d]; the same for all when tied.</summary>
    public double[] Covariances { get; private init; } = [];

    /// <summary>Inverses of the Cholesky factors, laid out like the covariances.</summary>
    public double[] Whitening { get; }

    /// <summary>Log density of each component at its mean, plus the logarithm of its share [k]; −∞ for a share of 0.</summary>
    public double[] Constants { get; }

    /// <summary>Whether covariances are full triangles.</summary>
    public bool Triangular => IsTriangular(Shape);

    /// <summary>Numbers per covariance.</summary>
    public int Size => Length(Shape, Columns);

    public static bool IsTriangular(CovarianceShape shape) => shape is CovarianceShape.Full or CovarianceShape.Tied;

    public static int Length(CovarianceShape shape, int d) => IsTriangular(shape) ? Triangle.Length(d) : d;

    /// <summary>Free parameters of a mixture.</summary>
    public static double Parameters(CovarianceShape shape, int k, int d) => (k * (double)d) + k - 1 + shape switch
    {
        CovarianceShape.Full => k * (d * (d + 1.0) / 2),
        CovarianceShape.Tied => d * (d + 1.0) / 2,
        CovarianceShape.Diagonal => k * (double)d,
        _ => k,
    };

    public static Components Of(CovarianceShape shape, int k, int d, double[] weights, double[] means, double[] covariances)
    {
        var (size, whitening, constants) = (Length(shape, d), new double[covariances.Length], new double[k]);
        for (var c = 0; c < k; c++)
        {
            var log = 0.0;
            if (shape == CovarianceShape.Tied && c > 0)
            {
                Array.Copy(whitening, 0, whitening, c * size, size);
                log = constants[0] - Share(weights[0]);
            }
            else if (IsTriangular(shape))
            {
                log = Triangle.Whiten(new(covariances, c * size, size), d, new(whitening, c * size, size)) - (0.5 * d * s_logTau);
            }
            else
            {
                for (var q = 0; q < d; q++)
                {
                    whitening[(c * d) + q] = 1 / Math.Sqrt(covariances[(c * d) + q]);
                    log += Exponential.Log(whitening[(c * d) + q]);
                }

                log -= 0.5 * d * s_logTau;
            }

            constants[c] = log + Share(weights[c]);
        }

        return new(shape, k, d, weights, means, whitening, constants) { Covariances = covariances };
    }

    /// <summary>Covariances of k balls.</summary>
    public static double[] Balls(CovarianceShape shape, int k, int d, double variance)
    {
        var (size, covariances) = (Length(shape, d), new double[k * Length(shape, d)]);
        for (var c = 0; c < k; c++)
        {
            for (var q = 0; q < d; q++) covariances[(c * size) + (IsTriangular(shape) ? Triangle.At(q, q) : q)] = variance;
        }

        return covariances;
    }

    /// <summary>As they were written.</summary>
    public static Components Read(
        CovarianceShape shape, int k, int d, double[] weights, double[] means, double[] covariances, double[] whitening, double[] constants) =>
        new(shape, k, d, weights, means, whitening, constants) { Covariances = covariances };

    /// <summary>Only these components, in this order, their shares made to sum to 1.</summary>
    public Components Pick(int[] order)
    {
        var (weights, means, covariances) = (new double[order.Length], new double[order.Length * Columns], new double[order.Length * Size]);
        var sum = 0.0;
        foreach (var c in order) sum += Weights[c];
        for (var c = 0; c < order.Length; c++)
        {
            // All stay: the shares, too, to the bit.
            weights[c] = order.Length == K ? Weights[order[c]] : Weights[order[c]] / sum;
            Array.Copy(Means, order[c] * Columns, means, c * Columns, Columns);
            Array.Copy(Covariances, order[c] * Size, covariances, c * Size, Size);
        }

        return Of(Shape, order.Length, Columns, weights, means, covariances);
    }

    private static double Share(double weight) => weight > 0 ? Exponential.Log(weight) : double.NegativeInfinity;
}
