using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>Clusters around centres: a row belongs to the nearest one, the lowest on a tie. Clusters stand largest first, then by centre.</summary>
public abstract class CentreModel : ClusterModel
{
    [SetsRequiredMembers]
    private protected CentreModel(KMeansFit fit, int columns) =>
        (K, Columns, Labels, Converged, Centres, Inertia, Iterations) = (fit.K, columns, fit.Labels, fit.Converged, fit.Centres, fit.Inertia, fit.Iterations);

    /// <summary>Centres [K × d], row-major, in the units of the data.</summary>
    public required double[] Centres { get; init; }

    /// <summary>Weighted sum of squared distances of the fitted rows to their centres; the largest finite number where it is beyond that.</summary>
    public required double Inertia { get; init; }

    /// <summary>Rounds that were needed; what a round is, the method says.</summary>
    public required int Iterations { get; init; }

    /// <inheritdoc/>
    /// <remarks>Time O(m · K · d); the answer for a row is <see cref="KMeans.Nearest"/>.</remarks>
    public override int[] Assign(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        return NearestOf.Rows(rows, Centres, K, context ?? FitContext.Default);
    }

    /// <inheritdoc/>
    protected internal override void WriteState(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteNumber("inertia", Inertia);
        json.WriteNumber("iterations", Iterations);
        json.WriteNumbers("centres", Centres);
    }

    private protected static KMeansFit ReadFit(ModelHead head, JsonElement state)
    {
        if (head.K < 1) throw new FormatException($"k is {head.K}; there is at least one centre.");
        var (inertia, iterations) = (state.GetProperty("inertia").GetDouble(), state.GetProperty("iterations").GetInt32());
        if (!(inertia >= 0) || !double.IsFinite(inertia) || iterations < 0) throw new FormatException($"\"inertia\" is {inertia}, \"iterations\" is {iterations}.");
        return new([], state.Doubles("centres", (long)head.K * head.Columns), head.K, inertia, iterations, head.Converged);
    }
}
