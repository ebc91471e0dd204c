using System.Text.Json;

namespace Clientele.EndToEnd;

/// <summary>Expected numbers with their sources, from the folder reference.</summary>
internal static class Reference
{
    public static JsonElement OnlineRetail { get; } = Load("online_retail.json");

    public static JsonElement Mall { get; } = Load("mall.json");

    public static JsonElement Explore { get; } = Load("explore.json");

    private static JsonElement Load(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "reference", name))).RootElement;
}
