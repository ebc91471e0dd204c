using System.Text.Json;

namespace Clientele.Handover.Charts;

/// <summary>Ways through the report's document, every member of which may be missing.</summary>
internal static class ChartDocument
{
    /// <summary>The member behind that path, or an element that is nothing.</summary>
    public static JsonElement At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json)) return default;
        }

        return json;
    }

    /// <summary>The entries of a list; none of what is no list.</summary>
    public static IReadOnlyList<JsonElement> Entries(this JsonElement json)
    {
        var entries = new List<JsonElement>();
        if (json.ValueKind == JsonValueKind.Array) entries.AddRange(json.EnumerateArray());
        return entries;
    }

    /// <summary>The texts of a list.</summary>
    public static string[] Texts(this JsonElement json)
    {
        var texts = new List<string>();
        foreach (var entry in json.Entries()) texts.Add(entry.GetString() ?? "");
        return [.. texts];
    }

    /// <summary>Adds a row per entry: the members of those names.</summary>
    public static Chart Take(this Chart chart, JsonElement list, params string[] members)
    {
        foreach (var entry in list.Entries())
        {
            var cells = new object?[members.Length];
            for (var i = 0; i < cells.Length; i++) cells[i] = entry.At(members[i]);
            chart.Add(cells);
        }

        return chart;
    }

    /// <summary>An exact amount that the document holds as a text, as a number.</summary>
    public static object? Amount(this JsonElement json) =>
        json.ValueKind == JsonValueKind.String && decimal.TryParse(json.GetString(), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var amount)
            ? Of(amount) : json;

    private static Money Of(decimal amount)
    {
        var scale = (decimal.GetBits(amount)[3] >> 16) & 255;
        return Money.Of((Int128)(amount * (decimal)Money.Pow10(scale)), scale);
    }
}
