using System.Text.Json;
using Clientele.Numerics;

namespace Clientele.Tests.Numerics.Density;

/// <summary>Rows and expected numbers of a file in reference.</summary>
internal static class DensityReference
{
    public static IEnumerable<(Matrix Rows, JsonElement Set)> Sets(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllText(Path.Combine(OnlineRetail.Root, "reference", file))).RootElement;
        foreach (var name in new[] { "made", "iris" })
        {
            var set = root.GetProperty(name);
            var (values, d) = (Doubles(set, "values"), set.GetProperty("columns").GetInt32());
            yield return (new(values, values.Length / d, d), set);
        }
    }

    public static double[] Doubles(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];

    public static int[] Integers(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(v => v.GetInt32())];

    public static void Close(double expected, double found, double relative) =>
        Assert.True(Math.Abs(expected - found) <= relative * Math.Max(1e-300, Math.Abs(expected)), $"expected {expected:R}, found {found:R}");
}
