using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Mixed;

/// <summary>What K-Prototypes found.</summary>
public sealed class KPrototypesModel : ClusterModel
{
    private const int Block = 4096;

    private readonly MixedSpace _space;
    private readonly double[] _places;
    private readonly double[] _centres;

    internal KPrototypesModel(MixedSpace space, double[] places)
    {
        (_space, _places, _centres) = (space, places, new double[places.Length]);
        for (var i = 0; i < places.Length; i++) _centres[i] = space.Original(places[i], i % space.Origin.Length);
    }

    public override string Method => "kprototypes";

    /// <summary>Means of the numbers, most frequent codes of the categories [K × d], row by row, in the units of the data.</summary>
    public ReadOnlySpan<double> Centres => _centres;

    /// <summary>Cost of a category that differs, in squared units of the numbers.</summary>
    public double Gamma => _space.OriginalSquare(_space.Gamma);

    /// <summary>Columns that hold categories, counted from 0.</summary>
    public int[] Categorical => [.. Enumerable.Range(0, Columns).Where(q => _space.IsCategory[q])];

    /// <summary>Σ weight · (squared distance of the numbers + gamma · categories that differ); NaN for a model that was read from a file.</summary>
    public double Cost { get; init; } = double.NaN;

    /// <summary>A category that was not fitted differs from all centres.</summary>
    public override int[] Assign(Matrix rows, FitContext? context = null)
    {
        Check(rows);
        context ??= FitContext.Default;
        var labels = new int[rows.Rows];
        using var crew = new Crew(context.Threads);
        crew.Run((rows.Rows + Block - 1) / Block, (block, _) =>
        {
            var place = new double[Columns];
            for (var i = block * Block; i < Math.Min(rows.Rows, (block + 1) * Block); i++)
            {
                _space.Place(rows.Row(i), place);
                labels[i] = _space.Nearest(place, _places, K, out var _);
            }
        }, context.Cancellation);
        return labels;
    }

    internal static KPrototypesModel Read(ModelHead head, JsonElement state)
    {
        var category = new bool[head.Columns];
        foreach (var q in state.Integers("categorical", -1)) category[q] = q >= 0 && q < head.Columns ? true : throw new FormatException($"\"categorical\" names column {q}.");
        var space = new MixedSpace(category, state.Doubles("origin", head.Columns), state.GetProperty("exponent").GetInt32(), state.GetProperty("gamma").GetDouble());
        if (!(space.Gamma > 0) || space.Exponent is < -1100 or > 1100) throw new FormatException($"gamma is {space.Gamma} and exponent is {space.Exponent}.");
        return new(space, state.Doubles("places", (long)head.K * head.Columns)) { K = head.K, Columns = head.Columns, Labels = [], Converged = head.Converged };
    }

    /// <summary><c>places</c> are the centres in the scaled space, which decide; <c>centres</c> are the same for people.</summary>
    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteNumbers("categorical", Categorical);
        json.WriteNumbers("origin", _space.Origin);
        json.WriteNumber("exponent", _space.Exponent);
        json.WriteNumber("gamma", _space.Gamma);
        json.WriteNumbers("places", _places);
        json.WriteNumbers("centres", _centres);
    }
}
