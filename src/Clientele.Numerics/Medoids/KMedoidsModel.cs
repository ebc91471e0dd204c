using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Medoids;

/// <summary>Medoids. A row belongs to its nearest one, the lowest index on a tie.</summary>
public sealed class KMedoidsModel : ClusterModel
{
    private readonly Frame _frame;
    private readonly double[] _at;

    internal KMedoidsModel(MedoidDistance distance, Frame frame, Matrix medoids) =>
        (Distance, _frame, Medoids, _at) = (distance, frame, medoids, frame.Of(medoids.Values));

    public override string Method => KMedoids.Name;

    /// <summary>What lies between two rows.</summary>
    public MedoidDistance Distance { get; }

    /// <summary>The medoids, rows that were fitted [K × d].</summary>
    public Matrix Medoids { get; }

    /// <summary>The first row of the fitted matrix that is each medoid [K]; empty for a model that was read from a file.</summary>
    public int[] MedoidRows { get; internal init; } = [];

    /// <summary>Σ weight · distance to the nearest medoid over the fitted rows, in the units of the rows; the largest finite number where it is beyond that.</summary>
    public double TotalDistance { get; internal init; }

    /// <summary>Times that the winning start looked at every row.</summary>
    public int Rounds { get; internal init; }

    public override int[] Assign(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        context ??= FitContext.Default;
        using var crew = new Crew(context.Threads);
        return NearestCentre.Of(_frame.Of(rows.Values), _at, Columns, Distance == MedoidDistance.Manhattan, crew, context.Cancellation, context.Progress);
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteString("distance", Word(Distance));
        json.WriteNumber("totalDistance", TotalDistance);
        json.WriteNumber("rounds", Rounds);
        json.WriteNumbers("medoids", Medoids.Values);
        _frame.Write(json);
    }

    internal static KMedoidsModel Read(ModelHead head, JsonElement state)
    {
        if (head.K < 1) throw new FormatException("The model has no medoids.");
        var word = state.GetProperty("distance").GetString();
        var distance = word switch
        {
            "euclidean" => MedoidDistance.Euclidean,
            "manhattan" => MedoidDistance.Manhattan,
            "squared-euclidean" => MedoidDistance.SquaredEuclidean,
            _ => throw new FormatException($"There is no distance \"{word}\"."),
        };
        var medoids = new Matrix(state.Doubles("medoids", (long)head.K * head.Columns), head.K, head.Columns);
        return new(distance, Frame.Read(state, head.Columns), medoids)
        {
            K = head.K,
            Columns = head.Columns,
            Labels = [],
            Converged = head.Converged,
            TotalDistance = state.GetProperty("totalDistance").GetDouble(),
            Rounds = state.GetProperty("rounds").GetInt32(),
        };
    }

    private static string Word(MedoidDistance distance) => distance switch
    {
        MedoidDistance.Manhattan => "manhattan",
        MedoidDistance.SquaredEuclidean => "squared-euclidean",
        _ => "euclidean",
    };
}
