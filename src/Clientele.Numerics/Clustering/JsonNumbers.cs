using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>Arrays of numbers to and from JSON, bit by bit.</summary>
internal static class JsonNumbers
{
    public static void WriteNumbers(this Utf8JsonWriter json, string name, ReadOnlySpan<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    public static void WriteNumbers(this Utf8JsonWriter json, string name, ReadOnlySpan<int> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    /// <summary>The array of that name, which must hold so many finite numbers; −1 for any number of them.</summary>
    public static double[] Doubles(this JsonElement state, string name, long count)
    {
        var array = state.GetProperty(name);
        var values = new double[Length(array, name, count)];
        var i = 0;
        foreach (var item in array.EnumerateArray())
        {
            values[i] = item.GetDouble();
            if (!double.IsFinite(values[i++])) throw new FormatException($"\"{name}\" holds {item.GetRawText()} at place {i - 1}.");
        }

        return values;
    }

    /// <summary>The array of that name, which must hold so many whole numbers; −1 for any number of them.</summary>
    public static int[] Integers(this JsonElement state, string name, long count)
    {
        var array = state.GetProperty(name);
        var values = new int[Length(array, name, count)];
        var i = 0;
        foreach (var item in array.EnumerateArray()) values[i++] = item.GetInt32();
        return values;
    }

    private static int Length(JsonElement array, string name, long count)
    {
        var length = array.GetArrayLength();
        return count < 0 || length == count ? length : throw new FormatException($"\"{name}\" holds {length} numbers instead of {count}.");
    }
}
