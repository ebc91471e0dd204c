using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Mixtures;

/// <summary>A fitted mixture. A row belongs to its most likely component, the lowest of equals.</summary>
public sealed class GaussianMixtureModel : ClusterModel
{
    private readonly Frame _frame;
    private readonly Components _mixture;

    internal GaussianMixtureModel(Frame frame, Components mixture, double logLikelihood, double total)
    {
        (_frame, _mixture, LogLikelihood, TotalWeight) = (frame, mixture, logLikelihood, total);
        var means = new double[mixture.Means.Length];
        for (var i = 0; i < means.Length; i++) means[i] = frame.Original(mixture.Means[i], i % mixture.Columns);
        Means = new(means, mixture.K, mixture.Columns);
    }

    public override string Method => GaussianMixture.Name;

    public CovarianceShape Covariance => _mixture.Shape;

    /// <summary>Shares of the components [K], together 1; the chance that a row comes from each before it is seen.</summary>
    public ReadOnlySpan<double> Weights => _mixture.Weights;

    /// <summary>Means [K × d], in the units of the rows.</summary>
    public Matrix Means { get; }

    /// <summary>Σ weight · ln density over the fitted rows, in the units of the rows.</summary>
    public double LogLikelihood { get; }

    /// <summary>Σ weight of the fitted rows; the n of <see cref="Bic"/>.</summary>
    public double TotalWeight { get; }

    /// <summary>Free parameters of the mixture.</summary>
    public double Parameters => Components.Parameters(Covariance, K, Columns);

    /// <summary>Bayesian information criterion, lower is better: parameters · ln n − 2 · log-likelihood. [Sch78]</summary>
    public double Bic => (Parameters * Math.Log(TotalWeight)) - (2 * LogLikelihood);

    /// <summary>Akaike information criterion, lower is better: 2 · parameters − 2 · log-likelihood. [Aka74]</summary>
    public double Aic => (2 * Parameters) - (2 * LogLikelihood);

    /// <summary>Rounds of the winning start.</summary>
    public int Iterations { get; internal init; }

    public override int[] Assign(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        if (rows.Rows == 0) return [];
        context ??= FitContext.Default;
        using var crew = new Crew(context.Threads);
        var labels = Pass(rows, crew, context).Label(_mixture).Labels;
        context.Progress?.Report(1);
        return labels;
    }

    /// <summary>How likely each row comes from each component [m × K]; every row sums to 1.</summary>
    /// <param name="rows">Finite values [m × d]; m may be 0.</param>
    /// <param name="context">Threads, cancellation, limit of memory; null: the defaults.</param>
    /// <exception cref="MemoryLimitException">m × K numbers are above the limit.</exception>
    public Matrix Memberships(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        context ??= FitContext.Default;
        context.Reserve($"memberships of {rows.Rows:#,0} rows in {K:#,0} components", rows.Rows * 8.0 * (K + (2 * Columns)), "Ask for fewer rows at a time.");
        var memberships = new double[(long)rows.Rows * K];
        Share(rows, context, memberships, null);
        return new(memberships, rows.Rows, K);
    }

    /// <summary>ln density of the mixture at each row [m], in the units of the rows; −∞ where it is below all numbers.</summary>
    public double[] LogDensities(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        var densities = new double[rows.Rows];
        Share(rows, context ?? FitContext.Default, null, densities);
        var units = Columns * _frame.Exponent * Exponential.Log(2);
        return Array.ConvertAll(densities, density => density - units);
    }

    /// <summary>Covariance of a component [d × d], in the units of the rows; entries beyond the largest finite number are that.</summary>
    public Matrix CovarianceOf(int component)
    {
        if ((uint)component >= (uint)K) throw new ArgumentOutOfRangeException(nameof(component), component, $"Must be from 0 to {K - 1}.");
        var (d, values) = (Columns, new double[Columns * Columns]);
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = !_mixture.Triangular ? (i == j ? _mixture.Covariances[(component * d) + i] : 0)
                    : _mixture.Covariances[(component * _mixture.Size) + Triangle.At(i, j)];
                values[(i * d) + j] = values[(j * d) + i] = _frame.OriginalSquare(value);
            }
        }

        return new(values, d, d);
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteString("covariance", Word(Covariance));
        json.WriteNumber("logLikelihood", LogLikelihood);
        json.WriteNumber("bic", Bic);
        json.WriteNumber("aic", Aic);
        json.WriteNumber("parameters", Parameters);
        json.WriteNumber("totalWeight", TotalWeight);
        json.WriteNumber("iterations", Iterations);
        json.WriteNumbers("weights", Weights);
        json.WriteNumbers("means", Means.Values);
        _frame.Write(json);
        json.WriteNumbers("framedMeans", _mixture.Means);
        json.WriteNumbers("framedCovariances", _mixture.Covariances);
        json.WriteNumbers("whitening", _mixture.Whitening);
        json.WriteNumbers("constants", _mixture.Constants);
    }

    internal static GaussianMixtureModel Read(ModelHead head, JsonElement state)
    {
        if (head.K < 1) throw new FormatException("The model has no components.");
        var word = state.GetProperty("covariance").GetString();
        var shape = Enum.GetValues<CovarianceShape>().Cast<CovarianceShape?>().FirstOrDefault(s => Word(s!.Value) == word)
            ?? throw new FormatException($"There is no covariance \"{word}\".");
        var (k, d, size) = (head.K, head.Columns, (long)head.K * Components.Length(shape, head.Columns));
        var mixture = Components.Read(
            shape, k, d, state.Doubles("weights", k), state.Doubles("framedMeans", (long)k * d),
            state.Doubles("framedCovariances", size), state.Doubles("whitening", size), state.Doubles("constants", k));
        return new(Frame.Read(state, d), mixture, state.GetProperty("logLikelihood").GetDouble(), state.GetProperty("totalWeight").GetDouble())
        {
            K = k,
            Columns = d,
            Labels = [],
            Converged = head.Converged,
            Iterations = state.GetProperty("iterations").GetInt32(),
        };
    }

    private static string Word(CovarianceShape shape) => shape switch
    {
        CovarianceShape.Full => "full",
        CovarianceShape.Tied => "tied",
        CovarianceShape.Diagonal => "diagonal",
        _ => "spherical",
    };

    private void Share(Matrix rows, FitContext context, double[]? memberships, double[]? densities)
    {
        if (rows.Rows == 0) return;
        using var crew = new Crew(context.Threads);
        Pass(rows, crew, context).Share(_mixture, memberships, densities);
    }

    private MixturePass Pass(Matrix rows, Crew crew, FitContext context) =>
        new(new(_frame.Of(rows.Values), null, Columns), K, Covariance, crew, context.Cancellation);
}
