using System.Text.Json;
using Clientele.Numerics.Categories;
using Clientele.Numerics.Decomposition;
using Clientele.Numerics.Imputing;

namespace Clientele.Numerics.Scaling;

/// <summary>Transforms as JSON. What is read back gives the same bits as what was written.</summary>
/// <remarks><c>{"format":"clientele-transform","version":1,"name":…,"state":{…}}</c>; numbers in their shortest form that reads back to
/// the same bits.</remarks>
public static class FittedTransforms
{
    private const string Format = "clientele-transform";
    private const int Version = 1;

    // One line per name: how its state is read back.
    private static readonly Dictionary<string, Func<string, JsonElement, FittedTransform>> s_readers = new(StringComparer.Ordinal)
    {
        ["none"] = FittedScaling.ReadState,
        ["standard"] = FittedScaling.ReadState,
        ["robust"] = FittedScaling.ReadState,
        ["minmax"] = FittedScaling.ReadState,
        ["yeojohnson"] = (_, state) => FittedYeoJohnson.ReadState(state),
        ["quantile"] = (_, state) => FittedQuantiles.ReadState(state),
        ["pca"] = (_, state) => Pca.ReadState(state),
        ["impute"] = (_, state) => FittedImputation.ReadState(state),
        ["clip"] = (_, state) => FittedFences.ReadState(state),
        ["encode"] = (_, state) => FittedEncoding.ReadState(state),
        ["chain"] = (_, state) => TransformChain.ReadState(state),
    };

    /// <summary>Writes one object.</summary>
    public static void Write(FittedTransform transform, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(transform);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("name", transform.Name);
        json.WriteStartObject("state");
        transform.WriteState(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else, of a later version, or damaged; the message says what.</exception>
    public static FittedTransform Read(JsonElement json)
    {
        try
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("format", out var format) || format.GetString() != Format)
                throw new FormatException($"This is no transform: \"format\" is not \"{Format}\".");
            var version = json.GetProperty("version").GetInt32();
            if (version != Version) throw new FormatException($"The transform has version {version}; this program reads version {Version}.");
            var name = json.GetProperty("name").GetString() ?? "";
            if (!s_readers.TryGetValue(name, out var read)) throw new FormatException($"There is no transform \"{name}\".");
            return read(name, json.GetProperty("state"));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The transform is damaged: " + e.Message, e);
        }
    }
}
