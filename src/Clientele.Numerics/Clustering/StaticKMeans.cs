using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// <see cref="KMeans"/> as a clusterer. Weights must be whole numbers: a row of weight w is fitted as w copies, after the greatest common
/// divisor is taken out.
/// </summary>
/// <remarks>[Llo82], [AV07].</remarks>
public sealed class StaticKMeans(KMeansOptions options) : IClusterer
{
    // Copies that weights may add up to.
    private const double MostCopies = 10_000_000;

    public string Method => "kmeans";

    /// <inheritdoc/>
    /// <remarks>The rows in columns, sorted, and their bounds.</remarks>
    public double Bytes(int rows, int columns) => (double)rows * ((2.0 * columns * sizeof(double)) + 64);

    /// <inheritdoc/>
    public ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        Require.Finite(x);
        Require.Weights(weights, x.Rows);
        context ??= FitContext.Default;
        context.Reserve($"K-Means of {x.Rows:N0} rows", Bytes(x.Rows, x.Columns), "Fit a sample of the rows and assign the others.");
        var rows = weights is null ? x : Copies(x, weights);
        var fit = KMeans.Fit(rows, options with { Threads = context.Threads }, context.Cancellation);
        context.Progress?.Report(1);
        var model = new StaticKMeansModel { K = fit.K, Columns = x.Columns, Labels = [], Centres = fit.Centres, Inertia = fit.Inertia, Converged = fit.Converged };
        return weights is null ? model.With(fit.Labels) : model.With(model.Assign(x, context));
    }

    private static Matrix Copies(Matrix x, double[] weights)
    {
        var (divisor, total) = (0.0, 0.0);
        foreach (var weight in weights)
        {
            if (weight != Math.Floor(weight)) throw new ArgumentException($"Weight {weight} is no whole number.", nameof(weights));
            var (a, b) = (weight, divisor);
            while (b > 0) (a, b) = (b, a % b);
            divisor = a;
        }

        foreach (var weight in weights) total += weight / divisor;
        if (total > MostCopies) throw new ArgumentException($"The weights add up to {total:N0} copies; at most {MostCopies:N0} can be fitted.", nameof(weights));
        var values = new double[(long)total * x.Columns];
        var at = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            for (var copy = 0.0; copy < weights[i] / divisor; copy++, at += x.Columns) x.Row(i).CopyTo(values.AsSpan(at));
        }

        return new(values, (int)total, x.Columns);
    }
}

/// <summary>Centres of <see cref="StaticKMeans"/>.</summary>
public sealed class StaticKMeansModel : ClusterModel
{
    public override string Method => "kmeans";

    /// <summary>[K × d], row-major.</summary>
    public required double[] Centres { get; init; }

    /// <summary>Sum of squared distances of the rows to their centres.</summary>
    public required double Inertia { get; init; }

    /// <inheritdoc/>
    public override int[] Assign(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        var labels = new int[rows.Rows];
        for (var i = 0; i < labels.Length; i++) labels[i] = KMeans.Nearest(rows.Row(i), Centres, K);
        return labels;
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteNumbers("centres", Centres);
        json.WriteNumber("inertia", Inertia);
    }

    internal static StaticKMeansModel Read(ModelHead head, JsonElement state) => new()
    {
        K = head.K, Columns = head.Columns, Converged = head.Converged, Labels = [],
        Centres = state.Doubles("centres", (long)head.K * head.Columns), Inertia = state.GetProperty("inertia").GetDouble(),
    };

    internal StaticKMeansModel With(int[] labels) => new()
    {
        K = K, Columns = Columns, Converged = Converged, Labels = labels, Centres = Centres, Inertia = Inertia,
    };
}
