using System.Text.Json;

namespace Clientele.Tests.Numerics.Statistics;

/// <summary>reference/statistics.json.</summary>
internal static class Expected
{
    private static readonly JsonElement s_all = Load();

    public static JsonElement Of(params string[] path) => path.Aggregate(s_all, (at, name) => at.GetProperty(name));

    /// <summary>Numbers in any depth of arrays, null as NaN.</summary>
    public static double[] Numbers(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Array => [.. of.EnumerateArray().SelectMany(Numbers)],
        JsonValueKind.Null => [double.NaN],
        _ => [of.GetDouble()],
    };

    public static double[] Numbers(params string[] path) => Numbers(Of(path));

    public static double[][] Rows(params string[] path) => [.. Of(path).EnumerateArray().Select(Numbers)];

    public static int[] Integers(params string[] path) => [.. Numbers(path).Select(v => (int)v)];

    /// <summary>Equal within 1e-12 of itself, or of 1 where it is smaller; NaN equals NaN.</summary>
    public static void Close(double expected, double actual, double tolerance = 1e-12)
    {
        if (double.IsNaN(expected)) Assert.True(double.IsNaN(actual), $"{actual} instead of NaN");
        else Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R} instead of {expected:R}");
    }

    /// <summary>Equal within 1e-12 of itself, however small.</summary>
    public static void CloseTail(double expected, double actual, double tolerance = 1e-12) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Abs(expected), $"{actual:R} instead of {expected:R}");

    private static JsonElement Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(OnlineRetail.Root, "reference", "statistics.json")));
        return document.RootElement.Clone();
    }
}
