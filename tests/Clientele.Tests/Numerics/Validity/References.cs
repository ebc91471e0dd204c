using System.Text.Json;
using Clientele.Numerics;

namespace Clientele.Tests.Numerics.Validity;

/// <summary>Expected numbers of other programs, and where they lie.</summary>
internal static class References
{
    public static JsonElement Python { get; } = Load("validity.json");

    public static JsonElement R { get; } = Load("validity-r.json");

    public static Matrix Iris { get; } = new(Doubles(Python.GetProperty("iris-partitions").GetProperty("rows")), 150, 4);

    public static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];

    public static int[] Integers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetInt32())];

    private static JsonElement Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(OnlineRetail.Root, "reference", file)));
        return document.RootElement.Clone();
    }
}
