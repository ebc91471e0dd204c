using System.Text.Json;
using Clientele.Numerics.Density;
using Clientele.Numerics.Hierarchical;
using Clientele.Numerics.Medoids;
using Clientele.Numerics.Mixed;
using Clientele.Numerics.Mixtures;

namespace Clientele.Numerics.Clustering;

/// <summary>Models as JSON. What is read back assigns rows exactly as what was written.</summary>
/// <remarks><c>{"format":"clientele-cluster-model","version":1,"method":…,"k":…,"columns":…,"converged":…,"state":{…}}</c>; numbers in
/// their shortest form that reads back to the same bits.</remarks>
public static class ClusterModels
{
    private const string Format = "clientele-cluster-model";
    private const int Version = 1;

    // One line per method: how its state is read back.
    private static readonly Dictionary<string, Func<ModelHead, JsonElement, ClusterModel>> s_readers = new(StringComparer.Ordinal)
    {
        ["kprototypes"] = KPrototypesModel.Read,
        ["ward"] = HierarchicalModel.Read,
        ["complete"] = HierarchicalModel.Read,
        ["average"] = HierarchicalModel.Read,
        ["weighted"] = HierarchicalModel.Read,
        ["single"] = HierarchicalModel.Read,
        ["centroid"] = HierarchicalModel.Read,
        ["median"] = HierarchicalModel.Read,
        [Dbscan.Name] = DbscanModel.Read,
        [Hdbscan.Name] = HdbscanModel.Read,
        [KMedoids.Name] = KMedoidsModel.Read,
        [GaussianMixture.Name] = GaussianMixtureModel.Read,
        [KMeansModel.Name] = KMeansModel.Read,
        [MiniBatchModel.Name] = MiniBatchModel.Read,
        [BisectingModel.Name] = BisectingModel.Read,
    };

    /// <summary>Writes one object.</summary>
    public static void Write(ClusterModel model, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("method", model.Method);
        json.WriteNumber("k", model.K);
        json.WriteNumber("columns", model.Columns);
        json.WriteBoolean("converged", model.Converged);
        json.WriteStartObject("state");
        model.WriteState(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else, of a later version, or damaged; the message says what.</exception>
    public static ClusterModel Read(JsonElement json)
    {
        try
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("format", out var format) || format.GetString() != Format)
                throw new FormatException($"This is no cluster model: \"format\" is not \"{Format}\".");
            var version = json.GetProperty("version").GetInt32();
            if (version != Version) throw new FormatException($"The model has version {version}; this program reads version {Version}.");
            var method = json.GetProperty("method").GetString() ?? "";
            if (!s_readers.TryGetValue(method, out var read)) throw new FormatException($"There is no method \"{method}\".");
            var head = new ModelHead(method, json.GetProperty("k").GetInt32(), json.GetProperty("columns").GetInt32(), json.GetProperty("converged").GetBoolean());
            if (head.K < 0 || head.Columns < 1) throw new FormatException($"k is {head.K} and columns is {head.Columns}.");
            return read(head, json.GetProperty("state"));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The model is damaged: " + e.Message, e);
        }
    }
}
