using System.Text.Json;
using Clientele.Numerics.Clustering;

namespace Clientele.Clusters.Files;

/// <summary>A cluster model with all that is needed to hold it against another table: model.json.</summary>
/// <param name="Columns">What was clustered by, in the order of the model's columns.</param>
/// <param name="Scaling">How values were scaled.</param>
/// <param name="Missing">What happened where nothing was known.</param>
/// <param name="Model">The clusters.</param>
/// <remarks><c>{"format":"clientele-table-model","version":1,"columns":[…],"scaling":{…},"missing":…,"model":{…}}</c>; <c>model</c> is what <see cref="ClusterModels"/> writes.</remarks>
public sealed record TableModel(IReadOnlyList<ClusterColumn> Columns, ColumnScaling Scaling, string Missing, ClusterModel Model)
{
    private const string Format = "clientele-table-model";
    private const int Version = 1;
    private const long MostBytes = 2L << 30;

    internal void Write(Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteStartArray("columns");
        foreach (var column in Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("unit", column.Unit);
            json.WriteNumber("least", column.Least);
            json.WriteNumber("most", column.Most);
            if (column.Fill is { } fill) json.WriteNumber("fill", fill);
            else json.WriteNull("fill");
            if (column.Categories is { } words)
            {
                json.WriteStartArray("categories");
                foreach (var word in words) json.WriteStringValue(word);
                json.WriteEndArray();
            }

            if (column.Shares is { } shares)
            {
                json.WriteStartArray("shares");
                foreach (var share in shares)
                {
                    json.WriteStartObject();
                    json.WriteString("word", share.Word);
                    json.WriteNumber("share", share.Share);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("scaling");
        json.WriteString("name", Scaling.Name);
        Numbers(json, "centres", Scaling.Centres);
        Numbers(json, "spreads", Scaling.Spreads);
        json.WriteEndObject();
        json.WriteString("missing", Missing);
        json.WritePropertyName("model");
        ClusterModels.Write(Model, json);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    /// <summary>Reads model.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>.</summary>
    public static TableModel Read(string path)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, ClusterFiles.Model);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw ClusterProblems.NotAModel(path, "it is larger than 2 GiB.");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Of(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw ClusterProblems.NotAModel(path, problem.Message);
        }
    }

    private static TableModel Of(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("format", out var format) || format.GetString() != Format) throw new FormatException($"\"format\" is not \"{Format}\".");
        var version = json.GetProperty("version").GetInt32();
        if (version != Version) throw new FormatException($"It has version {version}; this program reads version {Version}.");
        ClusterColumn[] columns = [.. json.GetProperty("columns").EnumerateArray().Select(Column)];
        var scaling = json.GetProperty("scaling");
        var (centres, spreads) = (Numbers(scaling, "centres", columns.Length), Numbers(scaling, "spreads", columns.Length));
        if (Array.Exists(spreads, s => s == 0)) throw new FormatException("\"spreads\" holds 0.");
        var model = ClusterModels.Read(json.GetProperty("model"));
        if (model.Columns != columns.Length) throw new FormatException($"The model has {model.Columns} columns, and {columns.Length} are named.");
        return new(columns, new(Text(scaling, "name"), centres, spreads), Text(json, "missing"), model);
    }

    private static ClusterColumn Column(JsonElement json) => new(
        Text(json, "name"), json.GetProperty("unit").GetString(),
        json.TryGetProperty("categories", out var words) ? [.. words.EnumerateArray().Select(w => w.GetString() ?? throw new FormatException("A category is null."))] : null,
        json.GetProperty("least").GetDouble(), json.GetProperty("most").GetDouble(),
        json.GetProperty("fill") is { ValueKind: JsonValueKind.Number } fill ? fill.GetDouble() : null)
    {
        Shares = json.TryGetProperty("shares", out var shares) ? Shares(shares) : null,
    };

    private static WordShare[] Shares(JsonElement json)
    {
        WordShare[] shares = [.. json.EnumerateArray().Select(s => new WordShare(Text(s, "word"), s.GetProperty("share").GetDouble()))];
        if (Array.Exists(shares, s => !(s.Share >= 0 && s.Share <= 1))) throw new FormatException("A share lies outside 0 to 1.");
        return shares.DistinctBy(s => s.Word).Count() == shares.Length ? shares : throw new FormatException("A word has two shares.");
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");

    private static double[] Numbers(JsonElement json, string name, int count)
    {
        double[] values = [.. json.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
        return values.Length == count && Array.TrueForAll(values, double.IsFinite) ? values : throw new FormatException($"\"{name}\" does not hold {count} finite numbers.");
    }

    private static void Numbers(Utf8JsonWriter json, string name, double[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
